import { migrate, roleUrls } from '@promise/database';
import { type EventStore, openEventStoreDb, PostgresEventStore } from '@promise/event-store';
import { Client } from 'pg';
import { BadSetting } from './bad-setting';
import { isEventStoreDb } from './event-store-url';

/**
 * Opens the log that a URL names. In PostgreSQL its schema is made where there is none, and brought up to date.
 * @param url as `logUrl` gives it
 * @throws StoreUnavailable
 */
export async function openLog(url: string, onProblem: (error: Error) => void): Promise<EventStore> {
  if (isEventStoreDb(url)) return openedEventStoreDb(url, onProblem);
  const own = roleUrls(url);
  await migrate(own.owner);
  return PostgresEventStore.open({ url: own.application, applicationName: 'promise-log', onProblem });
}

/**
 * Opens a log that is only read from, and makes nothing where there is none.
 * @param name of the option that the URL was given by
 * @throws BadSetting there is no log at this place
 */
export async function openLogThatIsThere(
  name: string,
  url: string,
  onProblem: (error: Error) => void,
): Promise<EventStore> {
  if (isEventStoreDb(url)) return openedEventStoreDb(url, onProblem);
  if (!(await hasLog(url))) throw new BadSetting(`${name}: the database holds no log of the tracker`);
  return PostgresEventStore.open({ url: roleUrls(url).application, applicationName: 'promise-log', onProblem });
}

/** It connects by itself; this says now that it cannot. */
async function openedEventStoreDb(url: string, onProblem: (error: Error) => void): Promise<EventStore> {
  const log = openEventStoreDb({ url, onProblem });
  try {
    await log.head();
    return log;
  } catch (error) {
    await log.close();
    throw error;
  }
}

export async function hasLog(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('log.event') IS NOT NULL AS there");
    return rows[0]?.there === true;
  } finally {
    await client.end();
  }
}
