const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The month's name; `month` from 1. */
export function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? '';
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof SEASONS)[number];

const NUMBERS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
]);

/** 1 to 12 from a month's name or its usual short forms. */
export function monthOf(word: string | undefined): number | undefined {
  if (word === 'sept') return 9;
  return placeOf(MONTH_NAMES, word, [3]);
}

/** 0 (Sunday) to 6 from a weekday's name or its usual short forms. */
export function weekdayOf(word: string | undefined): number | undefined {
  const place = placeOf(WEEKDAYS, word, [3, 4, 5]);
  return place === undefined ? undefined : place - 1;
}

export function seasonOf(word: string | undefined): Season | undefined {
  return SEASONS.find((season) => season === word);
}

/** 1 to 12 from `one` to `twelve`. */
export function numberOf(word: string | undefined): number | undefined {
  return placeOf(NUMBERS, word, []);
}

/** 1 to 4 from `first` to `fourth`. */
export function ordinalOf(word: string | undefined): number | undefined {
  return word === undefined ? undefined : ORDINALS.get(word);
}

function placeOf(names: readonly string[], word: string | undefined, short: readonly number[]): number | undefined {
  const index = names.findIndex((name) => {
    const lower = name.toLowerCase();
    return word === lower || (word?.length !== undefined && short.includes(word.length) && lower.startsWith(word));
  });
  return index < 0 ? undefined : index + 1;
}
