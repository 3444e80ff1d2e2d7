import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account';
import { complete, type Installation, installed } from './installed';
import { run } from './program';

/** The two programs we drive. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Where a copy may lie: for root outside all closed folders, for anybody else with the data. */
export function cachesFor(account: Account | undefined, dataDir: string): string[] {
  if (!account) return [join(dataDir, 'postgres.programs')];
  return ['/var/cache/promise-tracker', join(tmpdir(), 'promise-tracker-programs')];
}

/**
 * Finds programs that the account can run: those of the installed package where possible, else a copy, made once per
 * version in the first of `caches` that works (an account that gave up root may not reach a checkout in a closed
 * folder, and a package folder that is not ours cannot be completed).
 */
export async function findBinaries(
  account: Account | undefined,
  caches: string[],
  package_: Installation = installed(),
): Promise<Binaries> {
  const attempts = [
    () => package_.native,
    () => completed(package_.native),
    ...caches.map((cache) => () => copyIn(cache, package_)),
  ];
  const failures: string[] = [];
  for (const attempt of attempts) {
    try {
      return await checked(attempt(), account);
    } catch (error) {
      failures.push((error as Error).message);
    }
  }
  throw new Error(`No PostgreSQL program could be run:\n${failures.join('\n')}`);
}

async function checked(native: string, account: Account | undefined): Promise<Binaries> {
  const binaries = { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
  await run(binaries.initdb, ['--version'], { cwd: '/', account });
  await run(binaries.postgres, ['--version'], { cwd: '/', account });
  return binaries;
}

function completed(native: string): string {
  complete(native);
  return native;
}

function copyIn(cache: string, { native, name }: Installation): string {
  mkdirSync(cache, { recursive: true, mode: 0o755 });
  refuseWhatOthersMayWrite(cache);
  const copy = join(cache, name);
  if (existsSync(copy)) {
    refuseWhatOthersMayWrite(copy);
    return copy;
  }
  const draft = join(cache, `${name}.${randomBytes(6).toString('hex')}`);
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    complete(draft);
    openToReaders(draft);
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // Otherwise somebody else was quicker.
  }
  return copy;
}

/** A folder under a name that can be guessed must be ours, or somebody could have us run a program of theirs. */
function refuseWhatOthersMayWrite(path: string): void {
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(`${path} is not a folder that only this user may write.`);
  }
}

function openToReaders(path: string): void {
  chmodSync(path, 0o755);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) openToReaders(inner);
    else if (entry.isFile()) chmodSync(inner, 0o755);
  }
}
