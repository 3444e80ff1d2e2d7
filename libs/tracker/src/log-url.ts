import { BadSetting } from './bad-setting';
import { eventStoreDbUrl, hostsOf, isEventStoreDb } from './event-store-url';

/**
 * The URL of a log, in PostgreSQL or in EventStoreDB. Messages never show it: there may be a password in it.
 * @param name of the setting or option that it was given by
 * @throws BadSetting
 */
export function logUrl(name: string, text: string): string {
  return isEventStoreDb(text)
    ? eventStoreDbUrl(name, text)
    : postgresUrl(name, text, `${POSTGRES} or ${EVENT_STORE_DB}`);
}

const POSTGRES = 'postgres://user:password@host:5432/database';
const EVENT_STORE_DB = 'esdb://user:password@host:2113?tls=true';

/**
 * @param examples of what may be given
 * @throws BadSetting
 */
export function postgresUrl(name: string, text: string, examples = POSTGRES): string {
  if (text === '') return '';
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) {
    throw new BadSetting(`${name} must look like ${examples}`);
  }
  return text;
}

/** Whether two URLs name the same place, whoever signs in there and with whatever options. */
export function isSamePlace(one: string, other: string): boolean {
  const places = placesOf(other);
  return placesOf(one).some((place) => places.includes(place));
}

function placesOf(url: string): string[] {
  if (isEventStoreDb(url)) return hostsOf(url).map((host) => `esdb ${host}`);
  const { hostname, port, pathname } = new URL(url);
  return [`postgres ${hostname}:${port || '5432'}${pathname}`];
}
