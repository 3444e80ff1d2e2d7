import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SimulatedUser } from '../eventstoredb/access';
import { selfSigned } from '../eventstoredb/certificate';
import { Simulator } from '../eventstoredb/simulator';
import { type Outcome, Workplace } from '../support/server-process';
import { freePort } from '../support/free-port';
import { until } from '../support/until';

const workplace = new Workplace();

type Environment = Readonly<Record<string, string>>;

async function outcomeOf(command: readonly string[], environment: Environment): Promise<Outcome> {
  const ran = workplace.process([process.execPath, ...command], environment);
  const code = await ran.end();
  return { code, stdout: ran.stdout, stderr: ran.stderr };
}

const check = (environment: Environment, ...words: readonly string[]): Promise<Outcome> =>
  outcomeOf(['bin/promise.js', 'store', 'check', ...words], { DATA_DIR: workplace.dataDir(), ...environment });

describe('a log in danger', () => {
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await Simulator.start();
  });
  afterEach(() => {
    simulator.stop();
    expect(simulator.forbidden).toEqual([]);
  });

  const putInDanger = (): void => {
    simulator.log.system('$metadata', '$$a/b/c', { $maxAge: 60 });
    simulator.log.system('$metadata', '$$a/b/d', { $acl: { $d: '$all' } });
  };
  const TOLD = 'Events age out ($maxAge): stream a/b/c. (events-age-out)';

  it.each([
    ['The tracker could not start. The log', 1, ['bin/start.js']],
    ['The tracker could not start. The log', 1, ['bin/projector.js']],
    ['The log', 3, ['bin/promise.js', 'timeline', '--partnership', 'inverbeg']],
  ])('ends a start in production with one message that lists every danger: %s %s %j', async (begin, code, command) => {
    putInDanger();
    const environment = { NODE_ENV: 'production', EVENT_STORE_URL: simulator.url, PORT: '0' };
    const { stderr, stdout, ...ended } = await outcomeOf(command, { DATA_DIR: workplace.dataDir(), ...environment });
    expect(ended.code).toBe(code);
    expect(stderr).toContain(`${begin} is not safe:\n- ${TOLD}\n`);
    expect(stderr).toContain('(stream-open)');
    expect(stderr).toContain('promise store check');
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stdout).not.toContain('ready');
    expect(simulator.log.all.filter(({ type }) => !type.startsWith('$'))).toEqual([]);
  });

  it('ends it in words where the tracker’s user may read nothing', async () => {
    simulator.log.system('$metadata', '$$$all', {});
    const server = workplace.server(workplace.dataDir(), { NODE_ENV: 'production', EVENT_STORE_URL: simulator.url });
    expect(await server.end()).toBe(1);
    expect(server.stderr).toContain('The log is not safe:\n- This user may not read $all');
  });

  it.each([['bin/start.js'], ['bin/projector.js']])(
    'may take long to be looked for: %s answers meanwhile, and ends when it is told to',
    async (command) => {
      simulator.faults.reads.push(...Array.from({ length: 100 }, () => 'hang' as const));
      const [dataDir, port] = [workplace.dataDir(), await freePort()];
      const environment = { DATA_DIR: dataDir, EVENT_STORE_URL: simulator.url, PORT: String(port) };
      const started = workplace.process([process.execPath, command], environment);
      await until('the log is asked', () => simulator.faults.reads.length < 100);
      const [live, ready] = await Promise.all(
        ['live', 'ready'].map((path) => fetch(`http://localhost:${port}/health/${path}`)),
      );
      expect([live?.status, ready?.status]).toEqual([200, 503]);
      expect(await ready?.json()).toMatchObject({ status: 'not-ready', projector: 'opening' });
      started.signal('SIGTERM');
      expect([await started.end(), started.stderr]).toEqual([0, '']);
    },
  );

  it('is told elsewhere, and the start goes on', async () => {
    putInDanger();
    const server = workplace.server(workplace.dataDir(), { EVENT_STORE_URL: simulator.url });
    await server.address();
    expect(server.stdout).toContain('The log is not safe; in production the tracker would not start:');
    expect(server.stdout).toContain(TOLD);
    expect(server.stdout).toContain('(stream-open)');
  });

  it('is told by promise store check, with an exit code, in production too', async () => {
    const environment = { NODE_ENV: 'production', EVENT_STORE_URL: simulator.url };
    const safe = await check(environment);
    expect([safe.code, safe.stdout]).toEqual([0, expect.stringMatching(/^The log is safe: /)]);
    expect(JSON.parse((await check(environment, '--json')).stdout)).toEqual({ dangers: [] });
    putInDanger();
    const told = await check(environment);
    expect([told.code, told.stdout]).toEqual([3, expect.stringContaining(TOLD)]);
    const { code, stdout } = await check(environment, '--json');
    const { dangers } = JSON.parse(stdout);
    expect([code, dangers.map(({ rule }: { rule: string }) => rule)]).toEqual([3, ['events-age-out', 'stream-open']]);
  });

  it('is none in the embedded PostgreSQL as the tracker makes it, and there is none before it does', async () => {
    const dataDir = workplace.dataDir();
    const before = await outcomeOf(['bin/promise.js', 'store', 'check'], { DATA_DIR: dataDir });
    expect(before).toMatchObject({ code: 2, stdout: '' });
    expect(before.stderr).toContain('DATA_DIR: the database holds no log of the tracker');
    const server = workplace.server(dataDir, { NODE_ENV: 'production' });
    await server.address();
    const { code, stdout } = await outcomeOf(['bin/promise.js', 'store', 'check'], { DATA_DIR: dataDir });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^The log is safe: /)]);
  });
});

