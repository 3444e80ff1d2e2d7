/**
 * Numbers that put keys into the given order and leave as many of the known numbers as they are: only what was moved
 * or came in between gets a new one.
 */
export function ordinalsFor(
  keys: readonly string[],
  known: (key: string) => number | undefined,
): ReadonlyMap<string, number> {
  const kept = longestRising(keys.map(known));
  const ordinals = new Map<string, number>();
  let start = 0;
  let before: number | undefined;
  for (const place of [...kept, keys.length]) {
    const key = keys[place];
    const after = key === undefined ? undefined : known(key);
    const between = keys.slice(start, place);
    between.forEach((each, n) => ordinals.set(each, numberBetween(before, after, n + 1, between.length)));
    if (key !== undefined && after !== undefined) ordinals.set(key, after);
    before = after;
    start = place + 1;
  }
  return ordinals;
}

function numberBetween(before: number | undefined, after: number | undefined, n: number, count: number): number {
  if (before === undefined) return after === undefined ? n : after - (count - n + 1);
  return after === undefined ? before + n : before + ((after - before) * n) / (count + 1);
}

/** Places of a longest run, not necessarily side by side, in which the numbers rise. */
function longestRising(numbers: readonly (number | undefined)[]): number[] {
  const best: { length: number; previous: number }[] = [];
  let last = -1;
  numbers.forEach((number, place) => {
    const here = { length: 1, previous: -1 };
    best.push(here);
    if (number === undefined) return;
    for (let before = 0; before < place; before += 1) {
      const length = (best[before]?.length ?? 0) + 1;
      if ((numbers[before] ?? Infinity) < number && length > here.length)
        Object.assign(here, { length, previous: before });
    }
    if (here.length > (best[last]?.length ?? 0)) last = place;
  });
  const places: number[] = [];
  for (let place = last; place >= 0; place = best[place]?.previous ?? -1) places.unshift(place);
  return places;
}
