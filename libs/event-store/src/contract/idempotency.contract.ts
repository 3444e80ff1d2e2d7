import { EventIdTaken, type EventStore, NO_STREAM, WrongExpectedVersion } from '../event-store.port';
import { event, events, everything, newStream } from './events';

export function idempotencyContract(store: () => EventStore): void {
  it('answers the same events at the same place as the first time, also after later ones', async () => {
    const stream = newStream();
    await store().append(stream, NO_STREAM, [event()]);
    const asked = events(2);
    const first = await store().append(stream, 0, asked);
    expect(await store().append(stream, 0, asked)).toEqual({ ...first, mayBeRepeat: true });
    await store().append(stream, 2, [event()]);
    await store().append(newStream(), NO_STREAM, [event()]);
    expect(await store().append(stream, 0, asked)).toEqual({ ...first, mayBeRepeat: true });
    expect(await everything(store())).toHaveLength(5);
  });

  it('answers an append that was asked twice at once with one place', async () => {
    const stream = newStream();
    const asked = events(2);
    const answers = await Promise.all([1, 2, 3].map(() => store().append(stream, NO_STREAM, asked)));
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    expect(await everything(store())).toHaveLength(2);
  });

  it('refuses an id that stands at another version of its stream', async () => {
    const stream = newStream();
    const [one, two, three] = [event(), event(), event()];
    await store().append(stream, NO_STREAM, [one, two]);
    const elsewhere: [string, number, (typeof one)[]][] = [
      [stream, 1, [one]],
      [stream, NO_STREAM, [two, one]],
      [stream, 1, [three, one]],
    ];
    for (const [where, expected, given] of elsewhere) {
      await expect(store().append(where, expected, given)).rejects.toBeInstanceOf(EventIdTaken);
    }
    await expect(store().append(stream, 1, [three, two])).rejects.toMatchObject({ eventId: two.id });
    expect(await everything(store())).toHaveLength(2);
  });

  it('refuses an append of which only a part is in the log', async () => {
    const stream = newStream();
    const [one, two, three] = [event(), event(), event()];
    await store().append(stream, NO_STREAM, [one, two]);
    await expect(store().append(stream, NO_STREAM, [one, two, three])).rejects.toBeInstanceOf(EventIdTaken);
    await expect(store().append(stream, 0, [two, three])).rejects.toBeInstanceOf(EventIdTaken);
    expect(await everything(store())).toHaveLength(2);
  });

  it('takes the beginning of an earlier append as the append that it was', async () => {
    const stream = newStream();
    const [one, two] = [event(), event()];
    await store().append(stream, NO_STREAM, [one, two]);
    expect((await store().append(stream, NO_STREAM, [one])).version).toBe(0);
  });

  it('still refuses other events at a place that is taken', async () => {
    const stream = newStream();
    await store().append(stream, NO_STREAM, [event()]);
    await expect(store().append(stream, NO_STREAM, [event()])).rejects.toBeInstanceOf(WrongExpectedVersion);
  });
}

export function idsAcrossStreamsContract(store: () => EventStore): void {
  it('refuses an id that stands in another stream', async () => {
    const [one, two, three] = [event(), event(), event()];
    await store().append(newStream(), NO_STREAM, [one, two]);
    await expect(store().append(newStream(), NO_STREAM, [one])).rejects.toBeInstanceOf(EventIdTaken);
    await expect(store().append(newStream(), NO_STREAM, [three, two])).rejects.toMatchObject({ eventId: two.id });
    expect(await everything(store())).toHaveLength(2);
  });

  it('gives an id to one of those who ask for it in several streams at once', async () => {
    const shared = event();
    const asked = Array.from({ length: 8 }, () => store().append(newStream(), NO_STREAM, [event(), shared]));
    const settled = await Promise.allSettled(asked);
    const refused = settled.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(7);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(EventIdTaken);
    expect(await everything(store())).toHaveLength(2);
  });
}
