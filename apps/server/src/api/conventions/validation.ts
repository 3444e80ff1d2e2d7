import { type ArgumentMetadata, Injectable, type ValidationError, ValidationPipe } from '@nestjs/common';
import type { Fault } from '@promise/kernel';
import { badRequest } from './problem';

/** No body of ours is nested deeper than this. */
const DEEPEST = 10;

/** Names that stand for something in every object; as fields they could switch the checks off. */
const NAMES_OF_OBJECTS = ['__proto__', 'constructor', 'prototype'];

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
    return (await super.transform(value, metadata)) as unknown;
  }
}

function checkBody(body: unknown): void {
  if (body === undefined) return;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest([{ field: 'body', rule: 'object', message: 'must be a JSON object' }]);
  }
  checkNames(body, '', 1);
}

function checkNames(value: object, above: string, depth: number): void {
  if (depth > DEEPEST) {
    throw badRequest([{ field: above, rule: 'not-too-deep', message: `is nested more than ${DEEPEST} levels deep` }]);
  }
  for (const [name, member] of Object.entries(value)) {
    const field = above === '' ? name : `${above}.${name}`;
    if (NAMES_OF_OBJECTS.includes(name)) {
      throw badRequest([{ field, rule: 'unknown-field', message: 'is not a field that is known here' }]);
    }
    if (typeof member === 'object' && member !== null) checkNames(member as object, field, depth + 1);
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
