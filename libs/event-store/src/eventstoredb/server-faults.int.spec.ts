import type { AppendFault, ReadFault, SubscriptionFault } from '../../../../test/eventstoredb/faults';
import { Simulator } from '../../../../test/eventstoredb/simulator';
import { until } from '../../../../test/support/until';
import { event, events, everything, newStream } from '../contract/events';
import {
  type EventToAppend,
  EventTooLarge,
  MAX_EVENT_BYTES,
  NO_STREAM,
  type StoredEvent,
  StoreUnavailable,
} from '../event-store.port';
import { EventStoreDbEventStore } from './event-store-db-event-store';
import type { EventStoreDbSettings } from './settings';

let simulator: Simulator;
const problems: Error[] = [];
const stores: EventStoreDbEventStore[] = [];

/** For tests that wait for answers which never come; those that are only late are waited for in vain and asked for again. */
const IMPATIENT = { answerMs: 250 };

/** Answers may take their time on a busy machine: what is counted here is not asked for twice because of that. */
function open(settings: Partial<EventStoreDbSettings> = {}): EventStoreDbEventStore {
  const onProblem = (error: Error): number => problems.push(error);
  const store = new EventStoreDbEventStore({ url: simulator.url, answerMs: 5_000, onProblem, ...settings });
  stores.push(store);
  return store;
}

const ids = (given: readonly { id: string }[]): string[] => given.map(({ id }) => id);

beforeEach(async () => {
  problems.length = 0;
  simulator = await Simulator.start();
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  simulator.stop();
});

describe('EventStoreDbEventStore, when the server fails an append', () => {
  it.each<AppendFault[]>([
    ['lost answer'],
    ['hang'],
    ['unavailable'],
    ['unavailable after writing'],
    ['internal error'],
    ['not ready'],
    ['no position'],
    ['lost answer', 'unavailable', 'lost answer'],
  ])('writes it once after: %s %s %s', async (...faults) => {
    const store = open(IMPATIENT);
    const [stream, given] = [newStream(), events(2)];
    await store.append(stream, NO_STREAM, [event()]);
    simulator.faults.appends.push(...faults.filter(Boolean));
    const answer = await store.append(stream, 0, given);
    expect(simulator.faults.appends).toEqual([]);
    const stored = await store.readStream(stream, 1);
    expect(ids(stored)).toEqual(ids(given));
    expect(answer).toMatchObject({ version: 2, position: stored.at(-1)?.position });
    expect(await everything(store)).toHaveLength(3);
  });

  it('reads where a repeat of its own stands, and believes no answer about it', async () => {
    const store = open();
    const stream = newStream();
    simulator.faults.misplacedRepeats = true;
    simulator.faults.appends.push('unavailable after writing');
    const { position } = await store.append(stream, NO_STREAM, [event()]);
    expect((await store.readStream(stream)).map((each) => each.position)).toEqual([position]);
  });

  it('finds what a caller asks for again after it was told that the outcome is in doubt', async () => {
    const impatient = open({ patienceMs: 0, answerMs: 2_000 });
    const [stream, given] = [newStream(), events(2)];
    simulator.faults.appends.push('lost answer');
    await expect(impatient.append(stream, NO_STREAM, given)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await open().append(stream, NO_STREAM, given)).toMatchObject({ version: 1, mayBeRepeat: true });
    expect(await open().readStream(stream)).toHaveLength(2);
  });

  it('does not try again what is refused, and says why', async () => {
    simulator.faults.appends.push('access denied');
    const refused = open().append(newStream(), NO_STREAM, [event()]);
    await expect(refused).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(refused).rejects.toThrow('EventStoreDB refuses this user');
    expect(simulator.appends).toBe(1);
  });

  it('writes to a server whose clock is ahead', async () => {
    simulator.aheadMs = 60_000;
    expect(await open().append(newStream(), NO_STREAM, [event()])).toMatchObject({ version: 0 });
  });

  it('sends nothing to a stream or of a type that the server keeps to itself', async () => {
    const store = open();
    await expect(store.append('$$a', NO_STREAM, [event()])).rejects.toThrow(TypeError);
    await expect(store.append('a', NO_STREAM, [event({ type: '$metadata' })])).rejects.toThrow(TypeError);
    expect([simulator.appends, simulator.forbidden]).toEqual([0, []]);
  });
});

