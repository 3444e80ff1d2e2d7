import { resolve } from 'node:path';
import { BadSetting, readSettings } from '@promise/tracker';
import { runServer } from './run-server';

/** The checkout, or the installed package: this file runs as `dist/apps/server/src/main.js` in it. */
const HOME = resolve(__dirname, '../../../..');

runServer(() => readSettings(process.env, HOME)).catch((error: unknown) => {
  const text = error instanceof BadSetting ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`The tracker could not start. ${text ?? ''}\n`);
  process.exitCode = 1;
});
