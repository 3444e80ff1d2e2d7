import type { Unsent } from '../frame/errors/problem-page';

/** An address on this site, so that nobody is sent elsewhere after signing in; the front page for anything else. */
export function localAddress(text: string): string {
  const isLocal = /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(text) && !text.startsWith('/sign-');
  return isLocal ? text : '/';
}

/** What was written before the sign-in ended, as the page carried it; null for what no page of ours made. */
export function unsentOf(text: string): Unsent | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  const { action, fields } = (given ?? {}) as { action?: unknown; fields?: unknown };
  if (typeof action !== 'string' || localAddress(action) !== action || !Array.isArray(fields)) return null;
  const pairs = fields.filter(
    (each): each is [string, string] =>
      Array.isArray(each) && each.length === 2 && each.every((part) => typeof part === 'string'),
  );
  return { action, fields: pairs };
}
