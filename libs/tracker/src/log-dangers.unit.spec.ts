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

const storeWith = (dangers: readonly Danger[]): StoreWith => new StoreWith(Promise.resolve(dangers));

describe('dangers to the log', () => {
  it('end a start in production, all of them in one message', async () => {
    const notices: string[] = [];
    const start = refuseDangers(storeWith(DANGERS), true, (notice) => notices.push(notice));
    await expect(start).rejects.toThrow(LogInDanger);
    await expect(start).rejects.toThrow(`The log is not safe:\n${WORDS}\nLook at it with: promise store check`);
    expect(notices).toEqual([]);
  });

  it('are told elsewhere', async () => {
    const notices: string[] = [];
    await refuseDangers(storeWith(DANGERS), false, (notice) => notices.push(notice));
    expect(notices).toEqual([`The log is not safe; in production the tracker would not start:\n${WORDS}`]);
  });

  it('are looked for without a word where there are none, and where it takes long with one', async () => {
    jest.useFakeTimers();
    const notices: string[] = [];
    await refuseDangers(storeWith([]), true, (notice) => notices.push(notice));
    jest.advanceTimersByTime(60_000);
    expect(notices).toEqual([]);
    let answer: (dangers: readonly Danger[]) => void = () => undefined;
    const slow = new StoreWith(new Promise((resolve) => (answer = resolve)));
    const start = refuseDangers(slow, true, (notice) => notices.push(notice));
    jest.advanceTimersByTime(60_000);
    answer([]);
    await start;
    expect(notices).toEqual([expect.stringContaining('The log is asked what could lose events')]);
    jest.useRealTimers();
  });
});
