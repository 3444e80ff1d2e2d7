import { type DecisionContext, personal, type RecordedEvent, Refusal, type TextErased } from '@promise/kernel';
import { erasureWithSecondPerson } from './decide';

const context: DecisionContext = {
  ...{ today: '2026-01-20', now: '2026-01-20T10:00:00.000Z', effectiveOn: '2026-01-20' },
  ...{ actor: { id: 'ann', role: 'worker' }, commandId: 'command', eventId: (n: number) => `new-${n}` },
};

function recorded(id: string, payload: object, decision?: string, type = 'ProgressReported'): RecordedEvent {
  const envelope = { id, actor: { id: 'ann', role: 'worker' }, ...(decision === undefined ? {} : { decision }) };
  return { envelope, type, payload, version: 0, position: '0' } as RecordedEvent;
}

const HISTORY = [
  recorded('report', { narrative: personal('What was heard.') }),
  recorded('start', {}),
  recorded('evidence', { shows: personal('The report.'), file: { id: 'file', name: personal('a.pdf') } }),
  recorded('correction', { event: 'report', replace: { narrative: personal('What was said.') } }),
  recorded('asked', { change: 'withdrawal', events: [{ payload: { reason: personal('They moved.') } }] }),
  recorded('approved', { proposal: 'asked', reason: personal('The minute.') }, undefined, 'ChangeApproved'),
  recorded('withdrawn', { reason: personal('They moved.') }, 'approved'),
  recorded('gone', { narrative: { erased: true } }),
  recorded('erased', { events: ['gone'], files: [], reason: personal('Why.') }, undefined, 'TextErased'),
];

function erasing(...events: string[]): TextErased['payload'] {
  const asked = { events, reason: 'It names somebody.' };
  const [proposed] = erasureWithSecondPerson.decide(erasureWithSecondPerson.fold(HISTORY as never), asked, context);
  if (proposed?.type !== 'ChangeProposed') throw new Error('an erasure always needs a second person');
  return proposed.payload.events[0]?.payload as TextErased['payload'];
}

describe('erasing text', () => {
  it.each<[string, string[], string[], string[]]>([
    ['a record with its corrections', ['report'], ['report', 'correction'], []],
    ['a record with its file', ['evidence'], ['evidence'], ['file']],
    ['what was approved with its proposal', ['withdrawn'], ['asked', 'withdrawn'], []],
    ['several in log order, none twice', ['correction', 'report'], ['report', 'correction'], []],
  ])('takes %s', (_, asked, events, files) => {
    expect(erasing(...asked)).toEqual({ events, files, reason: personal('It names somebody.') });
  });

  it.each<[string, string, string[], string]>([
    ['nothing', 'events at-least-one', [], 'Why.'],
    ['what is not there', 'events.0 known-event', ['nowhere'], 'Why.'],
    ['what has no text', 'events.0 text-is-there', ['start'], 'Why.'],
    ['what was erased', 'events.1 text-is-there', ['report', 'gone'], 'Why.'],
    ['why something was erased', 'events.0 known-event', ['erased'], 'Why.'],
    ['without a reason', 'reason not-blank', ['report'], ' '],
  ])('refuses %s', (_, expected, events, reason) => {
    const state = erasureWithSecondPerson.fold(HISTORY as never);
    const act = (): unknown => erasureWithSecondPerson.decide(state, { events, reason }, context);
    expect(act).toThrow(Refusal);
    try {
      act();
    } catch (error) {
      expect((error as Refusal).faults.map(({ field, rule }) => `${field} ${rule}`)).toEqual([expected]);
    }
  });
});
