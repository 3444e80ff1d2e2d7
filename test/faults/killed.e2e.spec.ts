import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from '@promise/embedded-postgres';
import { Remote } from '../support/remote';
import { postmasterOf, Workplace } from '../support/server-process';
import { until } from '../support/until';

const workplace = new Workplace();

interface Written {
  readonly title: string;
  readonly key: string;
  /** Ids of the events that were acknowledged; null where no answer came. */
  events: string[] | null;
}

/** Eight writers that propose milestones until they are told to stop or their server is gone. */
function writeOn(remote: Remote): { written: Written[]; stop: () => void; ended: Promise<unknown> } {
  const written: Written[] = [];
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  const writer = async (name: number): Promise<void> => {
    for (let n = 0; !stopped; n++) {
      const one: Written = { title: `Milestone ${n} of writer ${name}`, key: randomUUID(), events: null };
      written.push(one);
      const answer = await remote.propose(one.title, one.key);
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      one.events = answer.body.events.map(({ id }: { id: string }) => id);
    }
  };
  return { written, stop, ended: Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map(writer)) };
}

describe('an orderly stop of PostgreSQL by somebody else', () => {
  it('is got over, in the middle of writing, reading and a rebuild', async () => {
    const dataDir = workplace.dataDir();
    const server = workplace.server(dataDir);
    const remote = new Remote(await server.address(), dataDir);
    for (let round = 1; round <= 3; round++) {
      const { written, stop, ended } = writeOn(remote);
      const rebuild = workplace.promise(dataDir, 'rebuild');
      await until('some writes are acknowledged', () => written.filter(({ events }) => events).length > 20);
      process.kill(postmasterOf(dataDir) ?? 0, 'SIGINT');
      await until('it runs again', () => server.hasEnded || server.stdout.split('runs again').length > round);
      stop();
      await ended;
      expect([server.hasEnded, server.stderr.includes("Unhandled 'error' event")]).toEqual([false, false]);
      await until('it is ready again', async () => (await remote.get('/health/ready')).status === 200);
      expect((await rebuild).stderr).not.toContain("Unhandled 'error' event");
      const kept = new Set((await remote.all('trail')).map(({ event }) => event as string));
      expect(written.flatMap(({ events }) => events ?? []).filter((id) => !kept.has(id))).toEqual([]);
    }
  });
});

