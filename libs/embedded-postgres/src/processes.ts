import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Names a living process so that a later process with the same number is never taken for it: `pid-start`.
 * Undefined when there is none, also when it is a zombie that its parent has not yet buried.
 */
export function identityOf(pid: number): string | undefined {
  if (!exists(pid)) return undefined;
  const start = process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
  return start === 'ended' ? undefined : `${pid}-${start}`;
}

/** The identity of this process. */
export function identityOfThisProcess(): string {
  return identityOf(process.pid) ?? `${process.pid}-unknown`;
}

/** Whether the process of that identity still runs; in doubt (nobody may look) it does. */
export function isAlive(identity: string): boolean {
  const now = identityOf(Number.parseInt(identity, 10));
  return now !== undefined && (now === identity || now.endsWith('-unknown') || identity.endsWith('-unknown'));
}

function exists(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start time in clock ticks (field 22 of proc_pid_stat(5)) with the boot it counts from. */
function startOnLinux(pid: number): string {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  // The command stands in brackets and may itself hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return 'ended';
  const boot = readOrNothing('/proc/sys/kernel/random/boot_id').slice(0, 8);
  return fields[19] === undefined ? 'unknown' : `${boot}${fields[19]}`;
}

function startByPs(pid: number): string {
  const answer = ps(pid, 'stat=,lstart=').trim();
  if (answer.startsWith('Z')) return 'ended';
  return answer.replace(/^\S+/, '').replace(/[^0-9A-Za-z]/g, '') || 'unknown';
}

/** The name of the program a process runs, without its folder; empty when it cannot be told. */
export function programOf(pid: number): string {
  if (process.platform === 'linux') return readOrNothing(`/proc/${pid}/comm`).trim();
  return ps(pid, 'comm=').trim().split('/').at(-1) ?? '';
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // The process has just gone, or hides from us; both callers treat that as unknown.
  }
}

function ps(pid: number, columns: string): string {
  try {
    return execFileSync('ps', ['-o', columns, '-p', `${pid}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}
