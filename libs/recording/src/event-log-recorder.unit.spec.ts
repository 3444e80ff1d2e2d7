import { type Appended, type EventToAppend, MemoryEventStore } from '@promise/event-store';
import { type Decider, type DomainEvent, personal, type RecordedEvent } from '@promise/kernel';
import { MemoryKeyVault } from '@promise/vault';
import type { CommandContext } from './command-context';
import { KeyReused } from './errors';
import { EventLogRecorder } from './event-log-recorder';

const STREAM = 'north-lanarkshire/note/1';

type History = readonly RecordedEvent[];

/** Records what the command makes of the history. */
const decider: Decider<History, (history: History) => DomainEvent[], DomainEvent> = {
  fold: (history) => history,
  decide: (history, command) => command(history),
};

function note(...texts: string[]): DomainEvent[] {
  return texts.map((text) => ({ type: 'NoteTaken', schemaVersion: 1, payload: { parts: [{ text: personal(text) }] } }));
}

/** Of the n-th request; two with the same number came under one idempotency key. */
function context(n: number, body = n): CommandContext {
  const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
  return {
    ...{ partnership: 'north-lanarkshire', actor: { id: id(0), role: 'worker' }, basis: { kind: 'recorded' } },
    ...{ commandId: id(n), causationId: id(1_000 + body), correlationId: id(n) },
  };
}

function outcome(answer: PromiseSettledResult<unknown>): string {
  if (answer.status === 'fulfilled') return 'recorded';
  return answer.reason instanceof KeyReused ? 'key reused' : String(answer.reason);
}

/** Does something before the next append gets to the log, as somebody who is quicker does. */
class OvertakenStore extends MemoryEventStore {
  overtaking: (() => Promise<unknown>) | undefined;

  override async append(stream: string, version: number, events: readonly EventToAppend[]): Promise<Appended> {
    const { overtaking } = this;
    this.overtaking = undefined;
    await overtaking?.();
    return super.append(stream, version, events);
  }
}

describe('the recorder', () => {
  let store: OvertakenStore;
  let recorder: EventLogRecorder;

  beforeEach(() => {
    store = new OvertakenStore();
    recorder = new EventLogRecorder(store, new MemoryKeyVault(), { now: () => '2026-01-20T12:00:00.000Z' });
  });

  it('decides without the text that is to be erased, also before its key is destroyed', async () => {
    const { events } = await recorder.record(decider, STREAM, context(1), () => note('A name.'));
    await recorder.record(decider, STREAM, context(2), () => note('Another.'));
    const payload = { events: [events[0]?.id], files: [], reason: personal('It names somebody.') };
    await recorder.record(decider, STREAM, context(3), () => [{ type: 'TextErased', schemaVersion: 1, payload }]);
    let decidedOn: object[] = [];
    await recorder.record(decider, STREAM, context(4), (history) => {
      decidedOn = history.map((each) => each.payload);
      return [];
    });
    expect(decidedOn).toEqual([
      { parts: [{ text: { erased: true } }] },
      { parts: [{ text: { personal: 'Another.' } }] },
      payload,
    ]);
    expect((await recorder.history(STREAM))[0]?.payload).toEqual({ parts: [{ text: { personal: 'A name.' } }] });
  });

  it('refuses a key that came twice at once with different bodies, however many events each leads to', async () => {
    for (const [n, [first, second]] of [
      [['One.'], ['One.', 'Two.']],
      [['One.', 'Two.'], ['One.']],
    ].entries()) {
      const answers = await Promise.allSettled([
        recorder.record(decider, STREAM, context(n, 1), () => note(...(first ?? []))),
        recorder.record(decider, STREAM, context(n, 2), () => note(...(second ?? []))),
      ]);
      expect(answers.map(outcome)).toEqual(['recorded', 'key reused']);
    }
  });

  it('refuses a key that stands for something new with a different body', async () => {
    const asked = (body: number, ...texts: string[]): Promise<unknown> =>
      recorder.recordNew(decider, STREAM, context(1, body), () => note(...texts));
    const answers = await Promise.allSettled([asked(1, 'One.'), asked(2, 'One.', 'Two.')]);
    expect(answers.map(outcome)).toEqual(['recorded', 'key reused']);
  });

  it('gives one answer to a request that came twice, also where somebody else recorded in between', async () => {
    const ask = (): ReturnType<typeof recorder.record> =>
      recorder.record(decider, STREAM, context(1), () => note('One.'));
    let first: unknown;
    store.overtaking = async () => {
      await recorder.record(decider, STREAM, context(2), () => note('Of somebody else.'));
      first = await ask();
    };
    const second = await ask();
    expect(second).toEqual(first);
    expect(second.version).toBe(1);
  });
});
