import { DemonstrationPeople } from '@promise/identity';
import { openTracker, type Reports, type Settings, type Tracker } from '@promise/tracker';
import type { Logger } from 'pino';
import { type Application, makeApplication } from './application';
import { loadPlansOnce } from './load-plans';
import { makeLog } from './logging/log';

/**
 * Runs server and projector in this process until SIGINT or SIGTERM, and prints the address when it is ready.
 * @throws when it cannot start; whatever was opened is closed again
 */
export async function runServer(settingsOf: () => Settings): Promise<void> {
  const settings = settingsOf();
  const log = makeLog(settings.logLevel);
  const stopped = stopSignal();
  const tracker = await openTracker(settings, reportsTo(log));
  try {
    const app = await start(settings, tracker, log);
    print(`The Promise tracker is ready at ${addressOf(app, settings)}\n`);
    log.info({ signal: await stopped }, 'stopping');
    await app.close();
  } finally {
    await tracker.close();
  }
}

async function start(settings: Settings, tracker: Tracker, log: Logger): Promise<Application> {
  const people = settings.production ? DemonstrationPeople.none() : DemonstrationPeople.of(settings.dataDir);
  const app = await makeApplication(tracker, people, log);
  await app.init();
  if (!settings.production) await loadPlansOnce(app, tracker, settings, print);
  tracker.readSide.projector.start();
  await app.listen(settings.port, settings.host);
  return app;
}

/** Resolves with the first signal to stop. Registered before anything starts, so that none is missed. */
function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
}

function reportsTo(log: Logger): Reports {
  return {
    onNotice: (message) => {
      print(`${message}\n`);
    },
    onProblem: (error) => {
      log.error({ err: error }, 'problem behind the scenes');
    },
    onRebuild: ({ applied, expected }) => {
      log.info({ applied, expected }, 'building the read models');
    },
  };
}

function addressOf(app: Application, settings: Settings): string {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  return `http://${settings.host === '127.0.0.1' ? 'localhost' : settings.host}:${port}`;
}

function print(text: string): void {
  process.stdout.write(text);
}
