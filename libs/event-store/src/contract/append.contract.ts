import {
  EventIdTaken,
  type EventStore,
  type EventToAppend,
  EventTooLarge,
  MAX_EVENT_BYTES,
  NO_STREAM,
  StoreUnavailable,
  WrongExpectedVersion,
} from '../event-store.port';
import { event, events, grow, newStream } from './events';

export function appendContract(store: () => EventStore, { tellsRepeats }: { tellsRepeats: boolean }): void {
  it('appends all events of an append, and answers where the last one stands', async () => {
    const stream = newStream();
    const answer = await store().append(stream, NO_STREAM, events(3));
    const stored = await store().readStream(stream);
    expect(stored.map(({ version }) => version)).toEqual([0, 1, 2]);
    expect(answer).toEqual({ version: 2, position: stored.at(-1)?.position, mayBeRepeat: !tellsRepeats });
    expect(await store().head()).toBe(answer.position);
  });

  it.each([
    ['a stream that is said not to exist and does', 2, NO_STREAM],
    ['a stream that has moved on', 3, 1],
    ['a stream that has not come so far', 1, 5],
    ['a stream that is said to exist and does not', 0, 0],
  ])('refuses an append to %s', async (_, length, expected) => {
    const stream = await grow(store(), length);
    const refused = store().append(stream, expected, [event()]);
    await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersion);
    await expect(refused).rejects.toMatchObject({ stream, expected, actual: length - 1 });
    expect(await store().readStream(stream)).toHaveLength(length);
  });

  it('takes an event of the largest size and refuses one byte more, with nothing written', async () => {
    const stream = newStream();
    const envelope = Buffer.alloc(400_000, 'e');
    const largest = event({ envelope, payload: Buffer.alloc(MAX_EVENT_BYTES - envelope.length, 'p') });
    const over = event({ envelope, payload: Buffer.alloc(MAX_EVENT_BYTES - envelope.length + 1, 'p') });
    const refused = store().append(stream, NO_STREAM, [event(), over]);
    await expect(refused).rejects.toBeInstanceOf(EventTooLarge);
    await expect(refused).rejects.toMatchObject({ eventId: over.id, bytes: MAX_EVENT_BYTES + 1 });
    expect(await store().head()).toBeNull();
    await store().append(stream, NO_STREAM, [largest]);
    expect((await store().readStream(stream))[0]?.payload).toHaveLength(MAX_EVENT_BYTES - envelope.length);
  });

  it.each([
    ['no events', 'a/b/c', NO_STREAM, [], 'events'],
    ['an id that is no UUID', 'a/b/c', NO_STREAM, [event({ id: 'one' })], 'id'],
    ['a type with a NUL', 'a/b/c', NO_STREAM, [event({ type: 'a\0b' })], 'type'],
    ['a stream with a NUL', 'a\0b', NO_STREAM, [event()], 'stream'],
    ['a stream with half a character', 'a\uD800b', NO_STREAM, [event()], 'stream'],
    ['a stream without a name', '', NO_STREAM, [event()], 'stream'],
    ['a version that cannot be', 'a/b/c', -2, [event()], 'expectedVersion'],
    ['half a version', 'a/b/c', 0.5, [event()], 'expectedVersion'],
  ])('refuses %s, naming the field', async (_, stream, expected, given, field) => {
    await expect(store().append(stream, expected, given)).rejects.toThrow(new RegExp(`^${field}: `));
    expect(await store().head()).toBeNull();
  });

  it('refuses the same id twice in one append', async () => {
    const twice = event();
    await expect(store().append(newStream(), NO_STREAM, [twice, twice])).rejects.toBeInstanceOf(EventIdTaken);
    expect(await store().head()).toBeNull();
  });

  it('settles everything that was asked before close, and takes nothing after it', async () => {
    const closing = store();
    const asked = Array.from({ length: 50 }, () => closing.append(newStream(), NO_STREAM, [event()]));
    const waiting = closing.waitForMore('999', 600_000);
    await closing.close();
    const settled = await Promise.allSettled([...asked, waiting]);
    expect(settled.map(({ status }) => status)).toEqual(settled.map(() => 'fulfilled'));
    await expect(closing.append(newStream(), NO_STREAM, [event()])).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(closing.readAll(null, 1)).rejects.toBeInstanceOf(StoreUnavailable);
    await closing.waitForMore(null, 600_000);
    await closing.close();
  });
}

/** Two events that are more together than any one may be. */
const halves = (): EventToAppend[] => {
  const payload = Buffer.alloc((MAX_EVENT_BYTES * 2) / 3, 'h');
  return [event({ payload }), event({ payload })];
};

/** For stores that take whatever is given at once, such as the thousand events of a long plan. */
export function largeAppendsContract(store: () => EventStore): void {
  it('takes events that are larger together than one may be', async () => {
    const stream = newStream();
    await store().append(stream, NO_STREAM, halves());
    expect(await store().readStream(stream)).toHaveLength(2);
  });
}

/** For stores whose limit is that of an append. */
export function smallAppendsContract(store: () => EventStore): void {
  it('refuses events that are too large together, with nothing written', async () => {
    const given = halves();
    const refused = store().append(newStream(), NO_STREAM, given);
    await expect(refused).rejects.toBeInstanceOf(EventTooLarge);
    await expect(refused).rejects.toMatchObject({ eventId: given[1]?.id });
    expect(await store().head()).toBeNull();
  });
}
