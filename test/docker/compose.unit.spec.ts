import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readSettings } from '@promise/tracker';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { DCLinter } from 'dclint';
import { CHECKOUT, COMPOSE_FILES, isOurs, readCompose, type Service, waitedFor } from './compose-file';

const { version } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8')) as { version: string };

/** What KurrentDB 26.0 is told here: it does not start with a name that it does not know. None weakens the log. */
const KURRENTDB = [
  'KURRENTDB_CERTIFICATE_FILE',
  'KURRENTDB_CERTIFICATE_PRIVATE_KEY_FILE',
  'KURRENTDB_CLUSTER_SIZE',
  'KURRENTDB_DISABLE_ADMIN_UI',
  'KURRENTDB_DISCOVER_VIA_DNS',
  'KURRENTDB_GOSSIP_SEED',
  'KURRENTDB_NODE_HOST_ADVERTISE_AS',
  'KURRENTDB_REPLICATION_HOST_ADVERTISE_AS',
  'KURRENTDB_RUN_PROJECTIONS',
  'KURRENTDB_TELEMETRY_OPTOUT',
  'KURRENTDB_TRUSTED_ROOT_CERTIFICATES_PATH',
  'KURRENTDB__SECONDARY_INDEXING__ENABLED',
];

/** Every name that the settings look at. */
function namesOfSettings(): ReadonlySet<string> {
  const names = new Set<string>();
  const get = (_: object, name: string): undefined => void names.add(name);
  readSettings(new Proxy({}, { get }), CHECKOUT);
  return names;
}

