/** One field that is another on the second day than on the first, in data and in words. */
export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly sentence: string;
}

/** What changed about one thing between two days. */
export interface Difference {
  readonly kind: 'milestone' | 'step' | 'promise-start';
  readonly id: string;
  readonly title: string;
  /** `added`: not there on the first day. `gone`: not there on the second (a correction took it back). */
  readonly change: 'added' | 'changed' | 'gone';
  readonly changes: readonly FieldChange[];
  /** All of it in plain English. */
  readonly sentence: string;
}

/** Things of two days side by side, by id; what stands on neither is not there. */
export function pairs<Thing extends { readonly id: string }>(
  before: readonly Thing[],
  after: readonly Thing[],
): { readonly id: string; readonly before?: Thing; readonly after?: Thing }[] {
  const old = new Map(before.map((each) => [each.id, each]));
  const now = new Map(after.map((each) => [each.id, each]));
  return [...new Set([...old.keys(), ...now.keys()])].map((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    return { id, ...(was ? { before: was } : {}), ...(is ? { after: is } : {}) };
  });
}
