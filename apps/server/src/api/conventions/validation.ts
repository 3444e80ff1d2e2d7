import { type ArgumentMetadata, Injectable, type ValidationError, ValidationPipe } from '@nestjs/common';
import type { Fault } from '@promise/kernel';
import { checkBody, checkQuery } from './body-check';
import { badRequest } from './problem';

/** Checks bodies and queries against their DTO: unknown fields are refused, and every fault is named at once. */
@Injectable()
export class CheckedInput extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: false,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => badRequest(faultsOf(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') checkBody(value);
    if (metadata.type === 'query') checkQuery(value);
    return (await super.transform(value, metadata)) as unknown;
  }
}

function faultsOf(errors: readonly ValidationError[], above = ''): Fault[] {
  return errors.flatMap((error) => {
    const field = above === '' ? error.property : `${above}.${error.property}`;
    const broken = Object.entries(error.constraints ?? {});
    // Of what is not there at all, everything else is said in vain.
    const missing = broken.filter(([constraint]) => RULES[constraint] === 'required');
    const own = (missing.length > 0 ? missing : broken).map(([constraint, message]) => ({
      field,
      rule: RULES[constraint] ?? kebab(constraint),
      message: constraint === 'whitelistValidation' ? 'is not a field that is known here' : message,
    }));
    return [...own, ...faultsOf(error.children ?? [], field)];
  });
}

const RULES: Readonly<Record<string, string>> = {
  required: 'required',
  whitelistValidation: 'unknown-field',
  isNotEmpty: 'required',
  isDefined: 'required',
  isIn: 'one-of',
  isUuid: 'uuid',
};

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
