import { spawn } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres, identityOfThisProcess, isAlive } from '../../embedded-postgres/src/index';
import { clearAway } from './leftovers';

const prefix = 'promise-test_';

/** The PostgreSQL of one jest run, in a temporary folder that carries the run's process in its name. */
export interface TestServer {
  /** Address with all rights. */
  readonly url: string;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/** Starts it, and first ends what earlier runs may have left behind. */
export async function startTestServer(): Promise<TestServer> {
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${identityOfThisProcess()}_`));
  watch(folder);
  const server = await EmbeddedPostgres.start({ dataDir: folder });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The pipe to the watchdog closes with this process. */
function watch(folder: string): void {
  const watchdog = spawn(process.execPath, [require.resolve('./watchdog.js'), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  (watchdog.stdin as unknown as { unref(): void }).unref();
}

/** The machine may have gone down under a run and its watchdog. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const owner = lstatSync(folder, { throwIfNoEntry: false })?.uid;
    if (isAlive(name.split('_')[1] ?? '') || owner !== process.getuid?.()) continue;
    await clearAway(folder);
  }
}