describe('kill -9', () => {
  it.each([
    ['of the server', false],
    ['of the server and its PostgreSQL at once, as when the power fails', true],
  ])('%s loses nothing that was acknowledged', async (_, withPostgres) => {
    const dataDir = workplace.dataDir();
    const server = workplace.server(dataDir);
    const { written, ended } = writeOn(new Remote(await server.address(), dataDir));
    await until('some writes are acknowledged', () => written.filter(({ events }) => events).length > 60);
    if (withPostgres) process.kill(postmasterOf(dataDir) ?? 0, 'SIGKILL');
    server.signal('SIGKILL');
    expect(await server.end()).toBe('SIGKILL');
    await ended;

    const next = workplace.server(dataDir);
    const remote = new Remote(await next.address(), dataDir);
    expect(next.stdout).not.toContain('Loaded');
    const trail = await remote.all('trail');
    expect(trail.map(({ recordNumber }) => recordNumber)).toEqual(trail.map((__, n) => n + 1));
    const kept = new Set(trail.map(({ event }) => event));
    expect(written.flatMap(({ events }) => events ?? []).filter((id) => !kept.has(id))).toEqual([]);
    expect(trail.filter(({ type }) => type === 'PlanPublished')).toHaveLength(2);

    const inDoubt = written.filter(({ events }) => !events);
    expect(inDoubt.length).toBeGreaterThan(0);
    for (const { title, key } of inDoubt) expect((await remote.propose(title, key)).status).toBe(201);
    const titles = (await remote.all('milestones')).map(({ title }) => title as string);
    expect(titles.sort()).toEqual(written.map(({ title }) => title).sort());
  });

  it('of PostgreSQL while it serves: not ready, then everything as before', async () => {
    const dataDir = workplace.dataDir();
    const server = workplace.server(dataDir);
    const remote = new Remote(await server.address(), dataDir);
    const first = await remote.propose('Before');
    const health = async (): Promise<number> => (await remote.get('/health/ready')).status;
    // Nobody starts it again before health was asked.
    await alone(join(dataDir, 'postgres.locks'), 60_000, async () => {
      process.kill(postmasterOf(dataDir) ?? 0, 'SIGKILL');
      await until('health says that it is not ready', async () => (await health()) === 503);
    });
    await until('it is ready again', async () => (await health()) === 200);
    expect((await remote.propose('After')).status).toBe(201);
    await until('reads show both', async () => (await remote.all('milestones')).length === 2);
    const trail = await remote.all('trail');
    expect(trail.map(({ event }) => event)).toContain(first.body.events[0].id);
    expect(server.stdout).toContain(
      'PostgreSQL has ended unexpectedly; it is started again.\nPostgreSQL runs again.\n',
    );
    server.signal('SIGTERM');
    expect(await server.end()).toBe(0);
    expect(postmasterOf(dataDir)).toBeNull();
  });

  it('of the server that started PostgreSQL, and then of PostgreSQL: the other server brings it back', async () => {
    const dataDir = workplace.dataDir();
    const starter = workplace.server(dataDir);
    await starter.address();
    const other = workplace.server(dataDir);
    const remote = new Remote(await other.address(), dataDir);
    starter.signal('SIGKILL');
    await starter.end();
    expect((await remote.propose('Before')).status).toBe(201);
    const first = postmasterOf(dataDir) ?? 0;
    process.kill(first, 'SIGKILL');
    await other.said('PostgreSQL runs again.');
    expect(postmasterOf(dataDir)).not.toBe(first);
    await until('it is ready again', async () => (await remote.get('/health/ready')).status === 200);
    expect((await remote.propose('After')).status).toBe(201);
    expect(await remote.all('milestones')).toHaveLength(2);
    other.signal('SIGTERM');
    expect(await other.end()).toBe(0);
    expect(postmasterOf(dataDir)).toBeNull();
  });

  it('of one of its sessions: PostgreSQL recovers by itself, and so do we', async () => {
    const dataDir = workplace.dataDir();
    const server = workplace.server(dataDir);
    const remote = new Remote(await server.address(), dataDir);
    await remote.propose('Before');
    const postmaster = postmasterOf(dataDir) ?? 0;
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ');
    const session = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('127.0.0.1('));
    process.kill(Number(session), 'SIGKILL');
    await until('reads show what is written', async () => {
      const answer = await remote.propose('After').catch(() => null);
      return answer?.status === 201 && (await remote.get('milestones')).status === 200;
    });
    expect(postmasterOf(dataDir)).toBe(postmaster);
    await until('it is ready again', async () => (await remote.get('/health/ready')).status === 200);
    expect((await remote.all('milestones')).map(({ title }) => title)).toContain('Before');
  });

  it('of PostgreSQL, its folder gone: the server ends and says why, and makes no empty database', async () => {
    const dataDir = workplace.dataDir();
    const server = workplace.server(dataDir);
    const remote = new Remote(await server.address(), dataDir);
    await remote.propose('Before');
    const postmaster = postmasterOf(dataDir) ?? 0;
    process.kill(postmaster, 'SIGSTOP');
    renameSync(join(dataDir, 'postgres'), join(dataDir, 'elsewhere'));
    process.kill(postmaster, 'SIGKILL');
    expect(await server.end()).toBe(1);
    expect(server.stderr).toMatch(
      /The tracker has stopped: its database ended and could not be started again\. .* is gone\.$/m,
    );

    renameSync(join(dataDir, 'elsewhere'), join(dataDir, 'postgres'));
    const next = workplace.server(dataDir);
    expect(await new Remote(await next.address(), dataDir).all('milestones')).toHaveLength(1);
  });

  it('of PostgreSQL, its port taken by another program: the server ends, and the next start carries on', async () => {
    const dataDir = workplace.dataDir();
    const server = workplace.server(dataDir);
    await new Remote(await server.address(), dataDir).propose('Before');
    const { port } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { port: number };
    const other = createServer();
    server.signal('SIGSTOP');
    process.kill(postmasterOf(dataDir) ?? 0, 'SIGKILL');
    await until('the port is taken', () => tryToListen(other, port));
    server.signal('SIGCONT');
    expect(await server.end()).toBe(1);
    expect(server.stderr).toContain(`Another program has taken its port ${port}.`);
    const next = workplace.server(dataDir);
    expect(await new Remote(await next.address(), dataDir).all('milestones')).toHaveLength(1);
    other.close();
  });

  it('while the plans are loaded: the next start finishes that', async () => {
    const dataDir = workplace.dataDir();
    const server = workplace.server(dataDir);
    await server.said('Loaded');
    server.signal('SIGKILL');
    await server.end();
    const next = workplace.server(dataDir);
    const remote = new Remote(await next.address(), dataDir);
    const trail = await remote.all('trail');
    expect(trail.filter(({ type }) => type === 'PlanPublished')).toHaveLength(2);
    expect(trail.filter(({ type }) => type === 'PartnershipRegistered')).toHaveLength(1);
    expect(await remote.all('plans/childrens-services-plan-2021-23/priorities')).toHaveLength(30);
    next.signal('SIGTERM');
    await next.end();
    const third = workplace.server(dataDir);
    await third.address();
    expect(third.stdout).not.toContain('Loaded');
  });
});

async function tryToListen(server: ReturnType<typeof createServer>, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      resolve(true);
    });
  });
}
