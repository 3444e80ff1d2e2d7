import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CHECKOUT } from './compose-file';

/** Runs a script of `docker/` to its end, as a user who owns what it makes. */
export function sh(
  script: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  const env = { PATH: process.env.PATH, OWNER: String(process.getuid?.()), ...environment };
  return spawnSync('sh', [join(CHECKOUT, 'docker', script), ...words], { env, encoding: 'utf8' });
}
