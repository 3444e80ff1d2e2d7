import { type EventStore, NO_STREAM, StoreUnavailable } from '../event-store.port';
import { event, newStream } from './events';

/** What every adapter promises about dangers to the log. */
export function checkContract(store: () => EventStore, { setUpSafely }: { readonly setUpSafely: boolean }): void {
  it('finds no danger in a log that was set up safely, and changes nothing', async () => {
    const { position } = await store().append(newStream(), NO_STREAM, [event(), event()]);
    const dangers = await store().check();
    if (setUpSafely) expect(dangers).toEqual([]);
    for (const { rule, what, remedy } of dangers) {
      expect(rule).toMatch(/^[a-z]+(-[a-z]+)+$/);
      for (const sentence of [what, remedy]) expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
    expect(await store().head()).toBe(position);
  });

  it('refuses to look once it is closed', async () => {
    await store().close();
    await expect(store().check()).rejects.toThrow(StoreUnavailable);
  });
}
