import { EventIdTaken, type EventStore, NO_STREAM, type StoredEvent, WrongExpectedVersion } from '../event-store.port';
import { event, events, everything, grow, newStream } from './events';

export function concurrencyContract(store: () => EventStore, open: () => Promise<EventStore>): void {
  it('lets exactly one of 32 racing writers win each version', async () => {
    const another = await open();
    const stream = newStream();
    for (let expected = NO_STREAM; expected < 5; expected += 1) {
      const racing = Array.from({ length: 32 }, (_, n) =>
        (n % 2 === 0 ? store() : another).append(stream, expected, [event()]),
      );
      const settled = await Promise.allSettled(racing);
      const lost = settled.filter((each) => each.status === 'rejected');
      expect(lost).toHaveLength(31);
      for (const { reason } of lost) expect(reason).toBeInstanceOf(WrongExpectedVersion);
    }
    expect((await store().readStream(stream)).map(({ version }) => version)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('never lets a bad append fail its neighbours', async () => {
    const stream = await grow(store(), 2);
    const [taken] = await store().readStream(stream);
    const good = Array.from({ length: 40 }, () => events(2));
    const bad = [
      store().append(stream, 7, [event()]),
      ...good.slice(0, 20).map((each) => store().append(newStream(), NO_STREAM, each)),
      store().append(stream, 1, [event({ id: taken?.id ?? '' })]),
      ...good.slice(20).map((each) => store().append(newStream(), NO_STREAM, each)),
      store().append(newStream(), 3, [event()]),
    ];
    const settled = await Promise.allSettled(bad);
    const refused = settled.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused.map((reason) => (reason as Error).constructor)).toEqual([
      WrongExpectedVersion,
      EventIdTaken,
      WrongExpectedVersion,
    ]);
    const stored = (await everything(store())).slice(2);
    expect(stored.map(({ id }) => id).toSorted()).toEqual(
      good
        .flat()
        .map(({ id }) => id)
        .toSorted(),
    );
    const answered = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value.position] : []));
    expect(answered).toEqual(good.map((each) => stored.find(({ id }) => id === each.at(-1)?.id)?.position));
  });

  it('shows a reader every event, each append in one piece, while many write', async () => {
    const another = await open();
    const appends = 400;
    const sizes = [1, 2, 5];
    let writing = true;
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      for (let n = writer; n < appends; n += 16) {
        await (writer % 2 === 0 ? store() : another).append(newStream(), NO_STREAM, events(sizes[n % 3] ?? 1));
      }
    });
    const followed: StoredEvent[] = [];
    const follow = async (reader: EventStore): Promise<void> => {
      for (let last = false; ; last = !writing) {
        const page = await reader.readAll(followed.at(-1)?.position ?? null, 7);
        followed.push(...page);
        if (page.length === 0 && last) return;
      }
    };
    const following = follow(await open());
    await Promise.all(writers);
    writing = false;
    await following;
    const all = await everything(store());
    expect(all).toHaveLength(Array.from({ length: appends }, (_, n) => sizes[n % 3] ?? 1).reduce((a, b) => a + b));
    expect(followed.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    // One append per stream: its events stand next to each other, in order.
    all.forEach(({ stream, version }, n) => {
      if (version > 0) expect(all[n - 1]).toMatchObject({ stream, version: version - 1 });
    });
  });
}
