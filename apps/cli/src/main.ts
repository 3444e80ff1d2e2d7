import { resolve } from 'node:path';
import { run } from './run';

/** The checkout, or the installed package: this file runs as `dist/apps/cli/src/main.js` in it. */
const HOME = resolve(__dirname, '../../../..');

void run(process.argv, HOME).then((code) => {
  process.exitCode = code;
});
