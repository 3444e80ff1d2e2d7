import { canonicalJson, isPersonal } from '@promise/kernel';

/** Whether two readings say the same. Text that was erased since counts as the same: no import brings it back. */
export function sameReading(before: unknown, now: unknown): boolean {
  if (isPersonal(before) && 'erased' in before) return true;
  if (typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) {
    return canonicalJson(before ?? null) === canonicalJson(now ?? null);
  }
  const [one, other] = [before as Record<string, unknown>, now as Record<string, unknown>];
  const fields = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...fields].every((field) => sameReading(one[field], other[field]));
}
