import { canonicalJson } from '@promise/kernel';
import type { FieldChange } from './difference';
import { quoted } from './words';

/** What a change of one field says; null where what is said of another field says it already. */
export type Saying<View> = (was: View, is: View) => readonly FieldChange[] | null;

/** What a field is called in plain words, and what its changes say where a plain sentence would say too little. */
export interface FieldWords<View> {
  readonly name: string;
  readonly says?: Saying<View>;
}

/** Every field of a view that can differ between two days, so that none can be forgotten. */
export type WordsOfFields<View, Known extends keyof View> = Readonly<
  Record<Exclude<keyof View, Known>, FieldWords<View>>
>;

/** Whether two values, or the same field of two views, are not the same. */
export function differs(a: unknown, b: unknown): boolean {
  return canonicalJson({ value: a }) !== canonicalJson({ value: b });
}

/** At least one change for every field that differs, in the order of the table. */
export function fieldChanges<View extends object>(
  was: View,
  is: View,
  title: string,
  table: Readonly<Partial<Record<keyof View, FieldWords<View>>>>,
): FieldChange[] {
  return (Object.entries(table) as [keyof View & string, FieldWords<View>][]).flatMap(([field, { name, says }]) => {
    if (!differs(was[field], is[field])) return [];
    const said = says?.(was, is);
    if (said === null || (said && said.length > 0)) return [...(said ?? [])];
    const sentence = `What is recorded of ${quoted(title)} (${name}) changed.`;
    return [{ field, from: was[field], to: is[field], sentence }];
  });
}
