/**
 * A copy of plain JSON in which `replace` may put something else in the place of an object; where it answers
 * `undefined` the object is copied member by member. The second argument is the object's JSON pointer (RFC 6901).
 */
export function replaceObjects(
  value: unknown,
  replace: (object: object, pointer: string) => object | undefined,
  pointer = '',
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((item: unknown, place) => replaceObjects(item, replace, `${pointer}/${place}`));
  }
  const replaced = replace(value, pointer);
  if (replaced !== undefined) return replaced;
  // `fromEntries`, because assigning a member called `__proto__` would lose it.
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      replaceObjects(member, replace, `${pointer}/${escaped(name)}`),
    ]),
  );
}

function escaped(name: string): string {
  return name.includes('~') || name.includes('/') ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name;
}
