/** The same object without some of its fields. */
export function without<Value extends object, Field extends keyof Value>(
  value: Value,
  ...fields: readonly Field[]
): Omit<Value, Field> {
  const left = Object.entries(value).filter(([field]) => !(fields as readonly string[]).includes(field));
  return Object.fromEntries(left) as Omit<Value, Field>;
}
