import { type EventStore, NO_STREAM } from '../event-store.port';
import { event, newStream } from './events';

/** Longer than any test may last: only a wake-up ends such a wait. */
const FOREVER_MS = 600_000;

export function waitContract(store: () => EventStore, open: () => Promise<EventStore>): void {
  it('wakes who waits for more when another store appends, again and again', async () => {
    const follower = await open();
    expect(follower.subscription).toBe('none');
    let after: string | null = null;
    for (let n = 0; n < 3; n += 1) {
      const woken = follower.waitForMore(after, FOREVER_MS);
      const { position } = await store().append(newStream(), NO_STREAM, [event()]);
      await woken;
      expect([await follower.head(), follower.subscription]).toEqual([position, 'live']);
      after = position;
    }
  });

  it('does not wait for what is there already', async () => {
    const { position } = await store().append(newStream(), NO_STREAM, [event()]);
    const follower = await open();
    await follower.waitForMore(null, FOREVER_MS);
    await store().append(newStream(), NO_STREAM, [event()]);
    await follower.waitForMore(position, FOREVER_MS);
    expect(await follower.readAll(position, 10)).toHaveLength(1);
  });

  it('stops waiting after the time, on abort, and on close', async () => {
    const { position } = await store().append(newStream(), NO_STREAM, [event()]);
    await store().waitForMore(position, 1);
    await store().waitForMore(position, FOREVER_MS, AbortSignal.abort());
    const abort = new AbortController();
    const aborted = store().waitForMore(position, FOREVER_MS, abort.signal);
    abort.abort();
    await aborted;
    const closing = await open();
    const closed = closing.waitForMore(position, FOREVER_MS);
    await closing.close();
    await closed;
  });
}
