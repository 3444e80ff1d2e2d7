import { resolve } from 'node:path';
import { whyItEnded } from '@promise/running';
import { readSettings } from '@promise/tracker';
import { runProjector } from './run-projector';

/** The checkout, or the installed package: this file runs as `dist/apps/projector/src/main.js` in it. */
const HOME = resolve(__dirname, '../../../..');

/** Its own port, beside a server on the same machine. */
const OWN_PORT = { PORT: '3001' };

runProjector(() => readSettings({ ...OWN_PORT, ...process.env, PROJECTOR: 'inside' }, HOME)).catch((error: unknown) => {
  process.stderr.write(`${whyItEnded(error)}\n`);
  process.exitCode = 1;
});
