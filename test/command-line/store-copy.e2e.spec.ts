import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, type StoredEvent } from '@promise/event-store';
import { type TestDatabase, testDatabase } from '@promise/testing';
import { openLog } from '@promise/tracker';
import { Simulator } from '../eventstoredb/simulator';
import { PARTNERSHIP } from '../support/changed-plan';
import { type Outcome, postmasterOf, Workplace } from '../support/server-process';
import { until } from '../support/until';

/** Two in three follow another of their stream. */
const LENGTH = 3_000;

const workplace = new Workplace('file');
let simulator: Simulator;
const databases: TestDatabase[] = [];
let files: string;
let fromFile: string;

const fail = (error: Error): never => {
  throw error;
};

async function emptyDatabase(): Promise<string> {
  const database = await testDatabase();
  databases.push(database);
  return database.url;
}

/** As an operator keeps it: a file that nobody else reads. */
function fileWith(name: string, text: string): string {
  const file = join(files, name);
  writeFileSync(file, `${text}\n`);
  chmodSync(file, 0o600);
  return file;
}

async function fill(url: string): Promise<void> {
  const store = await openLog(url, fail);
  for (let n = 0; n < LENGTH; n += 3) {
    const given = [n, n + 1, n + 2].map((each) => ({ id: randomUUID(), type: 'Counted', ...bytesOf(each) }));
    const stream = `north-lanarkshire/milestone/${n % 600}`;
    await store.append(stream, Math.floor(n / 600) * 3 - 1, given);
  }
  await store.close();
}

function bytesOf(n: number): Pick<StoredEvent, 'envelope' | 'payload'> {
  return { envelope: Buffer.from(`{"n":${n}}`), payload: Buffer.alloc(n % 700, n % 256) };
}

async function everything(url: string): Promise<readonly Omit<StoredEvent, 'position'>[]> {
  const store: EventStore = await openLog(url, fail);
  const all = await store.readAll(null, LENGTH * 2);
  await store.close();
  return all.map(
    ({ position: _, ...each }) => ({ ...each, envelope: [...each.envelope], payload: [...each.payload] }) as never,
  );
}

const copy = (...words: readonly string[]): Promise<Outcome> =>
  workplace.promise(join(files, 'data'), 'store', 'copy', ...words);
const copied = (): number => simulator.log.all.filter(({ type }) => type === 'Counted').length;

beforeAll(async () => {
  files = workplace.dataDir();
  mkdirSync(files);
  simulator = await Simulator.start();
  const source = await emptyDatabase();
  fromFile = fileWith('from', source);
  await fill(source);
});
afterAll(async () => {
  simulator.stop();
  for (const database of databases) await database.drop();
});

