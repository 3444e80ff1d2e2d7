import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account';
import type { Binaries } from './binaries';
import type { Access, DataFolder } from './data-folder';
import { here, run } from './program';

/** The one role that initdb makes, with all rights. */
export const superuser = 'postgres';
const version = '18';
const drafts = 'postgres.new-';

/** What is needed to make or repair a cluster. */
export interface Workshop {
  readonly folder: DataFolder;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
}

/** Whether there is a whole cluster; refuses one that cannot be ours. */
export function clusterExists(folder: DataFolder): boolean {
  if (!existsSync(folder.cluster)) return false;
  const marker = join(folder.cluster, 'PG_VERSION');
  if (existsSync(marker)) {
    const found = readFileSync(marker, 'utf8').trim();
    if (found === version) return true;
    throw new Error(
      `${folder.cluster} was made by PostgreSQL ${found}; this is PostgreSQL ${version}. Dump and restore it.`,
    );
  }
  if (readdirSync(folder.cluster).length > 0) {
    throw new Error(`${folder.cluster} holds files but no PostgreSQL cluster. Move it away, or set another DATA_DIR.`);
  }
  rmdirSync(folder.cluster);
  return false;
}

/** Makes the cluster under another name and renames it: what was broken off half-way is never taken for a cluster. */
export async function makeCluster(workshop: Workshop, { password }: Access): Promise<void> {
  const { folder, account, binaries } = workshop;
  await removeDrafts(folder);
  const draft = join(folder.root, `${drafts}${randomBytes(6).toString('hex')}`);
  const cluster = join(draft, 'cluster');
  const passwordFile = join(draft, 'password');
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [draft, cluster, passwordFile]) chownSync(path, account.uid, account.gid);
  const surroundings = { cwd: cluster, account };
  const place = here(surroundings);
  const choices = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--username=${superuser}`];
  await run(binaries.initdb, ['-D', place, `--pwfile=${place}/../password`, ...choices], surroundings);
  renameSync(cluster, folder.cluster);
  await removeDrafts(folder);
}

async function removeDrafts(folder: DataFolder): Promise<void> {
  for (const name of readdirSync(folder.root).filter((entry) => entry.startsWith(drafts))) {
    // An initdb whose parent was killed may still be writing into it for a moment.
    await rm(join(folder.root, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** Sets the password of a cluster whose `postgres.json` has been lost; the server must not be running. */
export async function resetPassword({ folder, account, binaries }: Workshop, { password }: Access): Promise<void> {
  const surroundings = { cwd: folder.cluster, account };
  const statement = `ALTER ROLE ${superuser} PASSWORD '${password}'\n`;
  await run(binaries.postgres, ['--single', '-D', here(surroundings), 'postgres'], surroundings, statement);
}
