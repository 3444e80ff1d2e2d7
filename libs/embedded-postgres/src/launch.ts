import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { Workshop } from './cluster';
import type { Access } from './data-folder';
import { disownPostmasterFile, findPostmaster } from './postmaster';
import { here, spawnOptions } from './program';
import { freePort, probe, urlOf } from './reaching';
import { logLength, logSince, openLog } from './server-log';
import { pause } from './waiting';

/** Backends that outlived a killed postmaster need a moment to notice. */
const retryMs = 10_000;
/** Recovery after a crash reads at most what `max_wal_size` allows; this is far beyond. */
const recoveryMs = 300_000;

const settings = {
  listen_addresses: '127.0.0.1',
  // No socket file: its path may be at most 107 bytes long, and nobody needs it.
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_destination: 'stderr',
  // Values of rows and statements may be personal; the log gets neither.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
};

/** Starts the server and waits until it answers; answers the access with the port it got. */
export async function launch(workshop: Workshop, access: Access, onEnd: () => void): Promise<Access> {
  const deadline = Date.now() + retryMs;
  for (;;) {
    const port = await freePort(access.port);
    workshop.folder.writeAccess({ ...access, port });
    const failure = await attempt(workshop, urlOf(port, access.password), port, onEnd);
    if (failure === undefined) return { ...access, port };
    const passing = /still in use|lock file|could not bind|could not create any TCP/.test(failure);
    if (!passing || Date.now() > deadline) throw new Error(`${advice(passing, workshop.folder.log)}\n${failure}`);
    await pause(250);
  }
}

function advice(passing: boolean, log: string): string {
  const what = passing
    ? 'PostgreSQL could not start: processes of an earlier one still use its folder. End them and start again.'
    : 'PostgreSQL could not start.';
  return `${what} Its log is ${log}; its last lines:`;
}

/** One start; answers why it failed. */
async function attempt(
  { folder, account, binaries }: Workshop,
  url: string,
  port: number,
  onEnd: () => void,
): Promise<string | undefined> {
  if (!findPostmaster(folder.cluster)) disownPostmasterFile(folder.cluster);
  const surroundings = { cwd: folder.cluster, account };
  const choices = Object.entries({ ...settings, port: `${port}` }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const start = logLength(folder);
  const log = openLog(folder);
  const server = spawn(binaries.postgres, ['-D', here(surroundings), ...choices], {
    ...spawnOptions(surroundings),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended: (() => string) | undefined;
  server.once('error', (error) => (ended = (): string => error.message));
  server.once('exit', () => (ended ??= (): string => logSince(folder, start)));
  const deadline = Date.now() + recoveryMs;
  while ((await probe(url, folder.cluster)) !== 'ours') {
    if (ended !== undefined) return ended();
    if (Date.now() > deadline) return `It has not answered for ${recoveryMs / 1000} s (process ${server.pid ?? 0}).`;
    await pause(25);
  }
  server.once('exit', onEnd);
  server.unref();
  return undefined;
}
