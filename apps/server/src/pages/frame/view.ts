import type { Day, Instant } from '@promise/kernel';
import type { Times } from '@promise/projections';
import { endOfLondonDay, isDay, londonDay } from '@promise/kernel';
import type { Request } from 'express';
import { badRequest } from '../../api/conventions/problem';
import type { PageView } from './page';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** The two times that a page is about, as its address says. */
export interface View {
  readonly times: Times;
  /** For the banner of the frame; absent where the page is about now. */
  readonly shown: PageView | undefined;
  /** `?asAt=…&knownAt=…` to go on with in links, or empty where the page is about now. */
  readonly suffix: string;
  /** The path of the page, and the rest of its query. */
  readonly path: string;
  readonly rest: URLSearchParams;
}

/**
 * Reads `asAt` (a day) and `knownAt` (a day or a moment) from the address; both default to now.
 * @throws Problem 400
 */
export function viewOf(request: Request, query: Readonly<Record<string, unknown>>, now: Instant): View {
  const asAt = given(query, 'asAt', isDay);
  // The form of days says "as known then" for short.
  const knownAt = query.known === 'then' ? asAt : given(query, 'knownAt', isDayOrMoment);
  const rest = new URLSearchParams(
    Object.entries(query).filter(
      (pair): pair is [string, string] =>
        !['asAt', 'knownAt', 'known', 'notice'].includes(pair[0]) && typeof pair[1] === 'string' && pair[1] !== '',
    ),
  );
  const path = request.path;
  const today = withQuery(path, rest);
  const pair = new URLSearchParams({ ...(asAt ? { asAt } : {}), ...(knownAt ? { knownAt } : {}) });
  return {
    times: { asAt: asAt ?? londonDay(now), knownAt: momentOf(knownAt, now) },
    shown: asAt || knownAt ? { ...(asAt ? { asAt } : {}), ...(knownAt ? { knownAt } : {}), today } : undefined,
    suffix: pair.size > 0 ? `?${pair.toString()}` : '',
    path,
    rest,
  };
}

/** The address that shows the same a year from now: both times in it, to the moment. */
export function lastingAddress({ path, rest, times }: View): string {
  return withQuery(path, new URLSearchParams([...rest, ['asAt', times.asAt], ['knownAt', times.knownAt]]));
}

/** The day to call "today": none where the address names a day, because there the page has to read the same for ever. */
export function dayCalledToday(view: View, today: Day): Day {
  return view.shown ? '' : today;
}

/** A link to another page about the same day. */
export function linkTo(view: View, path: string, more: Readonly<Record<string, string>> = {}): string {
  return withQuery(path, new URLSearchParams([...new URLSearchParams(view.suffix), ...Object.entries(more)]));
}

export function withQuery(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

function momentOf(knownAt: string | undefined, now: Instant): Instant {
  if (knownAt === undefined) return now;
  return isDay(knownAt) ? endOfLondonDay(knownAt) : new Date(knownAt).toISOString();
}

function isDayOrMoment(text: string): boolean {
  return isDay(text) || (MOMENT.test(text) && !Number.isNaN(Date.parse(text)));
}

function given(
  query: Readonly<Record<string, unknown>>,
  name: string,
  isRight: (text: string) => boolean,
): string | undefined {
  const text = query[name];
  if (text === undefined || text === '') return undefined;
  if (typeof text === 'string' && isRight(text)) return text;
  throw badRequest([{ field: name, rule: 'isDay', message: 'must be a day such as 2026-03-31' }]);
}
