import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isAlive, programOf } from './processes';
import { within } from './waiting';

/** The main process of a running server. */
export interface Postmaster {
  readonly pid: number;
  readonly identity: string;
  /** Undefined in the first moments of a start. */
  readonly port: number | undefined;
}

/** Finds the server that runs in the cluster, whoever started it; undefined when there is none. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = postmasterFile(cluster);
  const pid = Number(lines[0]);
  const identity = identityOf(pid);
  if (identity === undefined || programOf(pid) !== 'postgres' || worksElsewhere(pid, cluster)) return undefined;
  return { pid, identity, port: Number(lines[3]) || undefined };
}

/**
 * A folder copied while its server ran, or a number given to a new process after a reboot, leads to a stranger. The
 * server's working folder is its cluster; where the system does not let us look, it is taken for ours.
 */
function worksElsewhere(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const [found, own] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)];
    return found.ino !== own.ino || found.dev !== own.dev;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/**
 * Lets the next start get past a `postmaster.pid` whose process is dead, a zombie or a stranger. PostgreSQL refuses to
 * start while the number in it is in use by anybody but its own parent, so the parent's number, ours, is put there.
 * The rest stays: by it PostgreSQL recognises backends that outlived their postmaster.
 */
export function disownPostmasterFile(cluster: string): void {
  const lines = postmasterFile(cluster);
  if (lines.length > 1) writeFileSync(fileOf(cluster), [process.pid, ...lines.slice(1)].join('\n'));
}

function postmasterFile(cluster: string): string[] {
  return existsSync(fileOf(cluster)) ? readFileSync(fileOf(cluster), 'utf8').split('\n') : [];
}

function fileOf(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

/** Fast: ends sessions, writes a checkpoint. Immediate: the next start recovers from the log. Then by force. */
const signals = ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const;

/** Ends the server: fast, after 30 s immediately, after another 10 s by force. No committed data is lost by any. */
export async function endPostmaster(
  { pid, identity }: Postmaster,
  onNotice: (message: string) => void,
  patienceMs: readonly number[] = [30_000, 10_000, 10_000],
): Promise<void> {
  for (const [i, signal] of signals.entries()) {
    if (signal !== 'SIGINT') onNotice(`PostgreSQL (process ${pid}) has not stopped yet; sending ${signal}.`);
    signalTo(pid, signal);
    if (await within(patienceMs[i] ?? 0, () => !isAlive(identity))) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) cannot be stopped, not even by SIGKILL.`);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // ESRCH: it has just ended by itself.
  }
}
