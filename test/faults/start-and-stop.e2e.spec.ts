import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { HeldPlans } from '../support/held-plans';
import { freePort } from '../support/free-port';
import { Remote } from '../support/remote';
import { postmasterOf, Workplace } from '../support/server-process';
import { until } from '../support/until';

const workplace = new Workplace();

/** No process of it is left, neither in its group nor its PostgreSQL. */
function expectNothingLeft(group: number, dataDir: string): void {
  expect(() => process.kill(-group, 0)).toThrow('ESRCH');
  expect(postmasterOf(dataDir)).toBeNull();
  expect(readdirSync(join(dataDir, 'postgres.users'))).toEqual([]);
}

describe('npm start', () => {
  it('stops everything when npm itself is told to end, as a service manager does', async () => {
    const dataDir = workplace.dataDir();
    const npm = workplace.process(['npm', 'start'], { DATA_DIR: dataDir, PORT: '0' });
    await npm.address();
    npm.signal('SIGTERM');
    await npm.end();
    expectNothingLeft(npm.pid, dataDir);
  });
});

describe('the start of the server', () => {
  it('prints the address last, and only when everything answers there', async () => {
    const [dataDir, port] = [workplace.dataDir(), await freePort()];
    const server = workplace.server(dataDir, { PORT: String(port) });
    await server.said('Loaded');
    expect(existsSync(join(dataDir, 'sign-in.json'))).toBe(true);
    const address = await server.address();
    const remote = new Remote(address, dataDir);
    expect((await remote.get('/health/ready')).status).toBe(200);
    expect(new URL(address).port).toBe(String(port));
    const { body } = await remote.get('timeline');
    expect(body.lanes.flatMap((lane: { steps: object[] }) => lane.steps)).toHaveLength(41);
    expect(server.stdout).toMatch(/The Promise tracker is ready at http:\/\/localhost:\d+\n$/);
    expect(server.stdout.match(/ready/g)).toHaveLength(1);
    expect(server.stdout.match(/^Loaded .*json: \d+ records?$/gm)).toHaveLength(5);
  });

  it('makes tokens for the demonstration people once, for their owner alone, and takes them', async () => {
    const dataDir = workplace.dataDir();
    const first = workplace.server(dataDir);
    await first.address();
    const file = join(dataDir, 'sign-in.json');
    const made = readFileSync(file, 'utf8');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const signIn = JSON.parse(made) as Record<string, { token: string }>;
    expect(Object.keys(signIn)).toEqual(['worker', 'lead', 'board', 'approver', 'inspector', 'administrator']);
    const tokens = Object.values(signIn).map(({ token }) => token);
    expect(new Set(tokens).size).toBe(6);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    first.signal('SIGTERM');
    await first.end();
    const second = workplace.server(dataDir);
    const remote = new Remote(await second.address(), dataDir);
    expect(readFileSync(file, 'utf8')).toBe(made);
    expect((await remote.propose('Recorded after the second start')).status).toBe(201);
    expect(second.stdout).not.toContain('Loaded');
  });
});

describe('the end of the server', () => {
  it.each([
    ['SIGTERM', 'process'],
    ['SIGINT', 'process'],
    ['SIGINT', 'group'],
  ] as const)('on %s to the %s stops everything cleanly', async (signal, whom) => {
    const dataDir = workplace.dataDir();
    const server = workplace.server(dataDir);
    const remote = new Remote(await server.address(), dataDir);
    expect((await remote.propose('Kept')).status).toBe(201);
    server.signal(signal, whom);
    expect(await server.end()).toBe(0);
    expectNothingLeft(server.pid, dataDir);
    expect(server.stderr).not.toMatch(/"level":(50|60)/);
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toContain('database system is shut down');
  });

  it('is as clean when npm passes on the Ctrl-C that the terminal has sent already', async () => {
    const dataDir = workplace.dataDir();
    const npm = workplace.process(['npm', 'start'], { DATA_DIR: dataDir, PORT: '0' });
    await npm.address();
    npm.signal('SIGINT', 'group');
    await npm.end();
    await until('all of the group have ended', () => hasGone(npm.pid));
    expectNothingLeft(npm.pid, dataDir);
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toContain('database system is shut down');
  });

  it('does not wait for ever for somebody who has sent half a request', async () => {
    const dataDir = workplace.dataDir();
    const server = workplace.server(dataDir);
    const { port } = new URL(await server.address());
    const half = connect(Number(port), '127.0.0.1');
    half.on('error', () => undefined).resume();
    const cut = new Promise((resolve) => half.once('close', resolve));
    half.write(
      'POST /api/v1/partnerships/north-lanarkshire/milestones HTTP/1.1\r\nHost: here\r\nContent-Length: 99\r\n\r\n{',
    );
    await until('the half request has come', () => half.bytesWritten > 0);
    server.signal('SIGTERM');
    expect(await server.end()).toBe(0);
    await cut;
    expectNothingLeft(server.pid, dataDir);
  });

  it('while the plans are loaded leaves the rest to the next start', async () => {
    const dataDir = workplace.dataDir();
    const plans = await HeldPlans.of(dataDir);
    const server = workplace.server(dataDir);
    await server.said('Loaded');
    await plans.waits();
    server.signal('SIGTERM');
    await plans.letGo();
    expect(await server.end()).toBe(0);
    expectNothingLeft(server.pid, dataDir);
    expect(server.stdout).not.toContain('ready');
    const next = workplace.server(dataDir);
    const remote = new Remote(await next.address(), dataDir);
    expect(await remote.all('plans')).toHaveLength(2);
    const published = (await remote.all('trail')).filter(({ type }) => type === 'PlanPublished');
    expect(published).toHaveLength(2);
  });
});

function hasGone(group: number): boolean {
  try {
    process.kill(-group, 0);
    return false;
  } catch {
    return true;
  }
}
