import { Line } from '@promise/testing';
import { event, everything, newStream } from '../contract/events';
import { type EventStore, NO_STREAM, StoreUnavailable } from '../event-store.port';
import { EventStoreDbEventStore } from './event-store-db-event-store';
import type { EventStoreDbSettings } from './settings';

/** What breaks between the tracker and a server, whichever it is. */
export function wireFaults(name: string, serverUrl: () => string): void {
  describe(`${name}, when the line breaks`, () => {
    let line: Line;
    let direct: EventStore;
    const stores: EventStore[] = [];
    const open = (settings: EventStoreDbSettings): EventStore => {
      const store = new EventStoreDbEventStore({ answerMs: 250, ...settings });
      stores.push(store);
      return store;
    };

    beforeEach(() => {
      line = new Line(new URL(serverUrl()));
      direct = open({ url: serverUrl(), answerMs: 3_000 });
    });
    afterEach(async () => {
      await Promise.all(stores.splice(0).map((store) => store.close()));
      await line.cut();
    });

    it('writes each append exactly once while its connection is ended again and again', async () => {
      const store = open({ url: await line.open(), answerMs: 3_000 });
      const streams = Array.from({ length: 8 }, newStream);
      let answered = 0;
      const writers = streams.map(async (stream) => {
        for (let version = NO_STREAM; version < 14; version += 1) {
          await store.append(stream, version, [event()]);
          // The other writers' appends are on their way now.
          if ((answered += 1) % 20 === 0) line.interrupt();
        }
      });
      await Promise.all(writers);
      expect(line.connections).toBeGreaterThan(4);
      for (const stream of streams) expect(await direct.readStream(stream)).toHaveLength(15);
    });

    it('settles an append whose answer was lost on the way', async () => {
      const store = open({ url: await line.open() });
      const stream = newStream();
      await store.append(stream, NO_STREAM, [event()]);
      const writing = line.connections;
      line.answers = (connection) => connection >= writing;
      const { version, position } = await store.append(stream, 0, [event(), event()]);
      expect(line.connections).toBeGreaterThan(writing);
      const stored = await direct.readStream(stream);
      expect([stored.length, stored.at(-1)?.version, stored.at(-1)?.position]).toEqual([3, version, position]);
    });

    it('says that the outcome is in doubt when the server does not come back, and that it cannot be read', async () => {
      const store = open({ url: await line.open(), patienceMs: 300 });
      await line.cut();
      await expect(store.append(newStream(), NO_STREAM, [event()])).rejects.toThrow(/in doubt/);
      await expect(store.append(newStream(), NO_STREAM, [event()])).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.readAll(null, 1)).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.head()).rejects.toBeInstanceOf(StoreUnavailable);
    });

    it('gives up on a server that says nothing, in its own time', async () => {
      const store = open({ url: await line.open(), patienceMs: 400 });
      line.carries = () => false;
      const begun = performance.now();
      const asked = [store.append(newStream(), NO_STREAM, [event()]), store.readStream(newStream()), store.head()];
      for (const each of await Promise.allSettled(asked)) {
        expect(each).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) as unknown });
      }
      expect(performance.now() - begun).toBeLessThan(5_000);
    });

    it('leaves a connection that went silent for a new one', async () => {
      const store = open({ url: await line.open() });
      line.carries = (connection) => connection > 1;
      const stream = newStream();
      await store.append(stream, NO_STREAM, [event()]);
      expect(await store.readStream(stream)).toHaveLength(1);
    });

    it('shares a connection with no other store, and none between writing and reading', async () => {
      const url = await line.open();
      for (const store of [open({ url, answerMs: 3_000 }), open({ url, answerMs: 3_000 })]) {
        const { position } = await store.append(newStream(), NO_STREAM, [event()]);
        expect(await store.readAll(position, 1)).toEqual([]);
      }
      expect(line.connections).toBe(4);
    });

    it('keeps the failure of one connection from another', async () => {
      const broken = open({ url: await line.open() });
      const sound = open({ url: serverUrl(), patienceMs: 0, answerMs: 5_000 });
      const streams = Array.from({ length: 10 }, newStream);
      const writing = streams.map(async (stream) => {
        for (let version = NO_STREAM; version < 9; version += 1) {
          await Promise.all([
            sound.append(stream, version, [event()]),
            broken.append(newStream(), NO_STREAM, [event()]),
          ]);
          line.interrupt();
        }
      });
      await Promise.all(writing);
      for (const stream of streams) expect(await direct.readStream(stream)).toHaveLength(10);
    });

    it('hears of appends again after the connection that listens was ended', async () => {
      const follower = open({ url: await line.open(), answerMs: 3_000 });
      const { position } = await direct.append(newStream(), NO_STREAM, [event()]);
      await follower.waitForMore(null, 600_000);
      line.interrupt();
      const woken = follower.waitForMore(position, 600_000);
      const later = await direct.append(newStream(), NO_STREAM, [event()]);
      await woken;
      expect((await everything(follower)).at(-1)?.position).toBe(later.position);
    });
  });
}
