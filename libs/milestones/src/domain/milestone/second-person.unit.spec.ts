import { type ApprovalEvent, type Day, type RecordedEvent, Refusal, type Settlement } from '@promise/kernel';
import { asRecorded, command, proposal } from '../../testing/scenario';
import type { MilestoneCommand, ProposeData } from './commands';
import type { MilestoneEvent } from './events';
import { milestoneWithSecondPerson } from './second-person';

type Event = RecordedEvent<MilestoneEvent | ApprovalEvent>;
type Asked = MilestoneCommand | Settlement;
interface Ask {
  readonly asked: Asked;
  readonly by: string;
  readonly today: Day;
  readonly effectiveOn?: Day;
}

const [ANN, BEN] = ['ann', 'ben'];
const decided = { decidedBy: 'Promise Board', decidedOn: '2025-03-20' };
const move = command('revise-timescale', {
  ...{ timescale: 'March 2032', reason: 'Two teams need more time.', ...decided },
  youngPeopleTold: { state: 'not-yet' },
});
const withdraw = command('withdraw', { reason: 'Another one says it better.', ...decided });
const approval = { body: 'Promise Board', date: '2025-03-28', reason: 'The paper of 28 March says why.' };
const report = { link: 'https://www.example.org', shows: 'The report.' };
const achieve = command('achieve', {
  date: '2025-04-01',
  evidence: [report],
  differenceMade: 'Fewer moves.',
});
const approve = (id: string, data = approval): Settlement => ({ settle: 'approve', proposal: id, data });
const refuseIt = (id: string): Settlement => ({ settle: 'refuse', proposal: id, data: { reason: 'Not yet.' } });
const takeBack = (id: string): Settlement => ({ settle: 'take-back', proposal: id, data: { reason: 'A slip.' } });

const ask = (asked: Asked, by = ANN, today = '2025-04-01', effectiveOn?: Day): Ask => ({
  ...{ asked, by, today },
  ...(effectiveOn === undefined ? {} : { effectiveOn }),
});
const proposed = (more: Partial<ProposeData> = {}): Ask =>
  ask(command('propose', { ...proposal, ...more }), ANN, '2025-03-01');
const tenYears = proposed({ horizon: '10-year', timescale: 'March 2030' });
const correct = (event: string, change: object): Asked => command('correct', { event, reason: 'A slip.', ...change });
const reopened = [
  proposed(),
  ask(withdraw),
  ask(approve('e1'), BEN),
  ask(command('reopen', { reason: 'It goes on.' }), ANN, '2025-05-01'),
];

/** The stream after each of them was asked for; its events are `e0`, `e1` and so on. */
function stream(...asks: readonly Ask[]): Event[] {
  return asks.reduce<Event[]>((history, { asked, by, today, effectiveOn }) => {
    const context = {
      ...{ today, now: `${today}T12:00:00.000Z`, effectiveOn: effectiveOn ?? today },
      ...{ actor: { id: by, role: 'worker' }, commandId: `c${history.length}` },
      eventId: (n: number) => `e${history.length + n}`,
    };
    const events = milestoneWithSecondPerson.decide(milestoneWithSecondPerson.fold(history), asked, context);
    return [...history, ...asRecorded(events, history.length, context)];
  }, []);
}

const types = (...asks: readonly Ask[]): string[] => stream(...asks).map(({ type }) => type);

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

