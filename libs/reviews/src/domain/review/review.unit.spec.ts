import { type Day, type RecordedEvent, Refusal, type Settlement } from '@promise/kernel';
import type { OpenData, ReviewCommand } from './commands';
import { NoSuchReview } from './decide';
import { describeProposedReviewEvent, describeReviewEvent } from './describe';
import { reviewWithSecondPerson } from './second-person';

const [ANN, BEN] = ['ann', 'ben'];
const OPENED = '2026-01-10';
const TODAY = '2026-03-31';

interface Ask {
  readonly asked: ReviewCommand | Settlement;
  readonly by: string;
  readonly today: Day;
  readonly effectiveOn: Day;
}

const ask = (asked: Ask['asked'], by = ANN, effectiveOn = TODAY, today = TODAY): Ask => ({
  ...{ asked, by, today, effectiveOn },
});
const data: OpenData = {
  ...{ kind: 'six-monthly', title: 'Autumn and winter', from: '2025-07-01', until: '2025-12-31' },
  takingPart: ['Promise Board', 'Young people’s group'],
};
const open = (more: Partial<OpenData> = {}, effectiveOn = OPENED): Ask =>
  ask({ act: 'open', review: 'r', data: { ...data, ...more } }, ANN, effectiveOn);
const find = (more: { text?: string; milestone?: string } = {}, effectiveOn = TODAY): Ask =>
  ask({ act: 'note-finding', data: { text: 'Two dates moved.', ...more } }, ANN, effectiveOn);
const close = (more: object = {}, effectiveOn = TODAY): Ask => {
  const closing = { outcome: 'More visits.', recipients: ['CSP Board', 'The group'], toldHow: 'At their meeting.' };
  return ask({ act: 'close', data: { ...closing, ...more } }, ANN, effectiveOn);
};
const approve = (proposal: string, by = BEN, effectiveOn = TODAY): Ask =>
  ask(
    { settle: 'approve', proposal, data: { body: 'Promise Board', date: '2026-03-20', reason: 'Minute 4.' } },
    by,
    effectiveOn,
  );
const refuseIt = (proposal: string): Ask => ask({ settle: 'refuse', proposal, data: { reason: 'Not yet.' } }, BEN);

/** The stream after each of them was asked for; its events are `e0`, `e1` and so on. */
function stream(...asks: readonly Ask[]): RecordedEvent[] {
  return asks.reduce<RecordedEvent[]>((history, { asked, by, today, effectiveOn }) => {
    const context = {
      ...{ today, now: `${today}T12:00:00.000Z`, effectiveOn, actor: { id: by, role: 'worker' } },
      ...{ commandId: `c${history.length}`, eventId: (n: number) => `e${history.length + n}` },
    };
    const state = reviewWithSecondPerson.fold(history as never);
    const events = reviewWithSecondPerson.decide(state, asked, context);
    const recorded = events.map((event, n) => ({
      ...{ type: event.type, payload: event.payload, version: history.length + n },
      envelope: {
        ...{ id: context.eventId(n), effectiveOn: event.effectiveOn ?? effectiveOn, actor: context.actor },
        decision: event.decision,
      },
    }));
    return [...history, ...(recorded as unknown as RecordedEvent[])];
  }, []);
}

const types = (...asks: readonly Ask[]): string[] => stream(...asks).map(({ type }) => type);

/** What the last of them is refused for; the others are taken. */
function rule(...asks: readonly Ask[]): string | undefined {
  stream(...asks.slice(0, -1));
  try {
    stream(...asks);
  } catch (error) {
    if (error instanceof Refusal) return error.faults.map(({ field, rule: name }) => `${field} ${name}`).join(', ');
    throw error;
  }
  return undefined;
}

