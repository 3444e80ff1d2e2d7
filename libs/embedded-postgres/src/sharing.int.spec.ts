import { EmbeddedPostgres } from './index';
import { ask, workplace } from './user-process.spec';

const { folder, user } = workplace();

describe('processes that share an embedded PostgreSQL', () => {
  it('starts once when three start at the same moment in an empty folder', async () => {
    const dataDir = folder();
    const users = [user(dataDir), user(dataDir), user(dataDir)];
    const reports = await Promise.all(users.map((one) => one.ready()));
    expect(new Set(reports.map(({ url }) => url)).size).toBe(1);
    expect(reports.filter(({ startedHere }) => startedHere)).toHaveLength(1);
  });

  it('goes on when the one that started it leaves, and stops with the last one', async () => {
    const dataDir = folder();
    const starter = user(dataDir);
    const { url } = await starter.ready();
    const joined = await EmbeddedPostgres.start({ dataDir });
    expect(joined).toMatchObject({ startedHere: false, url });

    await starter.end('SIGTERM');
    expect(starter.output).toContain('left');
    expect(await ask(joined.url, 'SELECT 1')).toEqual([[1]]);
    expect(await joined.stop()).toBe('stopped');
    await expect(ask(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('goes on when one that joined leaves', async () => {
    const dataDir = folder();
    const server = await EmbeddedPostgres.start({ dataDir });
    const guest = user(dataDir);
    expect(await guest.ready()).toEqual({ url: server.url, startedHere: false });
    await guest.end('SIGTERM');
    expect(guest.output).toContain('left');
    expect(await ask(server.url, 'SELECT 1')).toEqual([[1]]);
    expect(await server.stop()).toBe('stopped');
  });

  it('does not count a user that was killed', async () => {
    const dataDir = folder();
    const server = await EmbeddedPostgres.start({ dataDir });
    const guest = user(dataDir);
    await guest.ready();
    await guest.end('SIGKILL');
    expect(await server.stop()).toBe('stopped');
  });

  it('counts two users within one process', async () => {
    const dataDir = folder();
    const [one, other] = await Promise.all([EmbeddedPostgres.start({ dataDir }), EmbeddedPostgres.start({ dataDir })]);
    expect([one.startedHere, other.startedHere].sort()).toEqual([false, true]);
    expect(await one.stop()).toBe('left');
    expect(await other.stop()).toBe('stopped');
  });

  it('outlives a Ctrl-C that reaches the whole process group until its user has finished', async () => {
    const dataDir = folder();
    const server = user(dataDir);
    await server.ready();
    await server.end('SIGINT');
    expect(server.output).toContain('still answered after the signal; stopped');
  });
});
