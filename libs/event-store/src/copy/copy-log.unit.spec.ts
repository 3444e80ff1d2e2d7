import { event, events, everything } from '../contract/events';
import { type EventStore, type StoredEvent, StoreUnavailable } from '../event-store.port';
import { MemoryEventStore } from '../memory/memory-event-store';
import { copyLog } from './copy-log';
import { LogsDiffer } from './logs-differ';

/** Longer than what is read at a time, in appends of one to four events to streams that take turns. */
const LENGTH = 1_203;

let source: MemoryEventStore;
let target: MemoryEventStore;

beforeEach(async () => {
  source = new MemoryEventStore();
  target = new MemoryEventStore();
  const versions = new Map<string, number>();
  for (let n = 0, count = 1; n < LENGTH; n += count, count = Math.min((n % 4) + 1, LENGTH - n)) {
    const stream = `north-lanarkshire/milestone/${n % 17}`;
    const { version } = await source.append(stream, versions.get(stream) ?? -1, events(count));
    versions.set(stream, version);
  }
});

/** The store with one way of its own. */
function but(store: EventStore, ways: Partial<EventStore>): EventStore {
  return new Proxy(store, {
    get: (whole, name: keyof EventStore) => ways[name] ?? (whole[name] as () => unknown).bind(whole),
  });
}

/** The store as if its log had been changed. */
function changed(store: EventStore, change: (log: StoredEvent[]) => StoredEvent[]): EventStore {
  return but(store, {
    readAll: async (after, limit) =>
      change(await everything(store))
        .filter(({ position }) => after === null || store.comparePositions(position, after) > 0)
        .slice(0, limit),
  });
}

async function take(count: number): Promise<void> {
  for (const { stream, version, ...each } of (await everything(source)).slice(0, count)) {
    await target.append(stream, version - 1, [each]);
  }
}

async function expectSame(): Promise<void> {
  const bytes = ({ position: _, ...each }: StoredEvent): object => each;
  expect((await everything(target)).map(bytes)).toEqual((await everything(source)).map(bytes));
}

describe('a copy of a log', () => {
  it('has the same events in the same order, and is told as it grows', async () => {
    const told: unknown[] = [];
    expect(await copyLog(source, target, (progress) => told.push(progress))).toEqual({
      compared: LENGTH,
      copied: LENGTH,
    });
    await expectSame();
    expect(told).toEqual([0, 500, 1_000, LENGTH].map((count) => ({ compared: count, copied: count })));
    expect(await copyLog(source, target)).toEqual({ compared: LENGTH, copied: 0 });
    expect(await copyLog(new MemoryEventStore(), new MemoryEventStore())).toEqual({ compared: 0, copied: 0 });
  });

  it.each([1, 2, 3, 499, 500, 501, 1_000, LENGTH - 1])('goes on where %i events are there', async (count) => {
    await take(count);
    expect(await copyLog(source, target)).toEqual({ compared: LENGTH, copied: LENGTH - count });
    await expectSame();
  });

  it.each([
    ['before it was written', false],
    ['after it was written', true],
  ])('goes on after an append failed: %s', async (_, isWritten) => {
    let appends = 0;
    const failing = but(target, {
      append: async (...given) => {
        if ((appends += 1) !== 100) return target.append(...given);
        if (isWritten) await target.append(...given);
        throw new StoreUnavailable('the outcome is in doubt');
      },
    });
    await expect(copyLog(source, failing)).rejects.toBeInstanceOf(StoreUnavailable);
    expect((await copyLog(source, target)).compared).toBe(LENGTH);
    await expectSame();
  });

  it('takes what is written to the source meanwhile', async () => {
    const growing = but(target, {
      append: async (...given) => {
        if (given[0].endsWith('/3')) await source.append(`late ${given[1]}`, -1, [event()]);
        return target.append(...given);
      },
    });
    const { compared } = await copyLog(source, growing);
    expect(compared).toBeGreaterThan(LENGTH);
    await expectSame();
  });
});

