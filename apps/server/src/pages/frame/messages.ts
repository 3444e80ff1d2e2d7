/** The languages of the pages. Gaelic follows text by text; what it lacks is shown in English. */
export type Language = 'en' | 'gd';

/**
 * The words of one part of the pages, under typed keys. A text is a string, or a function of what is put into it.
 * @returns the words in a language
 */
export function messages<Words extends object>(
  english: Words,
  others: Partial<Record<Exclude<Language, 'en'>, Partial<Words>>> = {},
): (language?: Language) => Words {
  return (language = 'en') => (language === 'en' ? english : { ...english, ...others[language] });
}

/** `1 milestone`, `2 milestones`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
