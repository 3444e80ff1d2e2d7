import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@promise/testing';
import { readSettings, type Settings } from '@promise/tracker';
import { DatabaseLost, type StopRequest } from './stop-request';
import { untilStopped } from './until-stopped';

describe('a process that lasts', () => {
  let database: TestDatabase;
  let dataDir: string;

  beforeAll(async () => {
    database = await testDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'promise-test-'));
  });
  afterAll(async () => {
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  const settings = (): Settings =>
    readSettings({ DATABASE_URL: database.url, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }, dataDir);

  /** Work that is left off as soon as the wish to stop has come. */
  async function leaveOff(stop: StopRequest): Promise<void> {
    if (!stop.hasCome) await stop.asked;
  }

  it('says that its database was lost, also where its work was left off because of it', async () => {
    const ended = untilStopped(settings, async ({ stop }) => {
      stop.databaseLost(new Error('It is gone.'));
      await leaveOff(stop);
    });
    await expect(ended).rejects.toThrow(DatabaseLost);
  });

  it('ends quietly where it was asked to stop', async () => {
    await untilStopped(settings, async ({ stop }) => {
      process.emit('SIGTERM', 'SIGTERM');
      await leaveOff(stop);
    });
  });
});