describe('a copy to what is no copy', () => {
  const flipped = (bytes: Uint8Array): Uint8Array => bytes.map((byte, n) => (n === 3 ? byte ^ 1 : byte));
  const differing: [string, number, (each: StoredEvent) => Partial<StoredEvent>, RegExp][] = [
    ['one id', 7, () => ({ id: event().id }), /^record 7 is event .* in the source, and event .* in the target/],
    [
      'one stream',
      7,
      () => ({ stream: 'other' }),
      /^record 7 \(event .*\) has another stream in the target: other for north/,
    ],
    ['one version', 7, () => ({ version: 99 }), /^record 7 \(event .*\) has another version in the target: 99 for /],
    ['one type', 7, () => ({ type: 'Other' }), /^record 7 \(event .*\) has another type in the target: Other for /],
    [
      'a byte of an envelope',
      800,
      (each) => ({ envelope: flipped(each.envelope) }),
      /^record 800 .* bytes in its envelope/,
    ],
    ['a byte of a payload', 800, (each) => ({ payload: flipped(each.payload) }), /^record 800 .* bytes in its payload/],
    ['a byte less', 800, (each) => ({ payload: each.payload.subarray(1) }), /^record 800 .* bytes in its payload/],
  ];

  const expectRefused = async (target: EventStore, told: RegExp, whole: EventStore): Promise<void> => {
    const head = await whole.head();
    const refused = copyLog(source, target);
    await expect(refused).rejects.toBeInstanceOf(LogsDiffer);
    await expect(refused).rejects.toMatchObject({ copied: 0, message: expect.stringMatching(told) as unknown });
    await expect(refused).rejects.toThrow('Nothing was copied');
    expect(await whole.head()).toBe(head);
  };

  it.each(differing)('is refused where it differs in %s', async (_, record, difference, told) => {
    await take(900);
    const other = changed(target, (log) =>
      log.map((each, n) => (n + 1 === record ? { ...each, ...difference(each) } : each)),
    );
    await expectRefused(other, told, target);
  });

  it('is refused where two events are in another order', async () => {
    await take(900);
    const other = changed(target, (log) =>
      log.map((each, n) => ({ ...(log[n === 600 ? 601 : n === 601 ? 600 : n] ?? each), position: each.position })),
    );
    await expectRefused(other, /^record 601 is event /, target);
  });

  it('is refused where the target is longer, by whatever stands there', async () => {
    await take(LENGTH);
    await target.append('more', -1, [event()]);
    await expectRefused(target, /^the target goes on where the source ends, with event .* as record 1204\./, target);
    await expectRefused(
      changed(target, (log) => log),
      /^the target goes on/,
      target,
    );
  });

  it('is refused where the target is another log, or the source is empty', async () => {
    await target.append('other', -1, events(2));
    await expectRefused(target, /^record 1 is event /, target);
    source = new MemoryEventStore();
    await expectRefused(target, /^the target goes on where the source ends/, target);
  });
});

describe('a copy to which somebody else writes meanwhile', () => {
  const meddled = (stream: string, which: number): EventStore => {
    let appends = 0;
    return but(target, {
      append: async (...given) => {
        if ((appends += 1) === which) await target.append(stream, -1, [event()]);
        return target.append(...given);
      },
    });
  };

  it('ends and says so, also where the last event is theirs', async () => {
    const refused = copyLog(source, meddled('theirs', 10));
    await expect(refused).rejects.toBeInstanceOf(LogsDiffer);
    await expect(refused).rejects.toThrow(
      /^record \d+ is event .* \d+ events were copied before\. Let nothing else write there/,
    );
    target = new MemoryEventStore();
    const last = but(target, {
      readAll: async (after, limit) => {
        if ((await target.head()) === String(LENGTH)) await target.append('theirs', -1, [event()]);
        return target.readAll(after, limit);
      },
    });
    await expect(copyLog(source, last)).rejects.toThrow(/^the target goes on where the source ends/);
  });

  it('ends where they write to a stream of the source', async () => {
    const refused = copyLog(source, meddled('north-lanarkshire/milestone/16', 3));
    await expect(refused).rejects.toThrow(
      /^version 0 of \S+ cannot be written to the target: stream .* is at version 0/,
    );
    await expect(refused).rejects.toBeInstanceOf(LogsDiffer);
  });

  it('is whole where another copy of the same source writes, too, at the latest at the next call', async () => {
    await take(1);
    const both = await Promise.allSettled([copyLog(source, target), copyLog(source, target)]);
    expect(both.map(({ status }) => status)).toContain('fulfilled');
    await copyLog(source, target);
    await expectSame();
  });

  it('ends where the source lacks an event, or has an id in two streams', async () => {
    const gap = changed(source, (log) => log.filter(({ stream, version }) => version !== 5 || !stream.endsWith('/0')));
    await expect(copyLog(gap, target)).rejects.toThrow(/^the source has version 6 of \S+\/0, and lacks version 5/);
    const [first] = await everything(source);
    const twice = changed(source, (log) => log.map((each, n) => (n === 700 ? { ...each, id: first?.id ?? '' } : each)));
    await expect(copyLog(twice, new MemoryEventStore())).rejects.toThrow(/ is in the log already at another place/);
  });
});
