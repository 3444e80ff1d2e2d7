const { closeSync, fsyncSync, openSync, rmSync, writeSync } = require('node:fs');
const os = require('node:os');
const { join } = require('node:path');
const { dependencies: peers } = require('../package.json');
const { pgbenchVersion } = require('./pgbench');
const { spread } = require('./statistics');

/** What the figures depend on besides the programs. */
async function machine(postgres) {
  const [{ server_version: server }] = await postgres.query('SHOW server_version');
  return {
    cores: os.cpus().length,
    processor: os.cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    node: process.versions.node,
    postgresql: server,
    pgbench: pgbenchVersion(),
    peers,
    onDisk: postgres.onDisk,
    fsyncMs: fsyncTime(postgres.folder),
    loadBefore: os.loadavg()[0],
  };
}

/** Median time to write 8 KiB and to know that they are on the disk: the floor of every commit. */
function fsyncTime(folder) {
  const path = join(folder, 'fsync-test');
  const file = openSync(path, 'w');
  const times = [];
  for (let n = 0; n < 100; n += 1) {
    const begin = performance.now();
    writeSync(file, Buffer.alloc(8192), 0, 8192, n * 8192);
    fsyncSync(file);
    times.push(performance.now() - begin);
  }
  closeSync(file);
  rmSync(path);
  return Number(spread(times).median.toFixed(3));
}

module.exports = { machine };
