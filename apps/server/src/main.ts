import { resolve } from 'node:path';
import { whyItEnded } from '@promise/running';
import { readSettings } from '@promise/tracker';
import { runServer } from './run-server';

/** The checkout, or the installed package: this file runs as `dist/apps/server/src/main.js` in it. */
const HOME = resolve(__dirname, '../../../..');

runServer(() => readSettings(process.env, HOME)).catch((error: unknown) => {
  process.stderr.write(`${whyItEnded(error)}\n`);
  process.exitCode = 1;
});
