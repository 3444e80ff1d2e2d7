import { type EventStore, NO_STREAM } from '../event-store.port';
import { event, events, everything, grow, newStream } from './events';

export function readContract(store: () => EventStore): void {
  it('gives the bytes back as they came', async () => {
    const stream = newStream();
    const every = Uint8Array.from({ length: 256 }, (_, n) => n);
    const given = [
      event({ type: 'Größe „ünïcode“ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 "quoted" \\ {a,b} NULL', envelope: every, payload: every.toReversed() }),
      event({ envelope: new Uint8Array(), payload: new Uint8Array() }),
      event({ type: 'NULL', envelope: Buffer.from('{"words":"Tha gaol agam ort 💙"}'), payload: Buffer.from('\\x00') }),
    ];
    await store().append(stream, NO_STREAM, given);
    const stored = await store().readStream(stream);
    expect(await everything(store())).toEqual(stored);
    expect(stored.map((each) => each.stream)).toEqual([stream, stream, stream]);
    stored.forEach((each, n) => {
      expect([each.id, each.type]).toEqual([given[n]?.id, given[n]?.type]);
      expect(Buffer.compare(each.envelope, given[n]?.envelope ?? Buffer.from('missing'))).toBe(0);
      expect(Buffer.compare(each.payload, given[n]?.payload ?? Buffer.from('missing'))).toBe(0);
    });
  });

  it('keeps a stream whose name needs quoting apart from others', async () => {
    const names = ['a"b', 'a\\b', '{a,b}', 'a,b', 'NULL', ' a ', "a'b", 'ä', 'A', 'a'];
    await Promise.all(names.map((name) => store().append(name, NO_STREAM, [event({ type: name })])));
    for (const name of names) {
      expect((await store().readStream(name)).map(({ stream, type }) => [stream, type])).toEqual([[name, name]]);
    }
  });

  it('keeps its bytes when the caller uses its own again', async () => {
    const bytes = Buffer.from('before');
    const stream = newStream();
    await store().append(stream, NO_STREAM, [event({ payload: bytes })]);
    bytes.write('after!');
    expect(Buffer.from((await store().readStream(stream))[0]?.payload ?? []).toString()).toBe('before');
  });

  it('reads a stream in order from a version on, and nothing where there is nothing', async () => {
    const stream = await grow(store(), 4);
    await grow(store(), 2);
    expect((await store().readStream(stream)).map(({ version }) => version)).toEqual([0, 1, 2, 3]);
    expect((await store().readStream(stream, 2)).map(({ version }) => version)).toEqual([2, 3]);
    expect(await store().readStream(stream, 4)).toEqual([]);
    expect(await store().readStream(newStream())).toEqual([]);
  });

  it('reads the whole log in the order of appending, in pages', async () => {
    const appended: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const given = events(n + 1);
      await store().append(newStream(), NO_STREAM, given);
      appended.push(...given.map(({ id }) => id));
    }
    for (const page of [1, 4, 15, 100]) {
      expect((await everything(store(), page)).map(({ id }) => id)).toEqual(appended);
    }
    expect(await store().readAll(await store().head(), 10)).toEqual([]);
  });

  it('has no head while it is empty', async () => {
    expect(await store().head()).toBeNull();
    expect(await store().readAll(null, 10)).toEqual([]);
  });

  it('puts positions into the order of the log, and refuses what is none', async () => {
    await store().append(newStream(), NO_STREAM, events(12));
    const positions = (await everything(store())).map(({ position }) => position);
    positions.forEach((a, n) => {
      positions.forEach((b, m) => {
        expect(Math.sign(store().comparePositions(a, b))).toBe(Math.sign(n - m));
      });
    });
    for (const bad of ['', 'x', '-1', '1.5', '1; DROP TABLE']) {
      expect(() => store().comparePositions(bad, positions[0] ?? '')).toThrow(TypeError);
      await expect(store().readAll(bad, 1)).rejects.toBeInstanceOf(TypeError);
    }
  });
}
