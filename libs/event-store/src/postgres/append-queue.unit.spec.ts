import { setImmediate } from 'node:timers/promises';
import { event } from '../contract/events';
import { type Appended, StoreUnavailable } from '../event-store.port';
import type { AppendRequest } from './append-call';
import { AppendQueue } from './append-queue';

const request = (stream: string, fields = {}): AppendRequest => ({
  stream,
  expectedVersion: -1,
  events: [event(fields)],
});
const appended: Appended = { position: '1', version: 0, mayBeRepeat: false };
const streams = (batch: readonly AppendRequest[]): string => batch.map(({ stream }) => stream).join(' ');

/** A queue that notes what it sends; `refuse` throws what the database would. */
function queueThat(refuse: (batch: readonly AppendRequest[]) => void = () => undefined, patienceMs = 10_000) {
  const sent: string[] = [];
  const send = async (batch: readonly AppendRequest[]): Promise<Appended[]> => {
    sent.push(streams(batch));
    await setImmediate();
    refuse(batch);
    return batch.map(() => appended);
  };
  return { queue: new AppendQueue([send], patienceMs), sent };
}

describe('AppendQueue', () => {
  it('sends together what was asked together, and next what came meanwhile', async () => {
    const { queue, sent } = queueThat();
    const first = queue.add(request('a'));
    const second = queue.add(request('b')).then(() => queue.add(request('d')));
    await first;
    await Promise.all([second, queue.add(request('c'))]);
    expect(sent).toEqual(['a b', 'c d']);
  });

  it('has a stream and an event id once in a batch, and keeps the turn within a stream', async () => {
    const { queue, sent } = queueThat();
    const id = '11111111-1111-4111-8111-111111111111';
    await Promise.all(
      [request('a', { id }), request('b', { id }), request('a'), request('c'), request('b')].map((each) =>
        queue.add(each),
      ),
    );
    expect(sent).toEqual(['a c', 'b a', 'b']);
  });

  it('sends no more than 200 appends and 4 MB at a time, and yet an append that is larger', async () => {
    const { queue, sent } = queueThat();
    const many = Array.from({ length: 450 }, (_, n) => queue.add(request(String(n))));
    await Promise.all(many);
    expect(sent.map((each) => each.split(' ').length)).toEqual([200, 200, 50]);
    const large = (stream: string): AppendRequest => request(stream, { payload: new Uint8Array(3_000_000) });
    const larger = request('larger', { payload: new Uint8Array(5_000_000) });
    await Promise.all([large('x'), large('y'), larger, request('z')].map((each) => queue.add(each)));
    expect(sent.slice(3)).toEqual(['x', 'y', 'larger', 'z']);
  });

  it('sends one by one what the database refused together, so that one fails alone', async () => {
    const { queue, sent } = queueThat((batch) => {
      if (streams(batch).includes('bad')) throw new Error('value out of range');
    });
    const settled = await Promise.allSettled(['a', 'bad', 'b'].map((stream) => queue.add(request(stream))));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(settled[1]).toHaveProperty('reason.message', 'value out of range');
    expect(sent).toEqual(['a bad b', 'a', 'bad', 'b']);
    await queue.add(request('c'));
  });

  it('sends the same again after a lost connection, until patience is over', async () => {
    let failures = 2;
    const passing = queueThat(() => {
      if (failures-- > 0) throw Object.assign(new Error('read ECONNRESET'), { errno: -104 });
    });
    await expect(passing.queue.add(request('a'))).resolves.toEqual(appended);
    expect(passing.sent).toEqual(['a', 'a', 'a']);
    const lasting = queueThat(() => {
      throw new Error('Connection terminated unexpectedly');
    }, 2_000);
    await expect(lasting.queue.add(request('a'))).rejects.toBeInstanceOf(StoreUnavailable);
    expect(lasting.sent.length).toBeGreaterThan(1);
  });

  it('on close sends what waits and tries nothing twice', async () => {
    const lost = queueThat(() => {
      throw new Error('Connection terminated unexpectedly');
    });
    const asked = [lost.queue.add(request('a')), lost.queue.add(request('b'))];
    const settled = Promise.allSettled(asked);
    await lost.queue.close();
    for (const each of await settled) expect(each).toHaveProperty('reason.name', 'StoreUnavailable');
    expect(lost.sent).toEqual(['a b']);
    await expect(lost.queue.add(request('c'))).rejects.toBeInstanceOf(StoreUnavailable);
  });
});

describe('AppendQueue with two lanes', () => {
  /** Two lanes that note what they have on their way, and end a batch when told. */
  function twoLanes() {
    const onTheWay: { readonly batch: string; readonly end: () => void }[] = [];
    const send = async (batch: readonly AppendRequest[]): Promise<Appended[]> => {
      await new Promise<void>((resolve) => {
        const sent = { batch: streams(batch), end: resolve };
        onTheWay.push(sent);
      });
      return batch.map(() => appended);
    };
    const turns = async (): Promise<void> => {
      for (let n = 0; n < 5; n += 1) await setImmediate();
    };
    const end = async (n: number): Promise<void> => {
      onTheWay.splice(n, 1)[0]?.end();
      await turns();
    };
    const batches = (): string[] => onTheWay.map(({ batch }) => batch);
    return { queue: new AppendQueue([send, send], 10_000), batches, end, turns };
  }

  it('shares out what waits when there is much of it', async () => {
    const { queue, batches, end, turns } = twoLanes();
    const all = 'a b c d e f g h i j k l m n o p'.split(' ').map((stream) => queue.add(request(stream)));
    await turns();
    expect(batches()).toEqual(['a b c d e f g h', 'i j k l m n o p']);
    await end(1);
    await end(0);
    await Promise.all(all);
  });

  it('sends by the other lane what came while one was sending', async () => {
    const { queue, batches, end, turns } = twoLanes();
    const first = queue.add(request('a'));
    await turns();
    const more = [queue.add(request('b')), queue.add(request('c'))];
    await turns();
    expect(batches()).toEqual(['a', 'b c']);
    await end(0);
    await end(0);
    await Promise.all([first, ...more]);
  });

  it('has a stream and an event id on the way once, whatever the other lane could do', async () => {
    const { queue, batches, end, turns } = twoLanes();
    const id = '22222222-2222-4222-8222-222222222222';
    const first = queue.add(request('a', { id }));
    await turns();
    const more = [queue.add(request('a')), queue.add(request('b', { id })), queue.add(request('b'))];
    await turns();
    expect(batches()).toEqual(['a']);
    await end(0);
    expect(batches()).toEqual(['a b']);
    await end(0);
    expect(batches()).toEqual(['b']);
    await end(0);
    await Promise.all([first, ...more]);
  });
});
