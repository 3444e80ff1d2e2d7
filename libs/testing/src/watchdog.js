/**
 * Waits until jest has gone, however it went, then ends what it left behind: argument 1 is the folder of its server.
 * A signal handler in jest itself would not run while a test keeps the process busy, nor after kill -9.
 */
const { existsSync } = require('node:fs');

const folder = process.argv[2];
process.stdin.resume().on('end', async () => {
  if (!existsSync(folder)) return;
  require('./typescript.js');
  const { clearAway } = require('./leftovers.ts');
  await clearAway(folder);
});
