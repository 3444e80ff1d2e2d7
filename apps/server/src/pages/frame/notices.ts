import { messages } from './messages';

/** What a page says was just done; `?notice=<key>` in its address. Each area adds its own. */
export const notices = messages({
  recorded: 'It is recorded.',
  proposed: 'It is proposed. It counts once a second person has approved it, by a decision of the board.',
  'already-at-work': 'A rebuild is at work already. This is how far it is; a second one was not begun.',
  'recorded-soon': 'It is recorded. It may take a moment until this page shows it: load it again.',
});

/** The text of a notice, or undefined for what is none of ours. */
export function noticeOf(key: unknown): string | undefined {
  const all: Readonly<Record<string, string>> = notices();
  return typeof key === 'string' && Object.hasOwn(all, key) ? all[key] : undefined;
}
