import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import type { Account } from './account';

/** How one of PostgreSQL's programs is run: in which folder, and as whom. */
export interface Surroundings {
  readonly cwd: string;
  readonly account: Account | undefined;
}

/**
 * The name under which the program itself finds the folder it was started in. After giving up root it may be unable
 * to walk there (a parent folder closed to others), but Linux always lets a process into its own working folder.
 */
export function here({ cwd, account }: Surroundings): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : cwd;
}

/**
 * Options for spawn. The working folder is entered before root is given up; the program runs in a session of its own, so
 * that a Ctrl-C in the terminal does not reach it; no PG* variable of ours gets through.
 */
export function spawnOptions({ cwd, account }: Surroundings): SpawnOptions {
  return { cwd, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }, detached: true, ...account };
}

/** Runs a program to its end; refuses with all it printed when it fails. */
export async function run(program: string, args: string[], surroundings: Surroundings, input = ''): Promise<string> {
  const child = spawn(program, args, { ...spawnOptions(surroundings), stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  child.stdin.on('error', () => undefined); // A program that ends before it reads says why in its output.
  child.stdin.end(input);
  const code = await endOf(child);
  if (code !== 0) throw new Error(`${program} failed (${code}):\n${output.trim()}`);
  return output;
}

async function endOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve(code ?? signal ?? 'unknown');
    });
  });
}
