import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@promise/tracker';
import { CHECKOUT, COMPOSE_FILES, readCompose } from './compose-file';
import { sh } from './sh';

const folder = mkdtempSync(join(tmpdir(), 'promise-docker-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const text = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');
const modeOf = (...path: string[]): string => (statSync(join(folder, ...path)).mode & 0o777).toString(8);

describe('docker/make-secrets.sh', () => {
  const secrets = join(folder, 'secrets');
  const first = sh('make-secrets.sh', [secrets]);

  it('makes every file that the Compose files name, and no other', () => {
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const named = COMPOSE_FILES.flatMap((path) => Object.values(readCompose(path).secrets));
    const files = named.map(({ file }) => file?.replace(/.*\//, ''));
    expect(readdirSync(secrets)).toEqual([...new Set(files)].sort());
  });

  it('closes the folder to everybody else, and lets any user of a container read the files', () => {
    expect(modeOf('secrets')).toBe('700');
    for (const name of readdirSync(secrets)) expect([name, modeOf('secrets', name)]).toEqual([name, '444']);
  });

  it('makes each password at random, of 256 bits', () => {
    const passwords = readdirSync(secrets).filter((name) => name.endsWith('-password'));
    const made = passwords.map((name) => text('secrets', name));
    expect(made).toHaveLength(3);
    for (const password of made) expect(password).toMatch(/^[0-9a-f]{64}$/);
    sh('make-secrets.sh', [join(folder, 'others')]);
    const others = passwords.map((name) => text('others', name));
    expect(new Set([...made, ...others]).size).toBe(6);
  });

  it('makes the URL of the database with its password', () => {
    const { databaseUrl = '' } = readSettings({ DATABASE_URL_FILE: join(secrets, 'database-url') }, CHECKOUT);
    const { username, password, host } = new URL(databaseUrl);
    expect([username, password, host]).toEqual(['promise', text('secrets', 'postgres-password'), 'postgres:5432']);
  });

  it.each([
    ['event-store-admin-url', 'admin', ['event-store']],
    ['event-store-url', 'promise', ['event-store']],
    ['event-store-cluster-admin-url', 'admin', ['event-store-1', 'event-store-2', 'event-store-3']],
    ['event-store-cluster-url', 'promise', ['event-store-1', 'event-store-2', 'event-store-3']],
  ])('makes %s as the tracker reads it, for %s at %j', (name, user, hosts) => {
    const { eventStoreUrl = '' } = readSettings({ EVENT_STORE_URL_FILE: join(secrets, name) }, CHECKOUT);
    const [, account, password, nodes] =
      /^esdb(?:\+discover)?:\/\/(\w+):(\w+)@(.*)\?tls=true&/.exec(eventStoreUrl) ?? [];
    expect([account, nodes]).toEqual([user, hosts.map((host) => `${host}:2113`).join(',')]);
    const administrator = text('secrets', 'event-store-admin-password');
    expect(password === administrator).toBe(user === 'admin');
    expect(text('secrets', 'event-store-url')).toContain(user === 'admin' ? 'promise' : `${password}@`);
  });

  it('never makes them twice', () => {
    const before = text('secrets', 'database-url');
    expect(sh('make-secrets.sh', [secrets])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is there already'),
    });
    expect(text('secrets', 'database-url')).toBe(before);
  });
});

describe('docker/event-store/start.sh', () => {
  const show = ['sh', '-c', 'echo "$KURRENTDB_DEFAULT_ADMIN_PASSWORD $KURRENTDB_DEFAULT_OPS_PASSWORD"'];
  const given = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('becomes the event store, with the passwords that stand in the files', () => {
    const environment = { ADMIN_PASSWORD_FILE: given('admin', 'one'), OPS_PASSWORD_FILE: given('ops', 'two\n') };
    expect(sh('event-store/start.sh', show, environment)).toMatchObject({ status: 0, stdout: 'one two\n' });
  });

  it.each([
    ['is empty', given('nothing', '')],
    ['is not there', join(folder, 'nowhere')],
  ])('does not start it when one %s, for it would have a known password', (_, OPS_PASSWORD_FILE) => {
    const environment = { ADMIN_PASSWORD_FILE: given('admin', 'one'), OPS_PASSWORD_FILE };
    expect(sh('event-store/start.sh', show, environment)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining(OPS_PASSWORD_FILE),
    });
  });
});
