import { type Danger, MemoryEventStore } from '@promise/event-store';
import { LogInDanger, refuseDangers } from './log-dangers';

const DANGERS: readonly Danger[] = [
  { rule: 'events-age-out', what: 'Events age out.', remedy: 'Let them not.' },
  { rule: 'stream-open', what: 'A stream is open.', remedy: 'Close it.' },
];
const WORDS = '- Events age out. (events-age-out)\n  Let them not.\n- A stream is open. (stream-open)\n  Close it.';

/** A store that finds these dangers, once it is asked to answer. */
class StoreWith extends MemoryEventStore {
  constructor(private readonly found: Promise<readonly Danger[]>) {
    super();
  }

  override check(): Promise<readonly Danger[]> {
    return this.found;
  }
}

/** Keeps what whoever runs the tracker is told. */
const toldIn = (notices: string[]) => ({ onNotice: (notice: string) => void notices.push(notice) });

const storeWith = (dangers: readonly Danger[]): StoreWith => new StoreWith(Promise.resolve(dangers));

describe('dangers to the log', () => {
  it('end a start in production, all of them in one message', async () => {
    const notices: string[] = [];
    const start = refuseDangers(storeWith(DANGERS), true, toldIn(notices));
    await expect(start).rejects.toThrow(LogInDanger);
    await expect(start).rejects.toThrow(`The log is not safe:\n${WORDS}\nLook at it with: promise store check`);
    expect(notices).toEqual([]);
  });

  it('are told elsewhere', async () => {
    const notices: string[] = [];
    await refuseDangers(storeWith(DANGERS), false, toldIn(notices));
    expect(notices).toEqual([`The log is not safe; in production the tracker would not start:\n${WORDS}`]);
  });

  it('are looked for without a word where there are none, and where it takes long with one', async () => {
    jest.useFakeTimers();
    const notices: string[] = [];
    await refuseDangers(storeWith([]), true, toldIn(notices));
    jest.advanceTimersByTime(60_000);
    expect(notices).toEqual([]);
    let answer: (dangers: readonly Danger[]) => void = () => undefined;
    const slow = new StoreWith(new Promise((resolve) => (answer = resolve)));
    const start = refuseDangers(slow, true, toldIn(notices));
    jest.advanceTimersByTime(60_000);
    answer([]);
    await start;
    expect(notices).toEqual([expect.stringContaining('The log is asked what could lose events')]);
    jest.useRealTimers();
  });

  it('are waited for no longer once the start is to end, whatever comes of it', async () => {
    let fail: (error: Error) => void = () => undefined;
    const hanging = new StoreWith(new Promise((_, reject) => (fail = reject)));
    const stop = new AbortController();
    const start = refuseDangers(hanging, true, { ...toldIn([]), stopping: stop.signal });
    stop.abort();
    await expect(start).rejects.toBe(stop.signal.reason);
    fail(new Error('The store is closed.'));
    await expect(refuseDangers(hanging, true, { ...toldIn([]), stopping: stop.signal })).rejects.toBe(
      stop.signal.reason,
    );
  });
});
