import { resolve } from 'node:path';
import { run } from './run';

/** The checkout, or the installed package: this file runs as `dist/apps/cli/src/main.js` in it. */
const HOME = resolve(__dirname, '../../../..');

// Whoever reads the answer may stop reading (`| head`); the work goes on to its end all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void run(process.argv, HOME).then((code) => {
  process.exitCode = code;
});
