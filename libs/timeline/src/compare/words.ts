import type { Status } from '../status';

const WORDS: Readonly<Record<Status, string>> = {
  proposed: 'proposed',
  'on-plan': 'on plan',
  'due-soon': 'due soon',
  overdue: 'overdue',
  achieved: 'done',
  withdrawn: 'stopped',
  'no-end': 'without an end date',
  'part-done': 'partly done',
  'not-done': 'not done',
  'result-not-recorded': 'past its time with no result recorded',
};

export function statusInWords(status: Status): string {
  return WORDS[status];
}

/** `a`, `a and b`, `a, b and c`; `nobody` for none. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return 'nobody';
  if (names.length === 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

export function quoted(text: string): string {
  return `“${text}”`;
}
