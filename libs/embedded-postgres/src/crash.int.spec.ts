import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres } from './index';
import { ask, until, workplace } from './user-process.spec';
import { findPostmaster } from './postmaster';
import { isAlive } from './processes';

const { folder, user } = workplace();

function postmasterOf(dataDir: string): { pid: number; identity: string } {
  const postmaster = findPostmaster(join(dataDir, 'postgres'));
  if (!postmaster) throw new Error('no server runs');
  return postmaster;
}

describe('an embedded PostgreSQL after a crash', () => {
  it('is adopted after the process that started it was killed, with nothing lost', async () => {
    const dataDir = folder();
    const killed = user(dataDir);
    const { url } = await killed.ready();
    await ask(url, 'CREATE TABLE kept AS SELECT 1 AS a');
    const { pid } = postmasterOf(dataDir);
    await killed.end('SIGKILL');

    const server = await EmbeddedPostgres.start({ dataDir });
    expect(server).toMatchObject({ startedHere: false, url });
    expect(postmasterOf(dataDir).pid).toBe(pid);
    expect(await ask(server.url, 'SELECT a FROM kept')).toEqual([[1]]);
    expect(await server.stop()).toBe('stopped');
    expect(findPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
  });

  it('recovers after its main process was killed, and says so to the one who used it', async () => {
    const dataDir = folder();
    const notices: string[] = [];
    const first = await EmbeddedPostgres.start({ dataDir, onNotice: (message) => notices.push(message) });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS a');
    process.kill(postmasterOf(dataDir).pid, 'SIGKILL');
    await until(() => notices.some((notice) => notice.includes('ended unexpectedly')));

    const second = await EmbeddedPostgres.start({ dataDir });
    expect(second).toMatchObject({ startedHere: true, url: first.url });
    expect(await ask(second.url, 'SELECT a FROM kept')).toEqual([[1]]);
    expect(await first.stop()).toBe('left');
    expect(await second.stop()).toBe('stopped');
  });

  it('recovers while the killed main process is a zombie that nobody buries', async () => {
    const dataDir = folder();
    const starter = user(dataDir);
    await starter.ready();
    const { pid, identity } = postmasterOf(dataDir);
    starter.child.kill('SIGSTOP');
    process.kill(pid, 'SIGKILL');
    await until(() => !isAlive(identity));
    expect(() => process.kill(pid, 0)).not.toThrow();

    const server = await EmbeddedPostgres.start({ dataDir });
    expect(server.startedHere).toBe(true);
    await starter.end('SIGKILL');
    expect(await server.stop()).toBe('stopped');
  });

  it('recovers when the number of the dead main process now belongs to a stranger', async () => {
    const dataDir = folder();
    const first = await EmbeddedPostgres.start({ dataDir });
    await first.stop();
    const owner = statSync(join(dataDir, 'postgres'));
    const stranger = spawn('sleep', ['600'], process.getuid?.() === 0 ? { uid: owner.uid, gid: owner.gid } : {});
    const pidFile = [stranger.pid, join(dataDir, 'postgres'), 0, first.port, '', '127.0.0.1', '1 1', 'ready'];
    writeFileSync(join(dataDir, 'postgres/postmaster.pid'), pidFile.join('\n'));
    try {
      const second = await EmbeddedPostgres.start({ dataDir });
      expect(second.startedHere).toBe(true);
      await second.stop();
      expect(stranger.exitCode).toBeNull();
    } finally {
      stranger.kill();
    }
  });

  it('is not mistaken for the original when its folder was copied while that ran', async () => {
    const [source, target] = [folder(), folder()];
    const original = await EmbeddedPostgres.start({ dataDir: source });
    await ask(original.url, 'CHECKPOINT');
    execFileSync('cp', ['-a', `${source}/.`, target]);
    const copy = await EmbeddedPostgres.start({ dataDir: target });
    expect(copy.startedHere).toBe(true);
    expect(copy.port).not.toBe(original.port);
    await copy.stop();
    expect(await ask(original.url, 'SELECT 1')).toEqual([[1]]);
    await original.stop();
  });

  it('waits for a backend that outlived the main process, then says what to end', async () => {
    const dataDir = folder();
    const first = await EmbeddedPostgres.start({ dataDir });
    const busy = new Client({ connectionString: first.url });
    busy.on('error', () => undefined);
    await busy.connect();
    const [[backend]] = (await busy.query({ text: 'SELECT pg_backend_pid()', rowMode: 'array' })).rows as [[number]];
    const query = busy.query('SELECT count(*) FROM generate_series(1, 1e15)').catch(() => undefined);
    await until(
      async () =>
        (await ask(first.url, `SELECT state FROM pg_stat_activity WHERE pid = ${backend}`))[0]?.[0] === 'active',
    );
    process.kill(postmasterOf(dataDir).pid, 'SIGKILL');

    await expect(EmbeddedPostgres.start({ dataDir })).rejects.toThrow('End them');
    process.kill(backend, 'SIGKILL');
    await query;
    const second = await EmbeddedPostgres.start({ dataDir });
    expect(second.startedHere).toBe(true);
    await second.stop();
    await first.stop();
  });

  it('is made anew when making it was killed half-way', async () => {
    let dataDir: string;
    const isMade = (): boolean => existsSync(join(dataDir, 'postgres'));
    const drafts = (): string[] => readdirSync(dataDir).filter((name) => name.startsWith('postgres.new-'));
    // Where making it was quicker than the signal, the next one is killed.
    do {
      dataDir = folder();
      const killed = user(dataDir);
      await until(() => isMade() || drafts().some((name) => existsSync(join(dataDir, name, 'cluster/base/1'))));
      await killed.end('SIGKILL');
    } while (isMade());

    const server = await EmbeddedPostgres.start({ dataDir });
    expect(await ask(server.url, 'SELECT 1')).toEqual([[1]]);
    expect(drafts()).toEqual([]);
    await server.stop();
  });
});
