import { randomBytes } from 'node:crypto';
import { checkSubject, DESTROYED, type Key, KeyDestroyed, KeyVault } from '../key-vault.port';

/** Keys that live as long as the process: for unit tests. */
export class MemoryKeyVault extends KeyVault {
  private readonly keys = new Map<string, Key | typeof DESTROYED>();
  private readonly secrets = new Map<string, Uint8Array>();

  // `async` so that a fault rejects, as in the other adapter, and is never thrown at the call.
  async keysOf(subjects: Iterable<string>): Promise<Map<string, Key | typeof DESTROYED>> {
    const found = new Map<string, Key | typeof DESTROYED>();
    for (const subject of subjects) {
      checkSubject(subject);
      const key = this.keys.get(subject);
      if (key !== undefined) found.set(subject, key);
    }
    return Promise.resolve(found);
  }

  async keyFor(subject: string): Promise<Key> {
    checkSubject(subject);
    const key = this.keys.get(subject) ?? randomBytes(32);
    if (key === DESTROYED) throw new KeyDestroyed(subject);
    this.keys.set(subject, key);
    return Promise.resolve(key);
  }

  async destroy(subject: string): Promise<void> {
    checkSubject(subject);
    this.keys.set(subject, DESTROYED);
    return Promise.resolve();
  }

  async secret(name: string): Promise<Uint8Array> {
    checkSubject(name);
    const value = this.secrets.get(name) ?? randomBytes(32);
    this.secrets.set(name, value);
    return Promise.resolve(value);
  }
}
