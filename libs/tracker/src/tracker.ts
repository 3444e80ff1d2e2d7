import { createPool, migrate, type RoleUrls, roleUrls } from '@promise/database';
import { EmbeddedPostgres } from '@promise/embedded-postgres';
import { type EventStore, openEventStoreDb, PostgresEventStore } from '@promise/event-store';
import {
  Accounts,
  HalfWay,
  InspectorReads,
  KeptAbout,
  OpenId,
  SecondFactors,
  Sessions,
  Tokens,
} from '@promise/identity';
import { type Clock, systemClock } from '@promise/kernel';
import { rolesHeldSql } from '@promise/people';
import { Freshness, LogWatch, type RebuildProgress } from '@promise/projections';
import { EventLogRecorder, openEvents, type Recorder } from '@promise/recording';
import { type EvidenceFiles, type KeyVault, PostgresEvidenceFiles, PostgresKeyVault } from '@promise/vault';
import { isEventStoreDb } from './event-store-url';
import { refuseDangers } from './log-dangers';
import { openLog } from './open-log';
import { allProjections } from './projections';
import { ReadSide } from './read-side';
import type { Settings } from './settings';
import { JobTable } from './work/job-table';
import { Work } from './work/work';

/** What to tell whoever runs the tracker while it opens and works. */
export interface Reports {
  readonly onNotice: (message: string) => void;
  readonly onProblem: (error: Error) => void;
  readonly onRebuild: (progress: RebuildProgress) => void;
  /** When given, an embedded PostgreSQL that ends unexpectedly is started again; told when that cannot be done. */
  readonly onLost?: (error: Error) => void;
  /** When given, opening ends once it aborts, where it looks through the log, builds the read models, or waits for others. */
  readonly stopping?: AbortSignal;
}

/** The tracker put together: log, vault, files, the way in, the read side and what takes a while. */
export interface Tracker {
  readonly store: EventStore;
  readonly vault: KeyVault;
  readonly files: EvidenceFiles;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly inspectorReads: InspectorReads;
  readonly secondFactors: SecondFactors;
  readonly halfWay: HalfWay;
  readonly keptAbout: KeptAbout;
  readonly openId: OpenId;
  readonly recorder: Recorder;
  readonly readSide: ReadSide;
  readonly freshness: Freshness;
  readonly work: Work;
  readonly clock: Clock;
  /** Closes everything that was opened, last first, and leaves the embedded PostgreSQL. */
  close(): Promise<void>;
}

/**
 * Opens everything that settings ask for. What was opened before a failure is closed again.
 * @throws LogInDanger in production; StoreUnavailable, NotDurable, or what the database says
 */
export async function openTracker(settings: Settings, reports: Reports, clock: Clock = systemClock): Promise<Tracker> {
  const closing: Closing = [];
  const close = (): Promise<void> => closeAll(closing.splice(0).reverse());
  try {
    const urls = await database(settings, reports, closing);
    const store = await eventStore(settings, urls, reports, closing);
    await refuseDangers(store, settings.production, reports);
    const { vault, unremembered, ...others } = besideTheLog(urls, settings, reports, clock, closing);
    const log = { store, open: (stored: Parameters<typeof openEvents>[0]) => openEvents(stored, unremembered) };
    const readSide = await ReadSide.open(urls, log, allProjections(), settings.projector === 'inside', reports);
    closing.push(
      () => readSide.close(),
      () => others.work.close(),
    );
    const freshness = new Freshness(readSide.source, store);
    // What it has seen by then is the least that every read shows.
    await freshness.position();
    const watch = watchOver(readSide, freshness, closing);
    const recorder = new EventLogRecorder(store, vault, clock, () => {
      watch.check();
    });
    return { store, vault, ...others, recorder, readSide, freshness, clock, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Closing = (() => Promise<unknown>)[];

/** One that fails keeps none of the others open. */
async function closeAll(closing: Closing): Promise<void> {
  const failures: unknown[] = [];
  for (const each of closing) await each().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function database(settings: Settings, reports: Reports, closing: Closing): Promise<RoleUrls> {
  const url = settings.databaseUrl ?? (await embedded(settings, reports, closing));
  const urls = roleUrls(url, settings.databaseUrl ? settings.environment : {});
  await migrate(urls.owner);
  return urls;
}

async function embedded(settings: Settings, reports: Reports, closing: Closing): Promise<string> {
  const { onNotice, onLost } = reports;
  const server = await EmbeddedPostgres.start({ dataDir: settings.dataDir, onNotice, ...(onLost ? { onLost } : {}) });
  closing.push(() => server.stop());
  return server.url;
}

/** EventStoreDB connects by itself: what is asked of it next says that it cannot, or what this user may not read. */
async function eventStore(settings: Settings, urls: RoleUrls, reports: Reports, closing: Closing): Promise<EventStore> {
  const { onProblem } = reports;
  const { eventStoreUrl: url } = settings;
  const inDatabase = (): Promise<EventStore> =>
    PostgresEventStore.open({ url: urls.application, applicationName: 'promise-log', onProblem });
  const elsewhere = (place: string): EventStore | Promise<EventStore> =>
    isEventStoreDb(place) ? openEventStoreDb({ url: place, onProblem }) : openLog(place, onProblem);
  const store = await (url ? elsewhere(url) : inDatabase());
  closing.push(() => store.close());
  return store;
}

/** Looks again and again how far the read models are, and whether they are of this log. */
function watchOver(readSide: ReadSide, freshness: Freshness, closing: Closing): LogWatch {
  const watch = new LogWatch(async () => {
    await freshness.position();
    return readSide.isOfThisLog();
  });
  watch.start();
  closing.push(() => {
    watch.stop();
    return Promise.resolve();
  });
  return watch;
}

/** What is kept in the database and not in the log. */
function besideTheLog(
  urls: RoleUrls,
  settings: Settings,
  reports: Reports,
  clock: Clock,
  closing: Closing,
): Pick<
  Tracker,
  | 'vault'
  | 'files'
  | 'sessions'
  | 'accounts'
  | 'tokens'
  | 'secondFactors'
  | 'halfWay'
  | 'inspectorReads'
  | 'keptAbout'
  | 'openId'
  | 'work'
> & {
  /** What is written to read models is opened with keys that nobody has destroyed by then, in whatever process. */
  readonly unremembered: KeyVault;
} {
  const pool = (url: string, applicationName: string, max: number): ReturnType<typeof createPool> => {
    const opened = createPool(url, { applicationName, max, onIdleError: reports.onProblem });
    closing.push(() => opened.end());
    return opened;
  };
  const keys = pool(urls.vault, 'promise-vault', 4);
  const vault = new PostgresKeyVault(keys);
  const files = new PostgresEvidenceFiles(pool(urls.application, 'promise-files', 2), vault);
  const access = pool(urls.application, 'promise-access', 2);
  const work = new Work(new JobTable(pool(urls.application, 'promise-work', 2)), reports.onProblem);
  return {
    vault,
    unremembered: new PostgresKeyVault(keys, { rememberedFor: 0 }),
    files,
    sessions: new Sessions(access, rolesHeldSql),
    accounts: new Accounts(access),
    tokens: new Tokens(access, rolesHeldSql),
    inspectorReads: new InspectorReads(access),
    secondFactors: new SecondFactors(access, vault, clock),
    halfWay: new HalfWay(access),
    keptAbout: new KeptAbout(access),
    openId: new OpenId(access, settings.openId),
    work,
  };
}