describe('EventStoreDbEventStore, with an append of many bytes', () => {
  const megabytes = (count: number): EventToAppend[] =>
    Array.from({ length: count }, () => event({ payload: Buffer.alloc(MAX_EVENT_BYTES - 100, 'm') }));

  it('asks the server once, and says how much that takes and that it can be raised', async () => {
    const [store, given] = [open({ answerMs: 60_000 }), [event(), event({ type: 'x'.repeat(600_000) }), event()]];
    const refused = store.append(newStream(), NO_STREAM, given);
    await expect(refused).rejects.toBeInstanceOf(EventTooLarge);
    await expect(refused).rejects.toMatchObject({ eventId: given[1]?.id });
    await expect(refused).rejects.toThrow(/at most 1048576 \(MaxAppendSize of EventStoreDB, which .* can raise\)/);
    expect([simulator.appends, await store.head()]).toEqual([1, null]);
  });

  it('sends it in requests of a size that is taken, and again where the answer was lost', async () => {
    simulator.log.maxAppendBytes = 16_000_000;
    simulator.faults.appends.push('lost answer');
    const [store, stream, given] = [open({ answerMs: 4_000 }), newStream(), megabytes(15)];
    // Between its requests come those of others.
    const others = [newStream(), newStream()].map((each) => store.append(each, NO_STREAM, megabytes(4)));
    expect((await store.append(stream, NO_STREAM, given)).version).toBe(14);
    await Promise.all(others);
    expect(ids(await store.readStream(stream))).toEqual(ids(given));
    expect(await everything(store)).toHaveLength(23);
  });

  it('sends nothing that no server would take', async () => {
    simulator.log.maxAppendBytes = Infinity;
    const refused = open().append(newStream(), NO_STREAM, megabytes(17));
    await expect(refused).rejects.toThrow(/at most 16777216 are taken at a time$/);
    expect(simulator.appends).toBe(0);
  });
});

describe('EventStoreDbEventStore, when another node leads', () => {
  it.each([['once the call has begun'], ['before the first call']])('goes to the new leader: %s', async (when) => {
    const other = await Simulator.start(simulator.log);
    const store = open();
    const stream = newStream();
    let version = NO_STREAM;
    if (when.startsWith('once')) version = (await store.append(stream, version, [event()])).version;
    simulator.follow(other);
    const racing = [newStream(), newStream()].map((each) => store.append(each, NO_STREAM, events(2)));
    const { version: after } = await store.append(stream, version, [event()]);
    await Promise.all(racing);
    expect(await store.readStream(stream)).toHaveLength(after + 1);
    expect(other.appends).toBeGreaterThanOrEqual(3);
    // And back again, while the first node's place is still known.
    other.follow(simulator);
    await store.append(stream, after, [event()]);
    expect(await store.readStream(stream)).toHaveLength(after + 2);
    other.stop();
  });

  it('asks the nodes of a cluster who leads', async () => {
    const other = await Simulator.start(simulator.log);
    simulator.follow(other);
    const { host: second } = new URL(other.url);
    const store = open({ url: simulator.url.replace('?', `,${second}?`) });
    await store.append(newStream(), NO_STREAM, [event()]);
    expect([simulator.appends, other.appends]).toEqual([0, 1]);
    other.stop();
  });

  it('goes on after the server was started again', async () => {
    const store = open({ answerMs: 2_000 });
    const stream = newStream();
    await store.append(stream, NO_STREAM, [event()]);
    await simulator.restart();
    await store.append(stream, 0, [event()]);
    expect(await store.readStream(stream)).toHaveLength(2);
  });
});