describe('docker/event-store/prepare.js', () => {
  const ADMINISTRATOR: SimulatedUser = { name: 'admin', password: 'quite-secret', groups: ['$admins'] };
  const APPLICATION = { name: 'promise', password: 'more%2Dsecret' };
  let simulator: Simulator;
  let caFile: string;

  beforeEach(async () => {
    const certificate = selfSigned();
    simulator = await Simulator.startUnprepared(undefined, certificate);
    simulator.access.users.set('admin', ADMINISTRATOR);
    simulator.access.anonymous = null;
    caFile = join(workplace.folder(), 'ca.pem');
    writeFileSync(caFile, certificate.certificate);
  });
  afterEach(() => {
    simulator.stop();
    expect(simulator.forbidden).toEqual([]);
  });

  const application = (): string => simulator.urlOf(APPLICATION, caFile).replace('esdb', 'kurrentdb');
  const prepare = (environment: Environment = {}): Promise<Outcome> =>
    outcomeOf(['docker/event-store/prepare.js'], {
      EVENT_STORE_ADMIN_URL: simulator.urlOf(ADMINISTRATOR, caFile),
      EVENT_STORE_URL: application(),
      ...environment,
    });
  const written = (): number => simulator.log.all.filter(({ stream }) => /^\$(settings|\$\$)/.test(stream)).length;
  const rulesOf = async (url: string): Promise<string[]> => {
    const { dangers } = JSON.parse((await check({ EVENT_STORE_URL: url }, '--json')).stdout);
    return dangers.map(({ rule }: { rule: string }) => rule);
  };

  it('leaves nothing that the check finds, says what it did, and changes nothing the second time', async () => {
    expect(await rulesOf(simulator.urlOf(ADMINISTRATOR, caFile))).toEqual([
      'user-is-administrator',
      'settings-missing',
    ]);
    const first = await prepare();
    expect(first).toMatchObject({ code: 0, stderr: '' });
    for (const each of ['user promise made', '$settings says now', '$$$all says now', '$$$settings says now']) {
      expect(first.stdout).toContain(each);
    }
    expect(first.stdout).not.toMatch(/secret/);
    expect(await rulesOf(application())).toEqual([]);
    const count = written();
    const again = await prepare();
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout.match(/stays as it is/g)).toHaveLength(3);
    expect(written()).toBe(count);
    const server = workplace.server(workplace.dataDir(), { NODE_ENV: 'production', EVENT_STORE_URL: application() });
    expect(await server.address()).toContain('http');
  });

  it('reads its URLs from files, and says which one is missing', async () => {
    const file = join(workplace.folder(), 'url');
    writeFileSync(file, `${application()}\n`);
    expect(await prepare({ EVENT_STORE_URL: '', EVENT_STORE_URL_FILE: file })).toMatchObject({ code: 0 });
    const { code, stderr } = await prepare({ EVENT_STORE_URL: '' });
    expect([code, stderr]).toEqual([1, expect.stringContaining('EVENT_STORE_URL (or EVENT_STORE_URL_FILE) must look')]);
  });

  it('leaves what is stricter, and takes from everybody what is wider', async () => {
    simulator.log.system('$settings', '$settings', {
      $userStreamAcl: { $r: '$all', $d: [], $mw: ['$admins', '$ops'] },
      $systemStreamAcl: { $r: '$admins' },
    });
    expect(await prepare()).toMatchObject({ code: 0, stderr: '' });
    const record = simulator.log.stream('$settings').at(-1);
    expect(JSON.parse(Buffer.from(record?.data ?? []).toString())).toEqual({
      $userStreamAcl: {
        $r: ['promise', '$admins'],
        $w: ['promise', '$admins'],
        $d: [],
        $mr: '$admins',
        $mw: '$admins',
      },
      $systemStreamAcl: { $r: '$admins' },
    });
  });

  it.each<[string, () => void, string]>([
    [
      'lists that leave the user out',
      () => {
        simulator.log.system('$settings', '$settings', { $userStreamAcl: { $w: ['writers'] } });
      },
      '$w of $userStreamAcl is given to writers, and this tool does not widen it: add promise',
    ],
    [
      'a user who is an administrator',
      () => simulator.access.users.set('promise', { name: 'promise', password: 'more-secret', groups: ['$admins'] }),
      'user promise is in $admins: take it out',
    ],
    [
      'a user with another password',
      () => simulator.access.users.set('promise', { name: 'promise', password: 'other', groups: [] }),
      'user promise is there with another password',
    ],
  ])('refuses %s and writes nothing', async (_, put, reason) => {
    put();
    const count = written();
    const { code, stderr } = await prepare();
    expect([code, stderr]).toEqual([1, `EventStoreDB is not prepared: ${reason}\n`]);
    expect(written()).toBe(count);
  });

  it('says when the administrator is not known, or is none', async () => {
    const other = { name: 'admin', password: 'another' };
    const unknown = await prepare({ EVENT_STORE_ADMIN_URL: simulator.urlOf(other, caFile) });
    expect(unknown.stderr).toContain('does not know the user and password in EVENT_STORE_ADMIN_URL');
    simulator.access.users.set('clerk', { name: 'clerk', password: 'quite-secret', groups: [] });
    const none = await prepare({ EVENT_STORE_ADMIN_URL: simulator.urlOf({ ...ADMINISTRATOR, name: 'clerk' }, caFile) });
    expect(none.stderr).toContain('the user in EVENT_STORE_ADMIN_URL is no administrator');
    expect([unknown.code, none.code, written()]).toEqual([1, 1, 0]);
  });

  it.each([
    [{ EVENT_STORE_ADMIN_URL_FILE: 'nowhere' }, 'EVENT_STORE_ADMIN_URL_FILE cannot be read: ENOENT'],
    [{ EVENT_STORE_URL: 'esdb://promise:p@127.0.0.1:1?tls=false' }, 'without TLS no user and password are sent'],
    [{ EVENT_STORE_URL: 'esdb://admin:p@127.0.0.1:1' }, 'the tracker needs a user of its own'],
  ])('refuses %j', async (environment, reason) => {
    const { code, stderr } = await prepare(environment);
    expect([code, stderr]).toEqual([1, expect.stringContaining(reason)]);
  });
});
