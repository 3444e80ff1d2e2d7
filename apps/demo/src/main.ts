import { resolve } from 'node:path';
import { whyItEnded } from '@promise/running';
import { readSettings, type Settings } from '@promise/tracker';
import { runServer } from '../../server/src/run-server';
import { NoDemonstration } from './demo-folder';
import { makeDemonstration } from './make-demonstration';

/** The checkout, or the installed package: this file runs as `dist/apps/demo/src/main.js` in it. */
const HOME = resolve(__dirname, '../../../..');

/** The ordinary settings, but with a data folder of its own. */
function settings(): Settings {
  const ownFolder = { DATA_DIR: resolve(HOME, 'data-demo') };
  return readSettings(process.env.DATA_DIR ? process.env : { ...process.env, ...ownFolder }, HOME);
}

/** Makes the demonstration where it is not there yet, and then runs the ordinary server on it. */
async function run(): Promise<void> {
  const asked = new AbortController();
  const stop = (): void => {
    asked.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  const whole = await makeDemonstration(settings(), {
    print: (text) => void process.stdout.write(text),
    onProblem: (error) => void process.stderr.write(`${error.message}\n`),
    isOver: () => asked.signal.aborted,
  });
  if (asked.signal.aborted || !whole) {
    process.stdout.write('Stopped. The next start goes on from here.\n');
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  await runServer(settings);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof NoDemonstration ? error.message : whyItEnded(error)}\n`);
  process.exitCode = 1;
});