describe('EventStoreDbEventStore, when the server fails a reading', () => {
  const faults: ReadFault[] = ['hang', 'unavailable', 'slow', 'twice'];

  it.each(faults)('gives each event once and in order after: %s', async (fault) => {
    const store = open(IMPATIENT);
    const [stream, given] = [newStream(), events(12)];
    for (let n = 0; n < 12; n += 4) await store.append(stream, n - 1, given.slice(n, n + 4));
    simulator.faults.reads.push(fault);
    expect(ids(await store.readStream(stream))).toEqual(ids(given));
    simulator.faults.reads.push(fault, fault);
    expect(ids(await everything(store, 5))).toEqual(ids(given));
    expect(simulator.faults.reads).toEqual([]);
    expect(await store.readAll(await store.head(), 5)).toEqual([]);
  });

  it('says so where an event of a stream is missing', async () => {
    const store = open();
    const stream = newStream();
    await store.append(stream, NO_STREAM, events(3));
    simulator.faults.reads.push('left out');
    await expect(store.readStream(stream)).rejects.toThrow(`EventStoreDB lacks version 0 of stream ${stream}`);
  });

  it('says so where something else was written into the log', async () => {
    const foreign = { id: event().id, type: 'Other', data: Buffer.from('{}'), metadata: new Uint8Array() };
    simulator.log.append('other', 'any', [{ ...foreign, contentType: 'application/json' }]);
    await expect(open().readAll(null, 5)).rejects.toThrow('was not written by the tracker');
    simulator.log.append('others', 'any', [{ ...foreign, contentType: 'application/octet-stream' }]);
    await expect(open().readStream('others')).rejects.toThrow('was not written by the tracker');
  });

  it('finds the head, and what comes next, behind many records of the server’s own', async () => {
    const store = open();
    for (let n = 0; n < 100; n += 1) simulator.log.system();
    expect([await store.head(), await store.readAll(null, 1)]).toEqual([null, []]);
    const { position } = await store.append(newStream(), NO_STREAM, [event()]);
    for (let n = 0; n < 100; n += 1) simulator.log.system();
    expect(await store.head()).toBe(position);
    const later = await store.append(newStream(), NO_STREAM, [event()]);
    expect((await store.readAll(position, 1)).map((each) => each.position)).toEqual([later.position]);
  });
});

describe('EventStoreDbEventStore, when the server fails a subscription', () => {
  it('says when it no longer hears of appends, and when it does again', async () => {
    const follower = open({ answerMs: 2_000 });
    await follower.waitForMore(null, 1);
    await until('it hears', () => follower.subscription === 'live');
    simulator.stop();
    await until('it is lost', () => follower.subscription === 'lost');
    await simulator.restart();
    await until('it hears again', () => follower.subscription === 'live');
  });

  const faults: SubscriptionFault[] = ['hang', 'ends', 'twice', 'wrong checkpoint'];

  it.each(faults)('follows with each event once and in order after: %s', async (fault) => {
    simulator.faults.subscriptions.push(fault);
    const [writer, follower] = [open(), open(fault === 'hang' ? { answerMs: 2_000 } : {})];
    const given = events(20);
    const followed: StoredEvent[] = [];
    const following = (async () => {
      while (followed.length < given.length) {
        const after = followed.at(-1)?.position ?? null;
        await follower.waitForMore(after, 600_000);
        followed.push(...(await follower.readAll(after, 3)));
      }
    })();
    for (const each of given) await writer.append(newStream(), NO_STREAM, [each]);
    await following;
    expect(ids(followed)).toEqual(ids(given));
    expect(problems).toHaveLength(fault === 'hang' || fault === 'ends' ? 1 : 0);
  });
});
