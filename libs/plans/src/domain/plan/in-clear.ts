import { isPersonal, type Personal, textOf } from '@promise/kernel';

/** The same shape with every personal text as plain text. */
export type InClear<Value> = Value extends Personal
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly InClear<Item>[]
    : Value extends object
      ? { readonly [Field in keyof Value]: InClear<Value[Field]> }
      : Value;

/** The same value with every personal text as plain text; erased text reads `[removed]`. */
export function inClear<Value>(value: Value): InClear<Value> {
  return clear(value) as InClear<Value>;
}

function clear(value: unknown): unknown {
  if (isPersonal(value)) return textOf(value);
  if (Array.isArray(value)) return value.map(clear);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, member]) => [field, clear(member)]));
}