describe('a change that needs a second person', () => {
  it('is a proposal, and changes nothing, until somebody else approves it', () => {
    expect(types(proposed(), ask(withdraw))).toEqual(['MilestoneProposed', 'ChangeProposed']);
    expect(types(proposed(), ask(withdraw), ask(approve('e1'), BEN))).toEqual([
      'MilestoneProposed',
      'ChangeProposed',
      'ChangeApproved',
      'MilestoneWithdrawn',
    ]);
  });

  it('says by which decision it was carried out', () => {
    const [, , approved, withdrawn] = stream(proposed(), ask(withdraw), ask(approve('e1'), BEN));
    expect(approved?.payload).toEqual({
      proposal: 'e1',
      body: { personal: 'Promise Board' },
      decidedOn: '2025-03-28',
      reason: { personal: 'The paper of 28 March says why.' },
    });
    expect(withdrawn?.envelope).toMatchObject({ id: 'e3', decision: 'e2', actor: { id: BEN } });
    expect(withdrawn?.payload).toMatchObject({ reason: { personal: 'Another one says it better.' } });
  });

  it('counts from its approval, or from the earlier day that was named', () => {
    const day = (effectiveOn?: Day): string | undefined =>
      stream(proposed(), ask(withdraw, ANN, '2025-04-01', effectiveOn), ask(approve('e1'), BEN, '2025-04-09'))[3]
        ?.envelope.effectiveOn;
    expect([day(), day('2025-03-25')]).toEqual(['2025-04-09', '2025-03-25']);
  });

  it.each<[string, readonly Ask[]]>([
    ['a move of a 10-year date', [tenYears, ask(move)]],
    ['a correction of a 10-year date', [tenYears, ask(correct('e0', { replace: { timescale: 'May 2030' } }))]],
    ['making a 5-year milestone a 10-year one', [proposed(), ask(correct('e0', { replace: { horizon: '10-year' } }))]],
    ['making a 10-year milestone a 5-year one', [tenYears, ask(correct('e0', { replace: { horizon: '5-year' } }))]],
    [
      'taking back a move of a 10-year date',
      [tenYears, ask(move), ask(approve('e1'), BEN), ask(correct('e3', { void: true }))],
    ],
    [
      'taking back what took a withdrawal back',
      [
        proposed(),
        ask(withdraw),
        ask(approve('e1'), BEN),
        ask(correct('e3', { void: true })),
        ask(correct('e4', { void: true })),
      ],
    ],
    ['taking back what reopened it after a withdrawal', [...reopened, ask(correct('e4', { void: true }))]],
  ])('is %s', (_, asks) => {
    expect(stream(...asks).at(-1)?.type).toBe('ChangeProposed');
  });

  it.each<[string, readonly Ask[]]>([
    ['a move of a 5-year date', [proposed(), ask(move)]],
    ['a new 10-year milestone', [tenYears]],
    ['a correction of the title of a 10-year one', [tenYears, ask(correct('e0', { replace: { title: 'Another' } }))]],
    [
      'taking back a withdrawal',
      [proposed(), ask(withdraw), ask(approve('e1'), BEN), ask(correct('e3', { void: true }))],
    ],
  ])('is not %s', (_, asks) => {
    expect(stream(...asks).at(-1)?.type).not.toBe('ChangeProposed');
  });

  it.each<[string, string, readonly Ask[]]>([
    ['approved by who proposed it', 'proposal a-second-person', [proposed(), ask(withdraw), ask(approve('e1'), ANN)]],
    ['taken back by another', 'proposal ones-own', [proposed(), ask(withdraw), ask(takeBack('e1'), BEN)]],
    [
      'settled twice',
      'proposal still-waiting',
      [proposed(), ask(withdraw), ask(refuseIt('e1'), BEN), ask(approve('e1'), BEN)],
    ],
    [
      'approved when it was taken back',
      'proposal still-waiting',
      [proposed(), ask(withdraw), ask(takeBack('e1')), ask(approve('e1'), BEN)],
    ],
    ['approved when it is no proposal', 'proposal known-proposal', [proposed(), ask(approve('e0'), BEN)]],
    ['proposed twice at a time', 'proposal one-at-a-time', [proposed(), ask(withdraw), ask(withdraw, BEN)]],
    [
      'approved when the rules have come to forbid it',
      'milestone not-after-achieved',
      [proposed(), ask(withdraw), ask(achieve), ask(approve('e1'), BEN)],
    ],
    [
      'approved without grounds',
      'reason not-blank',
      [proposed(), ask(withdraw), ask(approve('e1', { ...approval, reason: ' ' }), BEN)],
    ],
    [
      'approved before the board decides',
      'date not-in-the-future',
      [proposed(), ask(withdraw), ask(approve('e1', { ...approval, date: '2025-05-01' }), BEN)],
    ],
    [
      'approved by nobody',
      'body not-blank',
      [proposed(), ask(withdraw), ask(approve('e1', { ...approval, body: '' }), BEN)],
    ],
  ])('is refused: %s', (_, expected, asks) => {
    expect(rule(...asks)).toBe(expected);
  });

  it('may be proposed again once it was refused or taken back', () => {
    expect(
      types(proposed(), ask(withdraw), ask(takeBack('e1')), ask(withdraw), ask(refuseIt('e3'), BEN), ask(withdraw)),
    ).toEqual([
      'MilestoneProposed',
      'ChangeProposed',
      'ChangeTakenBack',
      'ChangeProposed',
      'ChangeRefused',
      'ChangeProposed',
    ]);
  });

  it('keeps every other change of its kind waiting', () => {
    const horizon = ask(correct('e0', { replace: { horizon: '5-year' } }), BEN);
    expect(rule(tenYears, ask(move), horizon)).toBe('proposal one-at-a-time');
    expect(types(tenYears, ask(move), ask(withdraw)).slice(1)).toEqual(['ChangeProposed', 'ChangeProposed']);
  });

  it('cannot be approved once its text was erased', () => {
    const history = stream(proposed(), ask(withdraw));
    const [first, second] = history as [Event, Event];
    const payload = {
      change: 'withdrawal',
      events: [{ type: 'MilestoneWithdrawn', payload: { reason: { erased: true } } }],
    };
    const erased = [first, { ...second, payload } as unknown as Event];
    const context = {
      ...{ today: '2025-04-01', now: '2025-04-01T12:00:00.000Z', effectiveOn: '2025-04-01' },
      ...{ actor: { id: BEN, role: 'approver' }, commandId: 'c', eventId: String },
    };
    expect(() =>
      milestoneWithSecondPerson.decide(milestoneWithSecondPerson.fold(erased), approve('e1'), context),
    ).toThrow('its text was erased');
  });
});
