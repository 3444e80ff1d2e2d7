import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
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

/** What stands in the secrets of a Compose file, but for where things are. */
function secretsFor(path: string, simulator: Simulator): Record<string, string> {
  const here = (text: string): string =>
    text
      .replace(/(event-store(-\d)?:2113,?)+/, new URL(simulator.url.replace('esdb', 'http')).host)
      .replace('/certificates/ca/ca.crt', join(folder, 'certificates/ca/ca.crt'));
  const files = Object.entries(readCompose(path).secrets);
  const texts = files.map(([name, { file = '' }]) => [name, here(made(`secrets/${basename(file)}`))]);
  return { ...(Object.fromEntries(texts) as Record<string, string>), 'database-url': database.url };
}

const answers = async (server: Container | undefined, path: string): Promise<number> =>
  (await fetch(`http://127.0.0.1:${server?.port}${path}`)).status;

describe.each([
  ['docker-compose.yml', ['projector', 'server']],
  ['docker/cluster.compose.yml', ['projector', 'projector', 'server-1', 'server-2']],
])('%s', (path, names) => {
  it(`prepares its event store, and runs ${names.join(', ')} on it, over TLS and as the user made for them`, async () => {
    const simulator = await startEventStore();
    try {
      const secrets = secretsFor(path, simulator);
      const preparation = await start(path, 'event-store-preparation', secrets);
      expect([await preparation.end(), preparation.said]).toEqual([0, expect.stringContaining('user promise made')]);
      const lasting: Container[] = [];
      for (const name of names) lasting.push(await start(path, name, secrets));
      for (const container of lasting) await container.healthy();
      expect(await answers(lasting.at(-1), '/sign-in')).toBe(200);
      for (const container of lasting.reverse())
        expect([await container.stop(), container.said]).toEqual([0, expect.anything()]);
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
