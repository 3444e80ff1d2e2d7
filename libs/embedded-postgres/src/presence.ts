import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, identityOfThisProcess } from './processes';

/** A file whose name says that this process is there; worth nothing once the process has ended. */
export interface Presence {
  readonly name: string;
  withdraw(): void;
}

/** Puts an empty file `label_identity_random` into a folder; the name is all there is, so it appears at once or never. */
export function announce(folder: string, label: string): Presence {
  const name = `${label}_${identityOfThisProcess()}_${randomBytes(6).toString('hex')}`;
  const path = join(folder, name);
  writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
  return {
    name,
    withdraw: () => {
      rmSync(path, { force: true });
    },
  };
}

/** Names of the files whose process lives; what dead ones left is removed on the way. */
export function present(folder: string): string[] {
  return readdirSync(folder).filter((name) => {
    if (isAlive(name.split('_')[1] ?? '')) return true;
    rmSync(join(folder, name), { force: true });
    return false;
  });
}