describe('a review', () => {
  it('is opened, findings are noted, and it waits for a second person to be closed', () => {
    const events = stream(open(), find(), find({ milestone: 'm' }), close(), approve('e3'));
    expect(events.map(({ type }) => type)).toEqual([
      ...['ReviewOpened', 'FindingNoted', 'FindingNoted', 'ChangeProposed', 'ChangeApproved', 'ReviewClosed'],
    ]);
    expect(events[0]).toMatchObject({
      envelope: { effectiveOn: OPENED },
      payload: { review: 'r', kind: 'six-monthly', title: { personal: 'Autumn and winter' }, until: '2025-12-31' },
    });
    expect(events[2]?.payload).toEqual({ text: { personal: 'Two dates moved.' }, milestone: 'm' });
    expect(events[5]).toMatchObject({
      envelope: { decision: 'e4', effectiveOn: TODAY },
      payload: {
        outcome: { personal: 'More visits.' },
        recipients: [{ personal: 'CSP Board' }, { personal: 'The group' }],
        toldHow: { personal: 'At their meeting.' },
      },
    });
  });

  it('is closed by nobody alone', () => {
    expect(types(open(), close())).toEqual(['ReviewOpened', 'ChangeProposed']);
    expect(rule(open(), close(), approve('e1', ANN))).toBe('proposal a-second-person');
    expect(rule(open(), close(), close())).toBe('proposal one-at-a-time');
    expect(types(open(), close(), refuseIt('e1'), find(), close())).toHaveLength(5);
  });

  it('takes nothing once it is closed', () => {
    const closed = [open(), close(), approve('e1')];
    expect(rule(...closed, find())).toBe('review not-after-closed');
    expect(rule(...closed, close())).toBe('review not-after-closed');
    expect(rule(...closed, open())).toBe('review opened-once');
  });

  it('is opened once, and before anything else', () => {
    expect(rule(open(), open())).toBe('review opened-once');
    expect(() => stream(find())).toThrow(NoSuchReview);
    expect(() => stream(close())).toThrow(NoSuchReview);
  });

  it.each<[string, Partial<OpenData>]>([
    ['kind one-of', { kind: 'weekly' as never }],
    ['title not-blank', { title: ' ' }],
    ['title a-text', { title: 'a\u0000' }],
    ['title not-too-long', { title: 'a'.repeat(301) }],
    ['from not-before-2000', { from: '1999-12-31' }],
    ['until a-real-day', { until: '2026-02-30' }],
    ['until ends-not-before-it-begins', { until: '2025-06-30' }],
    ['takingPart at-least-one', { takingPart: [] }],
    ['takingPart not-too-long', { takingPart: Array.from({ length: 51 }, () => 'A') }],
    ['takingPart.1 not-blank', { takingPart: ['A', ''] }],
    ['kind one-of, title not-blank', { kind: '' as never, title: '' }],
  ])('is not opened with a fault: %s', (expected, more) => {
    expect(rule(open(more))).toBe(expected);
  });

  it('may look back on a single day', () => {
    expect(rule(open({ from: '2025-07-01', until: '2025-07-01' }))).toBeUndefined();
  });

  it.each<[string, Ask]>([
    ['text not-blank', find({ text: '' })],
    ['text not-too-long', find({ text: 'a'.repeat(10_001) })],
    ['outcome not-blank', close({ outcome: ' ' })],
    ['recipients at-least-one', close({ recipients: [] })],
    ['toldHow not-blank', close({ toldHow: '' })],
    ['effectiveOn not-in-the-future', close({}, '2026-04-01')],
    ['effectiveOn not-in-the-future', find({}, '2026-04-01')],
    ['effectiveOn not-before-it-was-opened', find({}, '2026-01-09')],
    ['effectiveOn not-before-it-was-opened', close({}, '2026-01-09')],
  ])('is refused for what follows: %s', (expected, asked) => {
    expect(rule(open(), asked)).toBe(expected);
  });

  it('is neither opened in the future nor before 2000', () => {
    expect(rule(open({}, '2026-04-01'))).toBe('effectiveOn not-in-the-future');
    expect(rule(open({}, '1999-12-31'))).toBe('effectiveOn not-before-2000');
  });

  it('is closed on no day before its findings, also where they came while it waited', () => {
    expect(rule(open(), find({}, '2026-02-02'), close({}, '2026-02-01'))).toBe('effectiveOn not-before-its-findings');
    expect(rule(open(), find({}, '2026-02-02'), close({}, '2026-02-02'))).toBeUndefined();
    const waiting = [open(), close({}, '2026-02-01'), find({}, '2026-02-02')];
    expect(rule(...waiting, approve('e1'))).toBe('effectiveOn not-before-its-findings');
    expect(types(open(), close(), find(), approve('e1'))).toContain('ReviewClosed');
  });

  it('is told in sentences', () => {
    const [opened, found, about, proposed, , closed] = stream(
      ...[open(), find(), find({ milestone: 'm' }), close(), approve('e3')],
    );
    expect([opened, found, about, closed].map((event) => event && describeReviewEvent(event))).toEqual([
      'The six-monthly review “Autumn and winter” was opened, of the time from 1 July 2025 to 31 December 2025. ' +
        'Taking part: Promise Board and Young people’s group.',
      'A finding was noted: Two dates moved.',
      'A finding about a milestone was noted: Two dates moved.',
      'The review was closed. What came of it: More visits. Given to: CSP Board and The group. ' +
        'How children and young people were told: At their meeting.',
    ]);
    const { events } = proposed?.payload as { events: Parameters<typeof describeProposedReviewEvent>[] };
    expect(events.map((event) => describeProposedReviewEvent(event as never))).toEqual([
      expect.stringContaining('It was proposed to close the review. What came of it: More visits.'),
    ]);
  });
});
