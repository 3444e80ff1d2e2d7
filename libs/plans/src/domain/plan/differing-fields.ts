import { canonicalJson, isPersonal, type Timescale } from '@promise/kernel';
import { inClear } from './in-clear';

/** One field of a line that reads otherwise now, both readings in clear. */
export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/**
 * The fields in which a new reading differs from the last one. Text that was erased since counts as the same: reading
 * the document again never brings it back.
 */
export function differingFields(before: object, now: object, ignoring: readonly string[] = []): FieldChange[] {
  const earlier = new Map(Object.entries(before) as [string, unknown][]);
  return (Object.entries(now) as [string, unknown][])
    .filter(([field, value]) => !ignoring.includes(field) && !sameReading(earlier.get(field), value))
    .map(([field, value]) => ({ field, from: inClear(earlier.get(field)), to: inClear(value) }));
}

function sameReading(before: unknown, now: unknown): boolean {
  if (isPersonal(before) && 'erased' in before) return true;
  if (typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) {
    return canonicalJson(before ?? null) === canonicalJson(now ?? null);
  }
  const fields = new Set([...Object.keys(before), ...Object.keys(now)]);
  const [one, other] = [before as Record<string, unknown>, now as Record<string, unknown>];
  return (
    Array.isArray(before) === Array.isArray(now) && [...fields].every((field) => sameReading(one[field], other[field]))
  );
}

const WORDS: Readonly<Record<string, string>> = {
  planKind: 'kind of plan',
  otherPeriods: 'other periods',
  inForceFrom: 'day it is in force from',
  ordinal: 'place in the plan',
};

/** `title (from “a” to “b”) and leads`. */
export function inWords(changes: readonly FieldChange[]): string {
  const parts = changes.map(({ field, from, to }) => {
    const name = WORDS[field] ?? field;
    const [earlier, later] = [short(from), short(to)];
    return earlier === null || later === null || field === 'ordinal' ? name : `${name} (from ${earlier} to ${later})`;
  });
  const last = parts.pop() ?? 'nothing';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

function short(value: unknown): string | null {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'string') return `“${value}”`;
  if (typeof value === 'object' && 'words' in value) return `“${(value as Timescale).words}”`;
  return null;
}
