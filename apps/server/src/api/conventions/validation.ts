import { type ValidationError, ValidationPipe } from '@nestjs/common';
import type { Fault } from '@promise/kernel';
import { badRequest } from './problem';

/** Checks bodies and queries against their DTO: unknown fields are refused, and every fault is named at once. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => badRequest(faultsOf(errors)),
  });
}

function faultsOf(errors: readonly ValidationError[], above = ''): Fault[] {
  return errors.flatMap((error) => {
    const field = above === '' ? error.property : `${above}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
      field,
      rule: RULES[constraint] ?? kebab(constraint),
      message: constraint === 'whitelistValidation' ? 'is not a field that is known here' : message,
    }));
    return [...own, ...faultsOf(error.children ?? [], field)];
  });
}

const RULES: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown-field',
  isNotEmpty: 'required',
  isDefined: 'required',
  isIn: 'one-of',
  isUuid: 'uuid',
};

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
