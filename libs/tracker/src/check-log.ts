import { roleUrls } from '@promise/database';
import { EmbeddedPostgres } from '@promise/embedded-postgres';
import { type Danger, openEventStoreDb, PostgresEventStore } from '@promise/event-store';
import { BadSetting } from './bad-setting';
import { isEventStoreDb } from './event-store-url';
import { hasLog } from './open-log';
import type { Settings } from './settings';
import type { Reports } from './tracker';

type Told = Pick<Reports, 'onNotice' | 'onProblem'>;

/**
 * Opens the log alone, also where the tracker would not start with it, and looks whether it is safe. Makes nothing where
 * there is none.
 * @throws BadSetting there is no log; StoreUnavailable, NotDurable
 */
export async function checkLog(settings: Settings, told: Told): Promise<readonly Danger[]> {
  const { eventStoreUrl, databaseUrl, environment } = settings;
  if (eventStoreUrl && isEventStoreDb(eventStoreUrl)) {
    const store = openEventStoreDb({ url: eventStoreUrl, onProblem: told.onProblem });
    return store.check().finally(() => store.close());
  }
  if (eventStoreUrl) return inPostgres('EVENT_STORE_URL', eventStoreUrl, {}, told);
  if (databaseUrl) return inPostgres('DATABASE_URL', databaseUrl, environment, told);
  const server = await EmbeddedPostgres.start({ dataDir: settings.dataDir, onNotice: told.onNotice });
  return inPostgres('DATA_DIR', server.url, {}, told).finally(() => server.stop());
}

async function inPostgres(
  name: string,
  url: string,
  environment: Settings['environment'],
  { onProblem }: Told,
): Promise<readonly Danger[]> {
  const urls = roleUrls(url, environment);
  if (!(await hasLog(urls.owner))) throw new BadSetting(`${name}: the database holds no log of the tracker`);
  const store = await PostgresEventStore.open({ url: urls.application, applicationName: 'promise-check', onProblem });
  return store.check().finally(() => store.close());
}
