'use strict';

/**
 * `npm run bench`: sees to what the benchmark needs (a build, its peers in `bench/node_modules`, pgbench), then runs
 * `bench/run.js`. What cannot be had is said; the rows that need it are then skipped.
 */
const { execFileSync, spawnSync } = require('node:child_process');
const { existsSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { afterBuild } = require('./build');

const folder = join(__dirname, '../bench');

afterBuild(() => {
  installPeers();
  if (!hasPgbench()) installPgbench();
  require('../bench/run.js');
});

/** Anew whenever the lock file is newer than what was installed from it. */
function installPeers() {
  const installed = join(folder, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs)
    return;
  process.stderr.write('Installing what the tracker is measured against, into bench/node_modules…\n');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 2, 2] });
}

function hasPgbench() {
  return spawnSync('pgbench', ['--version'], { stdio: 'ignore' }).status === 0;
}

function installPgbench() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) {
    process.stderr.write('pgbench is not here. As root on Debian: apt-get install postgresql-contrib\n');
    return;
  }
  process.stderr.write('Installing pgbench with apt-get (package postgresql-contrib)…\n');
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  const { status } = spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'postgresql-contrib'],
    options,
  );
  if (status !== 0) process.stderr.write('apt-get could not install pgbench.\n');
}
