import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** How the server is reached; kept in `postgres.json` for its owner alone. */
export interface Access {
  readonly port: number | null;
  readonly password: string;
}

/** Where everything of the embedded server lies below the product's DATA_DIR. */
export class DataFolder {
  readonly root: string;
  /** The cluster itself; belongs to the account that PostgreSQL runs as. */
  readonly cluster: string;
  readonly log: string;
  /** One file for each living process that uses the server. */
  readonly users: string;
  /** Tickets of the processes that start or stop it. */
  readonly locks: string;
  private readonly accessFile: string;

  constructor(dataDir: string) {
    this.root = resolve(dataDir);
    this.cluster = join(this.root, 'postgres');
    this.log = join(this.root, 'postgres.log');
    this.users = join(this.root, 'postgres.users');
    this.locks = join(this.root, 'postgres.locks');
    this.accessFile = join(this.root, 'postgres.json');
  }

  create(): void {
    if (!existsSync(this.root)) mkdirSync(this.root, { recursive: true, mode: 0o700 });
    for (const folder of [this.users, this.locks]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      this.handToOwner(folder);
    }
  }

  /** What root makes in somebody's folder stays usable for that somebody. */
  handToOwner(path: string): void {
    if (process.getuid?.() !== 0) return;
    const owner = statSync(this.root);
    chownSync(path, owner.uid, owner.gid);
  }

  readAccess(): Access | undefined {
    if (!existsSync(this.accessFile)) return undefined;
    const access = JSON.parse(readFileSync(this.accessFile, 'utf8')) as Access;
    if (typeof access.password !== 'string') throw new Error(`${this.accessFile}: "password" is missing.`);
    return access;
  }

  /** Replaces the file as a whole: a reader sees the old one or the new one. */
  writeAccess(access: Access): void {
    const draft = `${this.accessFile}.${randomBytes(6).toString('hex')}`;
    writeFileSync(draft, `${JSON.stringify(access)}\n`, { mode: 0o600, flush: true });
    this.handToOwner(draft);
    renameSync(draft, this.accessFile);
  }
}
