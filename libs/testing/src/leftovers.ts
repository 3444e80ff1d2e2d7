import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alone, EmbeddedPostgres } from '../../embedded-postgres/src/index';

const CLEARING = join(tmpdir(), `promise-test-clearing-${process.getuid?.()}`);
const PATIENCE_MS = 120_000;

/**
 * Stops the PostgreSQL of a run that has gone, and removes its folder. The watchdog of that run and any other run that
 * starts may want to at the same time; one does.
 */
export async function clearAway(folder: string): Promise<void> {
  mkdirSync(CLEARING, { recursive: true, mode: 0o700 });
  await alone(CLEARING, PATIENCE_MS, async () => {
    if (!existsSync(folder)) return;
    await EmbeddedPostgres.stopAbandoned(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
}
