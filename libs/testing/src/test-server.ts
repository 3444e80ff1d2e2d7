import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres, identityOfThisProcess, isAlive } from '../../embedded-postgres/src/index';

const prefix = 'promise-test_';

/** The PostgreSQL of one jest run, in a temporary folder that carries the run's process in its name. */
export interface TestServer {
  /** Address with all rights. */
  readonly url: string;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/** Starts it, and first ends what runs that were killed have left behind. */
export async function startTestServer(): Promise<TestServer> {
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${identityOfThisProcess()}_`));
  const server = await EmbeddedPostgres.start({ dataDir: folder });
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= end(server, folder));
  // Jest ends at once on a signal; its server is to end with it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void stop().finally(() => process.exit(1));
    });
  }
  return { url: server.url, stop };
}

async function end(server: EmbeddedPostgres, folder: string): Promise<void> {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    if (isAlive(name.split('_')[1] ?? '') || lstatSync(folder).uid !== process.getuid?.()) continue;
    await EmbeddedPostgres.stopAbandoned(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}
