import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { DemonstrationSignIns } from '@promise/identity';
import { mainFormOf } from '../support/html-form';
import { Remote } from '../support/remote';
import { postmasterOf, Workplace } from '../support/server-process';

const workplace = new Workplace();

/** An address of this machine that is no loopback address, where it has one. */
const ELSEWHERE = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

function signInsIn(dataDir: string): DemonstrationSignIns {
  return JSON.parse(readFileSync(join(dataDir, 'sign-in.json'), 'utf8')) as DemonstrationSignIns;
}

/** What the form of the sign-in page is answered with. */
async function signingIn(address: string, answers: Readonly<Record<string, string>>): Promise<number> {
  const page = await fetch(`${address}/sign-in`);
  const cookie = page.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const { fields } = mainFormOf(await page.text());
  const body = new URLSearchParams({ ...(fields as Record<string, string>), ...answers });
  const headers = { Cookie: cookie, Origin: address };
  return (await fetch(`${address}/sign-in`, { method: 'POST', headers, body, redirect: 'manual' })).status;
}

describe('a setting', () => {
  it.each([
    [{ PORT: 'abc' }, 'PORT must be a number from 0 to 65535'],
    [{ PORT: '65536' }, 'PORT must be a number from 0 to 65535'],
    [{ PORT: '-1' }, 'PORT must be a number from 0 to 65535'],
    [{ PROXIES: 'yes' }, 'PROXIES must be a number from 0 to 10'],
    [{ RATE_LIMITS: '600,120' }, 'RATE_LIMITS must be four numbers above 0 such as 600,120,1200,120, or off'],
    [{ DATABASE_URL: 'mysql://here' }, 'DATABASE_URL must look like postgres://user:password@host:5432/database'],
    [
      { DATABASE_URL: 'postgres://127.0.0.1/x', DATABASE_VAULT_URL: 'here' },
      'DATABASE_VAULT_URL must look like postgres://user:password@host:5432/database',
    ],
    [
      { EVENT_STORE_URL: 'here' },
      'EVENT_STORE_URL must look like postgres://user:password@host:5432/database or esdb://user:password@host:2113?tls=true',
    ],
    [{ DATABASE_VAULT_URL: 'here' }, 'DATABASE_VAULT_URL must look like postgres://user:password@host:5432/database'],
    [{ PROJECTOR: 'beside' }, 'PROJECTOR must be inside or outside'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent'],
  ])('that makes no sense ends the start with one sentence: %j', async (environment, sentence) => {
    const dataDir = workplace.dataDir();
    const server = workplace.server(dataDir, environment);
    expect(await server.end()).toBe(1);
    expect(server.stderr).toBe(`The tracker could not start. ${sentence}\n`);
    expect(server.stdout).toBe('');
    expect(existsSync(dataDir)).toBe(false);
  });

  it('may stand in a file, a login of a database role too', async () => {
    const dataDir = workplace.dataDir();
    const file = join(workplace.folder(), 'owner-url');
    writeFileSync(file, 'postgres://me:secret@127.0.0.1:2/tracker');
    const urls = { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/tracker', DATABASE_OWNER_URL_FILE: file };
    const server = workplace.server(dataDir, urls);
    expect(await server.end()).toBe(1);
    expect(server.stderr).toBe('The tracker could not start. connect ECONNREFUSED 127.0.0.1:2\n');
  });

  it('that names a database out of reach is told without its password', async () => {
    const server = workplace.server(workplace.dataDir(), { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/tracker' });
    expect(await server.end()).toBe(1);
    expect(server.stderr).toBe('The tracker could not start. connect ECONNREFUSED 127.0.0.1:1\n');
  });
});

describe('a port', () => {
  it('that is taken ends the start with one sentence, and stops what was started', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const dataDir = workplace.dataDir();
    const server = workplace.server(dataDir, { PORT: String(port) });
    expect(await server.end()).toBe(1);
    expect(server.stderr).toContain(
      `The tracker could not start. 127.0.0.1:${port} is in use by another program; set PORT to a free one.\n`,
    );
    expect(server.stdout).not.toContain('ready');
    expect(server.stderr).not.toMatch(/^ +at /m);
    expect(postmasterOf(dataDir)).toBeNull();
    other.close();
  });
});

describe('servers', () => {
  it('on the same DATA_DIR and different ports share everything, and the last one stops PostgreSQL', async () => {
    const dataDir = workplace.dataDir();
    const servers = [workplace.server(dataDir), workplace.server(dataDir)] as const;
    const [one, other] = await Promise.all(servers.map(async (each) => new Remote(await each.address(), dataDir)));
    if (!one || !other) throw new Error('two servers');
    const posted = await Promise.all(
      [one, other, one, other].map((remote, n) => remote.propose(`Proposed at both, ${n}`)),
    );
    expect(posted.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    for (const remote of [one, other]) {
      for (const { body } of posted)
        expect((await remote.get(`milestones/${body.id}`, body.position)).status).toBe(200);
      expect(await remote.all('plans')).toHaveLength(2);
    }
    const trail = await one.all('trail');
    expect(trail.map(({ recordNumber }) => recordNumber)).toEqual(trail.map((_, n) => n + 1));
    expect(trail.filter(({ type }) => type === 'PlanPublished')).toHaveLength(2);
    servers[0].signal('SIGTERM');
    expect(await servers[0].end()).toBe(0);
    expect((await other.propose('After the first has gone')).status).toBe(201);
    servers[1].signal('SIGTERM');
    expect(await servers[1].end()).toBe(0);
    expect(postmasterOf(dataDir)).toBeNull();
  });

  it('in production load no plans and make nobody a token', async () => {
    const dataDir = workplace.dataDir();
    const server = workplace.server(dataDir, { NODE_ENV: 'production' });
    const address = await server.address();
    expect(server.stdout).not.toContain('Loaded');
    expect(existsSync(join(dataDir, 'sign-in.json'))).toBe(false);
    const status = async (path: string): Promise<number> => (await fetch(`${address}${path}`)).status;
    expect(await status('/health/ready')).toBe(200);
    expect(await status('/api/v1/partnerships/north-lanarkshire/timeline')).toBe(401);
  });

  it('in production do not take the tokens of a demonstration in the same DATA_DIR', async () => {
    const dataDir = workplace.dataDir();
    const demonstration = workplace.server(dataDir);
    const { signInName: name, password: word } = await demonstration.address().then(() => signInsIn(dataDir).worker);
    expect(await signingIn(await demonstration.address(), { signInName: name, password: word })).toBe(303);
    demonstration.signal('SIGTERM');
    await demonstration.end();
    const server = workplace.server(dataDir, { NODE_ENV: 'production' });
    const address = await server.address();
    expect((await new Remote(address, dataDir).propose('By a demonstration person')).status).toBe(401);
    const { signInName, password } = signInsIn(dataDir).worker;
    expect(await signingIn(address, { signInName, password })).toBe(400);
    expect(await signingIn(address, { role: 'worker' })).toBe(400);
    expect(server.stderr).toContain('sign-in.json is not used');
  });

  (ELSEWHERE ? it : it.skip)('take tokens of demonstration people from this machine only', async () => {
    const dataDir = workplace.dataDir();
    const server = workplace.server(dataDir, { HOST: '0.0.0.0' });
    const { port } = new URL(await server.address());
    const from = (host: string): Remote => new Remote(`http://${host}:${port}`, dataDir);
    const here = from('127.0.0.1');
    expect((await here.propose('From this machine')).status).toBe(201);
    const refused = await from(ELSEWHERE ?? '').propose('From elsewhere');
    expect(refused).toMatchObject({ status: 401, body: { detail: 'This token is not valid here.' } });
    const { signInName, password } = signInsIn(dataDir).worker;
    expect(await signingIn(`http://${ELSEWHERE ?? ''}:${port}`, { signInName, password })).toBe(400);
    expect((await from(ELSEWHERE ?? '').get('/health/ready')).status).toBe(200);
    expect(await here.all('milestones')).toHaveLength(1);
  });
});