describe('promise store copy', () => {
  it('ends with words when a store is gone for good, and says how to go on', async () => {
    const words = ['store', 'copy', '--from-file', fromFile, '--to', simulator.url];
    const ran = workplace.process([process.execPath, 'bin/promise.js', ...words], { DATA_DIR: join(files, 'data') });
    await until('some is copied', () => copied() > 0);
    simulator.stop();
    expect([await ran.end(), ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toMatch(/^The copy is not complete\. The same call takes it up again\.$/m);
    expect(ran.stderr).toMatch(/^EventStoreDB cannot be reached/m);
    expect(ran.stderr).not.toMatch(/^ +at /m);
    await simulator.restart();
  });

  it('killed in the middle goes on where it was, and says what it found and did', async () => {
    const toFile = fileWith('to', simulator.url.replace('esdb', 'kurrentdb'));
    const words = ['store', 'copy', '--from-file', fromFile, '--to-file', toFile];
    const killed = workplace.process([process.execPath, 'bin/promise.js', ...words], { DATA_DIR: join(files, 'data') });
    await until('some is copied', () => copied() > LENGTH / 2);
    killed.signal('SIGKILL', 'group');
    expect(await killed.end()).toBe('SIGKILL');
    const before = copied();
    expect(before).toBeLessThan(LENGTH);

    const { code, stdout } = await copy('--from-file', fromFile, '--to-file', toFile);
    expect(code).toBe(0);
    const [found, done] = [before, LENGTH - before];
    expect(stdout).toBe(
      `${found} events stood in the target already; ${done} events were copied.\n` +
        `All ${LENGTH} were compared: the two logs are the same, in order, ids and bytes.\n`,
    );
    expect(copied()).toBe(LENGTH);
    expect(simulator.forbidden).toEqual([]);
  });

  it('goes the other way, into a database that holds nothing yet', async () => {
    const target = await emptyDatabase();
    const { code, stdout } = await copy('--from', simulator.url, '--to', target, '--json');
    expect([code, JSON.parse(stdout)]).toEqual([0, { compared: LENGTH, copied: LENGTH }]);
    expect(await everything(target)).toEqual(await everything(databases[0]?.url ?? ''));
    const store = await openLog(target, fail);
    expect(await store.head()).toBe(String(LENGTH));
    await store.close();
    const again = await copy('--from', simulator.url, '--to', target);
    expect([again.code, again.stdout]).toEqual([
      0,
      expect.stringMatching(/^3000 events stood .*; 0 events were copied\.\n/),
    ]);
  });

  it('takes the PostgreSQL of a data folder, leaves it stopped, and says where a target is not safe', async () => {
    const [dataDir, other] = [join(files, 'data'), await Simulator.start()];
    other.log.system('$metadata', '$$a/b/c', { $maxAge: 60 });
    const imported = await workplace.promise(dataDir, 'import', PARTNERSHIP, '-p', 'north-lanarkshire');
    expect(imported.code).toBe(0);
    const there = await copy('--from-data', dataDir, '--to', other.url, '--json');
    expect([there.code, JSON.parse(there.stdout)]).toEqual([0, { compared: 3, copied: 3 }]);
    expect(there.stderr).toContain(
      'The target is not safe; in production the tracker would not start with it:\n- Events age out ($maxAge)',
    );
    expect(postmasterOf(dataDir)).toBeNull();
    const back = await copy('--from', other.url, '--to-data', dataDir, '--json');
    expect([back.code, JSON.parse(back.stdout)]).toEqual([0, { compared: 3, copied: 0 }]);
    expect(back.stderr).not.toContain('not safe');
    other.stop();
  });

  it('refuses a target that differs in one byte, with nothing written', async () => {
    const record = simulator.log.all.findLast(({ type }) => type === 'Counted');
    const { data } = record ?? { data: new Uint8Array() };
    const flip = (): void => void (data[3] = (data[3] ?? 0) ^ 1);
    flip();
    const { code, stdout, stderr } = await copy('--from-file', fromFile, '--to', simulator.url);
    flip();
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(
      /^record 3000 \(event \S+\) has other bytes in its envelope in the target\. Nothing was copied;/m,
    );
    expect(copied()).toBe(LENGTH);
  });

  it('refuses a source that is empty where the target is not, and a database without a log', async () => {
    const other = await Simulator.start();
    const empty = await copy('--from', other.url, '--to', simulator.url);
    other.stop();
    expect([empty.code, empty.stderr]).toEqual([3, expect.stringContaining('goes on where the source ends')]);
    const bare = await emptyDatabase();
    const none = await copy('--from', bare, '--to', simulator.url);
    expect([none.code, none.stderr]).toEqual([2, '--from: the database holds no log of the tracker\n']);
    expect(copied()).toBe(LENGTH);
  });

  it('says in words that PostgreSQL is out of reach, without its password', async () => {
    const { code, stderr } = await copy('--from', 'postgres://me:secret@127.0.0.1:1/x', '--to', simulator.url);
    expect([code, stderr]).toEqual([1, 'connect ECONNREFUSED 127.0.0.1:1\n']);
  });

  it('says which setting of the server is too small', async () => {
    const small = await Simulator.start();
    small.log.maxAppendBytes = 200;
    const { code, stderr } = await copy('--from-file', fromFile, '--to', small.url);
    small.stop();
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^with event .* at most 200 \(MaxAppendSize of EventStoreDB/m),
    ]);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  const HERE = 'postgres://me:secret@127.0.0.1/tracker';
  it.each([
    [['--from', HERE], 'Give one of --to, --to-file and --to-data'],
    [['--to', HERE], 'Give one of --from, --from-file and --from-data'],
    [['--from', HERE, '--from-file', '/nowhere', '--to', HERE], 'Give one of --from, --from-file and --from-data'],
    [['--from-data', '/nowhere', '--to', HERE], '--from-data: /nowhere is no DATA_DIR of a tracker'],
    [['--from-file', '/nowhere', '--to', HERE], '--from-file cannot be read: ENOENT'],
    [['--from', '', '--to', HERE], '--from is empty'],
    [['--from', 'mysql://me:secret@here', '--to', HERE], '--from must look like postgres://'],
    [['--from', HERE, '--to', 'esdb://me:secret@log?secret'], '--to: "secret" must be one of tls, '],
    [['--from', HERE, '--to', 'postgresql://you:secret@127.0.0.1:5432/tracker?sslmode=require'], 'name the same log'],
    [['--from', 'esdb://one,two:2114?tls=true', '--to', 'kurrentdb://me:secret@two:2114,three'], 'name the same log'],
  ])('called as %j says what is wrong, and shows no password', async (words, told) => {
    const { code, stdout, stderr } = await copy(...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(/me:secret|you:secret/);
  });
});
