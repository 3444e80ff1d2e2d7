import { type Fault, isPlainText } from '@promise/kernel';
import { badRequest } from './problem';

/** No body of ours is nested deeper than this. */
const DEEPEST = 10;

/** No body of ours has more members than this: object fields and list entries, of all levels. */
const MOST_MEMBERS = 1_000;

/** Names that stand for something in every object; as fields they could switch the checks off. */
const NAMES_OF_OBJECTS = ['__proto__', 'constructor', 'prototype'];

/**
 * What holds for every body, whatever its DTO. It runs first, because the checks of the DTO take long over very many
 * members and do not look inside free-form objects.
 * @throws Problem 400
 */
export function checkBody(body: unknown): void {
  if (body === undefined) return;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest([{ field: 'body', rule: 'object', message: 'must be a JSON object' }]);
  }
  const check = new BodyCheck();
  check.members(body, '', 1);
  if (check.faults.length > 0) throw badRequest(check.faults);
}

/** @throws Problem 400 a parameter has a name that stands for something in every object */
export function checkQuery(query: unknown): void {
  if (typeof query !== 'object' || query === null) return;
  const faults = Object.keys(query)
    .filter((name) => NAMES_OF_OBJECTS.includes(name))
    .map(unknownField);
  if (faults.length > 0) throw badRequest(faults);
}

class BodyCheck {
  readonly faults: Fault[] = [];
  private count = 0;

  members(value: object, above: string, depth: number): void {
    if (depth > DEEPEST) {
      throw badRequest([{ field: above, rule: 'not-too-deep', message: `is nested more than ${DEEPEST} levels deep` }]);
    }
    for (const name of Object.keys(value)) {
      this.countOne();
      const field = above === '' ? name : `${above}.${name}`;
      if (NAMES_OF_OBJECTS.includes(name)) this.faults.push(unknownField(field));
      else this.member((value as Readonly<Record<string, unknown>>)[name], field, depth, isPlainText(name));
    }
  }

  private member(member: unknown, field: string, depth: number, plain: boolean): void {
    if (!plain || (typeof member === 'string' && !isPlainText(member))) {
      const message = 'contains control characters or broken characters';
      this.faults.push({ field, rule: 'plain-text', message });
    }
    if (typeof member === 'object' && member !== null) this.members(member, field, depth + 1);
  }

  private countOne(): void {
    this.count += 1;
    if (this.count <= MOST_MEMBERS) return;
    const message = `has more than ${MOST_MEMBERS} fields and list entries`;
    throw badRequest([{ field: 'body', rule: 'too-many-fields', message }]);
  }
}

function unknownField(field: string): Fault {
  return { field, rule: 'unknown-field', message: 'is not a field that is known here' };
}
