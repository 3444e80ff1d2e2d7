import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import type { DataFolder } from './data-folder';

/** The unprivileged user that PostgreSQL runs as when we are root, which it refuses to be. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Undefined for an ordinary user: PostgreSQL then runs as that user. For root it is whoever owns the cluster already,
 * else the owner of the data folder, else `postgres` or `nobody`.
 */
export function accountFor(folder: DataFolder): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const path of [folder.cluster, folder.root]) {
    const owner = existsSync(path) ? statSync(path) : undefined;
    // initdb asks the system for the name of its user, so a number without one cannot make a cluster.
    if (owner && owner.uid !== 0 && (path === folder.cluster || idOf(`${owner.uid}`, '-u') !== undefined)) {
      return { uid: owner.uid, gid: owner.gid };
    }
  }
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [idOf(name, '-u'), idOf(name, '-g')];
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error(
    `PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as. ` +
      `Start as an ordinary user, or give ${folder.root} to one.`,
  );
}

function idOf(user: string, flag: '-u' | '-g'): number | undefined {
  try {
    return Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined; // id(1) fails for a user that does not exist; that is the question asked.
  }
}
