import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { accountFor } from './account';
import { findBinaries } from './binaries';
import { DataFolder } from './data-folder';
import { EmbeddedPostgres } from './index';
import { installed } from './installed';
import { run } from './program';
import { ask, UserProcess, workplace } from './user-process.spec';

const { folder } = workplace();
const asRoot = process.getuid?.() === 0 ? describe : describe.skip;
const nobody = { uid: 65534, gid: 65534 };

/** Whether an ordinary user gets at Node and at this checkout at all. */
const withinReach =
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, ['-e', `require('fs').readFileSync(${JSON.stringify(__filename)})`], nobody).status === 0;

/** A copy of the installed PostgreSQL without the links that an install script would have made. */
function bareCopy(native: string): void {
  cpSync(installed().native, native, { recursive: true, verbatimSymlinks: true });
  for (const name of ['libpq.so.5', 'libpq.so']) rmSync(join(native, 'lib', name), { force: true });
}

describe('the PostgreSQL programs', () => {
  it('get the links that no install script made', async () => {
    const native = join(folder(), 'native');
    bareCopy(native);
    chmodSync(join(native, 'bin/postgres'), 0o644);
    const binaries = await findBinaries(undefined, [], { native, name: 'bare' });
    expect(await run(binaries.initdb, ['--version'], { cwd: '/', account: undefined })).toContain('PostgreSQL) 18');
    expect(existsSync(join(native, 'lib/libpq.so.5'))).toBe(true);
  });

  it('are refused with every reason when none can be run', async () => {
    const place = folder();
    await expect(findBinaries(undefined, [], { native: join(place, 'no'), name: 'none' })).rejects.toThrow(
      /No PostgreSQL program could be run:\n.*ENOENT/,
    );
  });
});

asRoot('as root', () => {
  it('runs as the owner of the data folder, else as "postgres" or "nobody", never as root', async () => {
    const dataDir = folder();
    expect(accountFor(new DataFolder(dataDir))?.uid).toBeGreaterThan(0);
    chownSync(dataDir, nobody.uid, nobody.gid);
    expect(accountFor(new DataFolder(dataDir))).toEqual(nobody);
    const server = await EmbeddedPostgres.start({ dataDir });
    await server.stop();
    for (const name of ['postgres', 'postgres.json', 'postgres.log', 'postgres.users', 'postgres.locks']) {
      expect([name, statSync(join(dataDir, name)).uid]).toEqual([name, nobody.uid]);
    }
  });

  it('keeps to the account that owns the cluster when the data folder changes hands', async () => {
    const dataDir = folder();
    chownSync(dataDir, nobody.uid, nobody.gid);
    const first = await EmbeddedPostgres.start({ dataDir });
    await first.stop();
    chownSync(dataDir, 0, 0);
    const second = await EmbeddedPostgres.start({ dataDir });
    expect(await ask(second.url, 'SELECT 1')).toEqual([[1]]);
    await second.stop();
  });

  it('works in a data folder owned by root, below another one, both closed to others', async () => {
    const closed = folder();
    chmodSync(closed, 0o700);
    const dataDir = join(closed, 'data');
    mkdirSync(dataDir, { mode: 0o700 });
    for (let round = 0; round < 2; round++) {
      const server = await EmbeddedPostgres.start({ dataDir });
      expect(await ask(server.url, "SELECT length(pg_read_file('PG_VERSION')), plus FROM (SELECT 1 AS plus)")).toEqual([
        [3, 1],
      ]);
      expect(await server.stop()).toBe('stopped');
    }
    expect(statSync(dataDir)).toMatchObject({ uid: 0, mode: 0o40700 });
  });

  it('copies the programs of a checkout that is closed to others to where they can be run', async () => {
    const closed = folder();
    const native = join(closed, 'native');
    bareCopy(native);
    chmodSync(closed, 0o700);
    const cache = join(folder(), 'cache');
    chmodSync(join(cache, '..'), 0o755);
    const binaries = await findBinaries(nobody, [cache], { native, name: 'copy' });
    expect(binaries.postgres).toBe(join(cache, 'copy/bin/postgres'));
    expect(await run(binaries.initdb, ['--version'], { cwd: '/', account: nobody })).toContain('PostgreSQL) 18');

    chownSync(join(cache, 'copy'), nobody.uid, nobody.gid);
    await expect(findBinaries(nobody, [cache], { native, name: 'copy' })).rejects.toThrow('only this user may write');
  });

  (withinReach ? it : it.skip)(
    'lets an ordinary user work with a folder of their own, after root has used it too',
    async () => {
      const dataDir = folder();
      chownSync(dataDir, nobody.uid, nobody.gid);
      const byRoot = await EmbeddedPostgres.start({ dataDir });
      await ask(byRoot.url, 'CREATE TABLE kept AS SELECT 1 AS a');
      const user = new UserProcess(dataDir, nobody);
      expect(await user.ready()).toEqual({ url: byRoot.url, startedHere: false });
      expect(await byRoot.stop()).toBe('left');
      await user.end('SIGTERM');
      expect(user.output).toContain('still answered after the signal; stopped');

      const again = new UserProcess(dataDir, nobody);
      const { url, startedHere } = await again.ready();
      expect(startedHere).toBe(true);
      expect(await ask(url, 'SELECT a FROM kept')).toEqual([[1]]);
      await again.end('SIGTERM');
    },
  );
});