/** The Compose specification's own schema, as the linter brings it. */
function schemaErrors(compose: unknown): unknown {
  const file = join(dirname(require.resolve('dclint/package.json')), 'schemas/compose.schema.json');
  const { $schema: _, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv({ allowUnionTypes: true, strict: false });
  addFormats(ajv);
  ajv.addFormat('duration', /^(\d+(\.\d+)?(us|ms|s|m|h))+$/);
  const validate = ajv.compile(schema);
  validate(compose);
  return validate.errors;
}

interface Linted {
  readonly messages: readonly { readonly line: number; readonly message: string }[];
}

/** What the linter finds, but for the order of keys: ours tells a story. */
function linterFinds(path: string): string[] {
  const order = ['service-keys', 'services-alphabetical', 'service-dependencies-alphabetical', 'top-level-properties'];
  const rules = Object.fromEntries(order.map((name) => [`${name}-order`, 0 as const]));
  const linter = new DCLinter({ quiet: true, debug: false, exclude: [], rules });
  const found: readonly Linted[] = linter.lintFiles([join(CHECKOUT, path)], false);
  return found.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`));
}

describe.each(COMPOSE_FILES)('%s', (path) => {
  const compose = readCompose(path);
  const services = Object.entries(compose.services);
  const ours = services.filter(([, service]) => isOurs(service));
  const each = (of: (service: Service, name: string) => unknown): Record<string, unknown> =>
    Object.fromEntries(services.map(([name, service]) => [name, of(service, name)]));
  const ending = waitedFor(compose);
  const here = (relative = ''): string => resolve(CHECKOUT, dirname(path), relative);

  it('is a Compose file as the Compose specification has it', () => {
    expect(schemaErrors(compose)).toBeNull();
  });

  it('has nothing that the linter finds', () => {
    expect(linterFinds(path)).toEqual([]);
  });

  it('names the exact release of every image, and ours by its version', () => {
    for (const [, service] of services) {
      if (isOurs(service)) expect(service.image).toBe(`promise-tracker:${version}`);
      else expect(service.image).toMatch(/:\d+\.\d+(\.\d+)?(-\w+)?$/);
    }
  });

  it('starts again and checks what lasts, and neither what ends', () => {
    const kept = each(({ restart, healthcheck }) => [restart, healthcheck !== undefined]);
    expect(kept).toEqual(each((_, name) => (ending.has(name) ? [undefined, false] : ['unless-stopped', true])));
  });

  it('waits for what is healthy or has ended well, and for nothing else', () => {
    for (const [name, { condition }] of services.flatMap(([, service]) => Object.entries(service.depends_on ?? {}))) {
      expect(compose.services).toHaveProperty(name);
      expect(condition).toBe(ending.has(name) ? 'service_completed_successfully' : 'service_healthy');
    }
  });

  it('takes every right from every process that it can do without', () => {
    const rights = each(({ cap_drop, security_opt }) => [cap_drop, security_opt]);
    expect(rights).toEqual(each(() => [['ALL'], ['no-new-privileges:true']]));
  });

  it('runs the tracker as an ordinary user who can write nothing but /tmp', () => {
    expect(ours.length).toBeGreaterThan(0);
    for (const [, { user, read_only, tmpfs, volumes = [] }] of ours) {
      expect({ user, read_only, tmpfs }).toEqual({ user: 'node', read_only: true, tmpfs: ['/tmp'] });
      for (const volume of volumes) expect(volume).toMatch(/:ro$/);
    }
  });

  it('shows the servers alone, and to this machine alone', () => {
    for (const [name, { ports = [], networks = [], network_mode: mode }] of services) {
      const isServer = name.startsWith('server');
      expect(networks).toEqual(isServer ? ['databases', 'front'] : mode === 'none' ? [] : ['databases']);
      expect(ports).toHaveLength(isServer ? 1 : 0);
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:3000$/);
    }
    expect(compose.networks).toEqual({ databases: { internal: true }, front: {} });
  });

  it('holds no secret in a variable', () => {
    for (const [name, value] of services.flatMap(([, service]) => Object.entries(service.environment ?? {}))) {
      if (/PASSWORD|SECRET|TOKEN|KEY|URL/.test(name)) expect(name).toMatch(/_FILE$/);
      if (name.endsWith('_FILE')) expect(value).toMatch(/^\/(run\/secrets|certificates)\/[\w./-]+$/);
      else expect(String(value)).not.toMatch(/:\/\//);
    }
  });

  it('holds no secret in a command, and lets nobody give one by the way', () => {
    for (const [, { entrypoint = [], command = [], healthcheck }] of services) {
      expect([...entrypoint, ...command, ...(healthcheck?.test ?? [])].join(' ')).not.toMatch(/password|:\/\/[^ ]*@/i);
    }
    const taken = readFileSync(join(CHECKOUT, path), 'utf8').match(/\$\{.*?\}/g);
    expect(new Set(taken)).toEqual(new Set(['${PROXIES:-0}']));
  });

  it('takes every secret from a file of its own below secrets/', () => {
    for (const secret of Object.values(compose.secrets)) {
      expect(Object.keys(secret)).toEqual(['file']);
      expect(dirname(here(secret.file))).toBe(join(CHECKOUT, 'secrets'));
    }
  });

  it('gives each service the secrets that it is told to read, and no others', () => {
    const inVariables = ({ environment = {} }: Service): string[] =>
      Object.values(environment).flatMap((value) => /^\/run\/secrets\/(.*)/.exec(String(value))?.[1] ?? []);
    expect(each(inVariables)).toEqual(each(({ secrets = [] }) => secrets));
    const used = services.flatMap(([, { secrets = [] }]) => secrets);
    expect(new Set(used)).toEqual(new Set(Object.keys(compose.secrets)));
  });

  it('declares the volumes that it uses, and mounts files that are there', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    const isFile = (source: string): boolean => source.startsWith('.');
    expect(new Set(mounted.filter((source) => !isFile(source)))).toEqual(new Set(Object.keys(compose.volumes)));
    for (const source of mounted.filter(isFile)) expect(existsSync(here(source))).toBe(true);
    for (const [, { build }] of ours) {
      expect([here(build?.context), build?.dockerfile]).toEqual([CHECKOUT, 'docker/Dockerfile']);
    }
  });

  it('tells the server and the projector only what their settings read', () => {
    const known = namesOfSettings();
    for (const [, { environment = {} }] of ours.filter(([name]) => !ending.has(name))) {
      for (const name of Object.keys(environment)) expect(known).toContain(name);
    }
  });

  it('tells the event store only what it knows, and nothing that weakens the log', () => {
    const names = services.flatMap(([, { environment = {} }]) => Object.keys(environment));
    for (const name of names.filter((variable) => variable.startsWith('KURRENTDB'))) expect(KURRENTDB).toContain(name);
  });
});

describe('the Compose files together', () => {
  const [single, cluster, alone] = COMPOSE_FILES.map(readCompose);

  it('run the same PostgreSQL', () => {
    expect(cluster?.services.postgres).toEqual(single?.services.postgres);
    expect(alone?.services.postgres).toEqual(single?.services.postgres);
  });

  it('run the same server and projector, whether there is one node of the event store or three', () => {
    const { build: _, depends_on: _1, ...projector } = single?.services.projector ?? {};
    expect(cluster?.services.projector).toMatchObject(projector);
    const { build: _2, depends_on: _3, ports: _4, ...server } = single?.services.server ?? {};
    expect(cluster?.services['server-1']).toMatchObject(server);
    expect({ ...cluster?.services['server-2'], ports: [] }).toEqual({ ...cluster?.services['server-1'], ports: [] });
  });
});

describe('the cluster', () => {
  const { services } = readCompose('docker/cluster.compose.yml');
  const nodes = ['event-store-1', 'event-store-2', 'event-store-3'];

  it.each(nodes)('knows %s by its own name, and tells it those of the others', (name) => {
    const others = nodes.filter((other) => other !== name).map((other) => `${other}:2113`);
    expect(services[name]?.environment).toMatchObject({
      KURRENTDB_CLUSTER_SIZE: 3,
      KURRENTDB_NODE_HOST_ADVERTISE_AS: name,
      KURRENTDB_REPLICATION_HOST_ADVERTISE_AS: name,
      KURRENTDB_GOSSIP_SEED: others.join(','),
    });
  });

  it.each(nodes)('gives %s volumes of its own', (name) => {
    expect(services[name]?.volumes?.slice(1)).toEqual([
      'certificate-authority:/certificates/ca:ro',
      `${name}-certificate:/certificates/node:ro`,
      `${name}-data:/var/lib/kurrentdb`,
      `${name}-log:/var/log/kurrentdb`,
    ]);
  });

  it('has a certificate made for each node', () => {
    expect(services.certificates?.entrypoint?.slice(3)).toEqual(nodes);
    const made = services.certificates?.volumes?.slice(2);
    expect(made).toEqual(nodes.map((name) => `${name}-certificate:/certificates/${name}`));
  });
});
