import { Eraser } from '@promise/erasure';
import { DemonstrationPeople } from '@promise/identity';
import { type StopRequest, untilStopped } from '@promise/running';
import { AccountRetention, type Settings, type Tracker } from '@promise/tracker';
import type { Logger } from 'pino';
import { type Application, makeApplication } from './application';
import { daily } from './daily';
import { loadPlansOnce } from './load-plans';

/** How long requests that are under way may take once the server stops. */
const GRACE_MS = 5_000;

/**
 * Runs the server until SIGINT or SIGTERM, and prints the address when it is ready.
 * @throws DatabaseLost, or why it cannot start; whatever was opened is closed again
 */
export async function runServer(settingsOf: () => Settings): Promise<void> {
  await untilStopped(settingsOf, async ({ settings, log, stop, tracker }) => {
    const people = demonstrationPeople(settings, log);
    const app = await makeApplication(tracker, people, log, settings);
    try {
      await serve(app, settings, tracker, stop, log);
      const endRetention = keepAccountsNoLonger(app, log);
      try {
        log.info({ signal: await stop.asked }, 'stopping');
      } finally {
        await endRetention();
      }
    } finally {
      await close(app);
    }
  });
}

/** In production there are none, also where somebody tried the tracker out in the same data folder. */
function demonstrationPeople({ production, dataDir }: Settings, log: Logger): DemonstrationPeople {
  if (!production) return DemonstrationPeople.of(dataDir);
  if (DemonstrationPeople.lieIn(dataDir)) {
    log.warn({ dataDir }, 'sign-in.json is not used: a production start has no demonstration people');
  }
  return DemonstrationPeople.none();
}

/** Begins to answer with all that was recorded, unless it was asked to stop before it got that far. */
async function serve(
  app: Application,
  settings: Settings,
  tracker: Tracker,
  stop: StopRequest,
  log: Logger,
): Promise<void> {
  await app.init();
  if (!settings.production) await loadPlansOnce(app, tracker, settings, print, () => stop.hasCome);
  if (tracker.readSide.builds) await catchUp(tracker, stop, log);
  if (stop.hasCome) return;
  await app.get(Eraser, { strict: false }).resume();
  if (tracker.readSide.builds) tracker.readSide.projector.start();
  await app.listen(settings.port, settings.host);
  print(`The Promise tracker is ready at ${addressOf(app, settings)}\n`);
}

/** Deletes the accounts whose time is over, at the start and every day. */
function keepAccountsNoLonger(app: Application, log: Logger): () => Promise<void> {
  return daily(
    async () => {
      const accounts = await app.get(AccountRetention, { strict: false }).apply();
      log.info({ accounts }, 'accounts deleted because they were kept long enough');
    },
    (error) => {
      log.error({ err: error }, 'accounts could not be deleted');
    },
  );
}

/** What keeps the projector from following is told by the health page; commands and what is shown already still work. */
async function catchUp(tracker: Tracker, stop: StopRequest, log: Logger): Promise<void> {
  await tracker.readSide.projector.catchUp(stop.signal).catch((error: unknown) => {
    log.error({ err: error }, 'the read models cannot follow the log');
  });
}

/** Lets requests finish, but not for ever: somebody may have opened a connection and sent half a request. */
async function close(app: Application): Promise<void> {
  const force = setTimeout(() => {
    app.getHttpServer().closeAllConnections();
  }, GRACE_MS);
  await app.close();
  clearTimeout(force);
}

function addressOf(app: Application, settings: Settings): string {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  return `http://${settings.host === '127.0.0.1' ? 'localhost' : settings.host}:${port}`;
}

function print(text: string): void {
  process.stdout.write(text);
}
