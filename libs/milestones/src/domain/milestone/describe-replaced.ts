import { isDay, isPersonal, textOf } from '@promise/kernel';
import { dayInWords, listInWords } from './words';

const FIELDS: Readonly<Record<string, string>> = {
  effectiveOn: 'the day on which it was so',
  alsoServes: 'what else it serves',
  decidedBy: 'who decided it',
  decidedOn: 'the day of the decision',
  reportedBy: 'who reported it',
  shows: 'what it shows',
  when: 'the day they were told',
  how: 'how they were told',
  youngPeopleTold: 'whether young people were told',
};

const PLURAL: readonly string[] = ['leads', 'priorities'];

/** Fields whose values are ids, which say nothing to people. */
const OF_IDS: readonly string[] = ['parent', 'priorities', 'evidence'];

/** What a correction replaced: `the timescale is now “by June 2026”`; of what has parts or ids, that it was corrected. */
export function replacedInWords(replace: Readonly<Record<string, unknown>>): string {
  return listInWords(Object.entries(replace).map(([field, value]) => oneReplaced(field, value)));
}

function oneReplaced(field: string, value: unknown): string {
  const plural = PLURAL.includes(field);
  if (value === null) return `${nameOfField(field)} ${plural ? 'are' : 'is'} now left out`;
  const said = OF_IDS.includes(field) ? null : valueInWords(value);
  if (said === null) return `${nameOfField(field)} ${plural ? 'were' : 'was'} corrected`;
  return `${nameOfField(field)} ${plural ? 'are' : 'is'} now ${said}`;
}

/** `successStatement` becomes `the success statement`. */
function nameOfField(field: string): string {
  return FIELDS[field] ?? `the ${field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
}

function valueInWords(value: unknown): string | null {
  if (typeof value === 'string') return isDay(value) ? dayInWords(value) : `“${value}”`;
  if (isPersonal(value)) return `“${textOf(value)}”`;
  if (Array.isArray(value)) return listed(value);
  if (typeof value !== 'object' || value === null) return null;
  return 'words' in value && typeof value.words === 'string' ? `“${value.words}”` : null;
}

function listed(values: readonly unknown[]): string | null {
  const said = values.map(valueInWords);
  if (said.length === 0) return 'left out';
  return said.every((each) => each !== null) ? listInWords(said) : null;
}
