import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@promise/testing';
import { SimulatedLog } from '../eventstoredb/log';
import { Simulator } from '../eventstoredb/simulator';
import { CHECKOUT, readCompose } from './compose-file';
import { Container } from './container';
import { Image } from './image';
import { sh } from './sh';

jest.setTimeout(300_000);

const folder = mkdtempSync(join(tmpdir(), 'promise-compose-'));
const made = (path: string): string => readFileSync(join(folder, path), 'utf8');
const containers: Container[] = [];
let image: Image;
let database: TestDatabase;

beforeAll(() => {
  execFileSync(process.execPath, [join(CHECKOUT, 'bin/build.js')], { stdio: 'ignore' });
  image = new Image();
  sh('make-secrets.sh', [join(folder, 'secrets')]);
  sh('event-store/make-certificates.sh', [join(folder, 'certificates'), 'event-store']);
});
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const container of containers.splice(0)) await container.stop();
  await database.drop();
});
afterAll(() => {
  image.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a service as a process, from what is in the image. */
async function start(path: string, name: string, secrets: Readonly<Record<string, string>>): Promise<Container> {
  const service = readCompose(path).services[name];
  if (!service) throw new Error(`${path} has no ${name}.`);
  const container = await Container.of(image, service, secrets);
  containers.push(container);
  container.start();
  return container;
}

/** An event store as it comes, with the certificate and the administrator that the scripts of this folder gave it. */
async function startEventStore(): Promise<Simulator> {
  const [certificate, key] = ['crt', 'key'].map((type) => made(`certificates/event-store/node.${type}`));
  const simulator = await Simulator.startUnprepared(new SimulatedLog(), {
    certificate: certificate ?? '',
    key: key ?? '',
  });
  simulator.access.anonymous = null;
  const password = made('secrets/event-store-admin-password');
  simulator.access.users.set('admin', { name: 'admin', password, groups: ['$admins'] });
  return simulator;
}

/** The secrets that docker/make-secrets.sh made, but for where things are. */
function secretsFor(simulator: Simulator): Record<string, string> {
  const address = /127\.0\.0\.1:\d+/.exec(simulator.url)?.[0] ?? '';
  const url = (name: string): string =>
    made(`secrets/${name}`)
      .replace('event-store:2113', address)
      .replace('/certificates/ca/ca.crt', join(folder, 'certificates/ca/ca.crt'));
  const urls = ['event-store-admin-url', 'event-store-url'].map((name) => [name, url(name)]);
  return { ...(Object.fromEntries(urls) as Record<string, string>), 'database-url': database.url };
}

const answers = async ({ port }: Container, path: string): Promise<number> =>
  (await fetch(`http://127.0.0.1:${port}${path}`)).status;

describe('docker-compose.yml', () => {
  it('prepares its event store, and runs a projector and a server on it, over TLS and as the user made for them', async () => {
    const simulator = await startEventStore();
    try {
      const secrets = secretsFor(simulator);
      const preparation = await start('docker-compose.yml', 'event-store-preparation', secrets);
      expect([await preparation.end(), preparation.said]).toEqual([0, expect.stringContaining('user promise made')]);
      const projector = await start('docker-compose.yml', 'projector', secrets);
      const server = await start('docker-compose.yml', 'server', secrets);
      await Promise.all([projector.healthy(), server.healthy()]);
      expect(await answers(server, '/sign-in')).toBe(200);
      expect([await server.stop(), await projector.stop()]).toEqual([0, 0]);
      expect(simulator.forbidden).toEqual([]);
      expect(image.written).toEqual([]);
    } finally {
      simulator.stop();
    }
  });
});

describe('docker/postgresql-only.compose.yml', () => {
  it('runs a server that needs nothing but what is in the image and its database, and writes nothing beside it', async () => {
    const server = await start('docker/postgresql-only.compose.yml', 'server', { 'database-url': database.url });
    await server.healthy();
    expect(await answers(server, '/sign-in')).toBe(200);
    expect(await server.stop()).toBe(0);
    expect(server.said).toContain('is ready at');
    expect(image.written).toEqual([]);
  });
});
