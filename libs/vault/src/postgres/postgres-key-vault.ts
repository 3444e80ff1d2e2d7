import type { Pool } from 'pg';
import { checkSubject, DESTROYED, type Key, KeyDestroyed, KeyVault } from '../key-vault.port';
import { GroupCommit } from './group-commit';
import { KeyTables } from './key-tables';
import { ShortMemory } from './short-memory';

export interface PostgresKeyVaultSettings {
  /** Keys kept in memory; 10,000 where nothing is said. */
  readonly rememberedKeys?: number;
  /**
   * How long a key is kept in memory, in milliseconds; 5,000 where nothing is said. So long a key that another process
   * destroyed still opens and seals here; 0 asks the database each time.
   */
  readonly rememberedFor?: number;
}

/** Most subjects in one statement. */
const BATCH = 500;

/** Keys in the schema `vault` of PostgreSQL, which only the role `vault` can read. */
export class PostgresKeyVault extends KeyVault {
  private readonly tables: KeyTables;
  private readonly memory: ShortMemory<Key | typeof DESTROYED>;
  private readonly made: GroupCommit<Key | typeof DESTROYED>;
  private readonly secrets = new Map<string, Promise<Uint8Array>>();

  /** @param pool connections of the role `vault`; stays the caller's to close */
  constructor(pool: Pool, settings: PostgresKeyVaultSettings = {}) {
    super();
    this.tables = new KeyTables(pool);
    this.memory = new ShortMemory(settings.rememberedKeys ?? 10_000, settings.rememberedFor ?? 5_000);
    this.made = new GroupCommit((subjects) => this.remember(this.tables.readOrMake(subjects)), BATCH);
  }

  async keysOf(subjects: Iterable<string>): Promise<Map<string, Key | typeof DESTROYED>> {
    const found = new Map<string, Key | typeof DESTROYED>();
    const missing: string[] = [];
    for (const subject of new Set(subjects)) {
      checkSubject(subject);
      const key = this.memory.get(subject);
      if (key === undefined) missing.push(subject);
      else found.set(subject, key);
    }
    if (missing.length === 0) return found;
    return new Map([...found, ...(await this.remember(this.tables.read(missing)))]);
  }

  async keyFor(subject: string): Promise<Key> {
    checkSubject(subject);
    const key = this.memory.get(subject) ?? (await this.made.ask(subject));
    if (key === DESTROYED) throw new KeyDestroyed(subject);
    return key;
  }

  async destroy(subject: string): Promise<void> {
    checkSubject(subject);
    await this.tables.destroy(subject);
    this.memory.set(subject, DESTROYED, this.memory.now());
  }

  async secret(name: string): Promise<Uint8Array> {
    checkSubject(name);
    const known = this.secrets.get(name);
    if (known) return known;
    const asked = this.tables.secret(name);
    this.secrets.set(name, asked);
    // What failed must be asked for again the next time.
    asked.catch(() => this.secrets.delete(name));
    return asked;
  }

  private async remember(
    answer: Promise<Map<string, Key | typeof DESTROYED>>,
  ): Promise<Map<string, Key | typeof DESTROYED>> {
    const askedAt = this.memory.now();
    const keys = await answer;
    for (const [subject, key] of keys) {
      // A key that was destroyed here while the answer was on its way stays destroyed.
      if (this.memory.get(subject) !== DESTROYED) this.memory.set(subject, key, askedAt);
    }
    return keys;
  }
}
