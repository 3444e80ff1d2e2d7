import { type Actor, type DecisionContext, type RecordedEvent, Refusal } from '@promise/kernel';
import type { MembershipCommand, WantedRole } from './commands';
import { membershipDecider } from './decide';
import { describeMembershipEvent } from './describe';
import { type MembershipEvent, SIGN_IN_SERVICE } from './events';

const [ANN, BEN] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const grant = (person: string, role: string, more: object = {}): MembershipCommand => ({
  type: 'GrantRole',
  person,
  role,
  ...more,
});
const end = (person: string, role: string, reason = 'They have moved on.'): MembershipCommand => ({
  type: 'EndRole',
  person,
  role,
  reason,
});

const ADMINISTRATOR: Actor = { id: '33333333-3333-4333-8333-333333333333', role: 'administrator' };
const match = (person: string, ...wanted: readonly (string | WantedRole)[]): MembershipCommand => ({
  type: 'MatchRoles',
  person,
  wanted: wanted.map((each) => (typeof each === 'string' ? { role: each } : each)),
});
const actorOf = ({ type }: MembershipCommand): Actor => (type === 'MatchRoles' ? SIGN_IN_SERVICE : ADMINISTRATOR);

const context = { today: '2026-03-31' } as DecisionContext;

/** The events of one command after those of others. */
function when(history: readonly MembershipCommand[], command: MembershipCommand): readonly MembershipEvent[] {
  const recorded: RecordedEvent<MembershipEvent>[] = [];
  for (const before of history)
    recorded.push(...decide(recorded, before).map((event) => asRecorded(event, actorOf(before))));
  return decide(recorded, command);
}

function decide(history: readonly RecordedEvent<MembershipEvent>[], command: MembershipCommand) {
  return membershipDecider.decide(membershipDecider.fold(history), command, context);
}

function asRecorded(
  { type, payload, schemaVersion, effectiveOn }: MembershipEvent,
  actor: Actor = ADMINISTRATOR,
): RecordedEvent<MembershipEvent> {
  return {
    type,
    payload,
    envelope: { schemaVersion, effectiveOn, actor },
  } as unknown as RecordedEvent<MembershipEvent>;
}

/** The rule that forbids it. */
function refused(history: readonly MembershipCommand[], command: MembershipCommand): string | undefined {
  try {
    when(history, command);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.faults[0]?.rule;
  }
}

describe('roles in a partnership', () => {
  it('are granted from today without an end, unless the command says otherwise', () => {
    expect(when([], grant(ANN, 'worker'))).toMatchObject([
      { type: 'RoleGranted', effectiveOn: '2026-03-31', payload: { from: '2026-03-31', until: null } },
    ]);
    const some = { from: '2026-04-01', until: '2027-03-31' };
    expect(when([], grant(ANN, 'worker', some))).toMatchObject([{ effectiveOn: '2026-04-01', payload: some }]);
  });

  it('are several for one person, each once at a time', () => {
    expect(refused([grant(ANN, 'worker')], grant(ANN, 'lead'))).toBeUndefined();
    expect(refused([grant(ANN, 'worker')], grant(ANN, 'worker'))).toBe('not-held-already');
    const first = grant(ANN, 'worker', { until: '2026-06-30' });
    expect(refused([first], grant(ANN, 'worker', { from: '2026-06-30' }))).toBe('not-held-already');
    expect(refused([first], grant(ANN, 'worker', { from: '2026-07-01' }))).toBeUndefined();
  });

  it.each([
    [{ role: 'mayor' }, 'one-of'],
    [{ from: '2026-02-30' }, 'real-day'],
    [{ from: '1999-12-31' }, 'not-before-2000'],
    [{ from: '2026-05-02', until: '2026-05-01' }, 'ends-after-it-begins'],
    [{ from: '2025-01-01', until: '2026-03-30' }, 'not-over-yet'],
    [{ role: 'inspector' }, 'inspector-for-a-time'],
  ])('are not granted with %j', (fields, rule) => {
    expect(refused([], grant(ANN, 'worker', fields))).toBe(rule);
  });

  it('let an inspector in up to a day', () => {
    expect(refused([], grant(ANN, 'inspector', { until: '2026-03-31' }))).toBeUndefined();
  });

  it('end with a reason, and can be granted again', () => {
    const history = [grant(ANN, 'worker'), end(ANN, 'worker')];
    expect(when([grant(ANN, 'worker')], end(ANN, 'worker'))).toMatchObject([
      { type: 'RoleEnded', effectiveOn: '2026-03-31' },
    ]);
    expect(refused(history, grant(ANN, 'worker'))).toBeUndefined();
    expect(refused(history, end(ANN, 'worker'))).toBe('held');
    expect(refused([grant(ANN, 'worker')], end(ANN, 'worker', ' '))).toBe('required');
  });

  it('never end for the last administrator', () => {
    const ann = grant(ANN, 'administrator');
    expect(refused([ann], end(ANN, 'administrator'))).toBe('last-administrator');
    const later = grant(BEN, 'administrator', { from: '2026-04-01' });
    expect(refused([ann, later], end(ANN, 'administrator'))).toBe('last-administrator');
    expect(refused([ann, grant(BEN, 'administrator')], end(ANN, 'administrator'))).toBeUndefined();
  });

  it('are what somebody needs to be given a new link', () => {
    expect(refused([], { type: 'MakeLink', person: ANN })).toBe('has-a-role');
    expect(refused([grant(ANN, 'board'), end(ANN, 'board')], { type: 'MakeLink', person: ANN })).toBe('has-a-role');
    const [made] = when([grant(ANN, 'board')], { type: 'MakeLink', person: ANN });
    expect(made && describeMembershipEvent(asRecorded(made))).toBe(
      `Person ${ANN} was given a new link to choose how to sign in.`,
    );
  });

  it('are told without a name', () => {
    const [granted] = when([], grant(ANN, 'inspector', { until: '2026-06-30' }));
    const [ended] = when([grant(ANN, 'lead')], end(ANN, 'lead'));
    expect([granted, ended].map((event) => event && describeMembershipEvent(asRecorded(event)))).toEqual([
      `Person ${ANN} became inspector from 2026-03-31 to 2026-06-30.`,
      `Person ${ANN} is no longer milestone lead: They have moved on.`,
    ]);
  });
});

describe('roles that follow groups', () => {
  /** What happens: `+worker`, `-worker`. */
  const happens = (history: readonly MembershipCommand[], command: MembershipCommand): string[] =>
    when(history, command).map(({ type, payload }) => {
      const role = 'role' in payload ? payload.role : '';
      return `${type === 'RoleGranted' ? '+' : '-'}${role}`;
    });

  it('are granted, and end when the group is gone', () => {
    expect(happens([], match(ANN, 'worker', 'lead'))).toEqual(['+worker', '+lead']);
    expect(happens([match(ANN, 'worker', 'lead')], match(ANN, 'worker', 'lead'))).toEqual([]);
    expect(happens([match(ANN, 'worker', 'lead')], match(ANN, 'lead', 'board'))).toEqual(['+board', '-worker']);
    expect(happens([match(ANN, 'worker'), match(BEN, 'worker')], match(ANN))).toEqual(['-worker']);
  });

  it('leave alone what was granted by hand', () => {
    expect(happens([grant(ANN, 'worker')], match(ANN))).toEqual([]);
    expect(happens([grant(ANN, 'worker')], match(ANN, 'worker'))).toEqual([]);
    const later = grant(ANN, 'worker', { from: '2026-05-01' });
    expect(when([later], match(ANN, 'worker'))).toMatchObject([{ payload: { until: '2026-04-30' } }]);
    const both = [later, match(ANN, 'worker')];
    expect(happens(both, match(ANN))).toEqual(['-worker']);
    expect(refused([...both, match(ANN)], grant(ANN, 'worker', { from: '2026-06-01' }))).toBe('not-held-already');
    expect(happens([...both, match(ANN)], match(ANN))).toEqual([]);
  });

  it('end by hand too, and come back with the group', () => {
    expect(happens([match(ANN, 'worker'), end(ANN, 'worker')], match(ANN, 'worker'))).toEqual(['+worker']);
  });

  it('let an inspector in for so many days', () => {
    expect(refused([], match(ANN, 'inspector'))).toBe('inspector-for-a-time');
    expect(when([], match(ANN, { role: 'inspector', days: 1 }))).toMatchObject([{ payload: { until: '2026-03-31' } }]);
    expect(when([], match(ANN, { role: 'inspector', days: 30 }))).toMatchObject([
      { payload: { from: '2026-03-31', until: '2026-04-29' } },
    ]);
  });

  it('never end for the last administrator', () => {
    expect(happens([match(ANN, 'administrator')], match(ANN))).toEqual([]);
    expect(happens([match(ANN, 'administrator', 'lead')], match(ANN))).toEqual(['-lead']);
    expect(happens([match(ANN, 'administrator'), grant(BEN, 'administrator')], match(ANN))).toEqual(['-administrator']);
  });

  it('say so in the trail, without the name of the group', () => {
    const events = [...when([], match(ANN, 'board')), ...when([match(ANN, 'board')], match(ANN))];
    expect(events.map((event) => describeMembershipEvent(asRecorded(event, SIGN_IN_SERVICE)))).toEqual([
      `Person ${ANN} became Champions Board member from 2026-03-31, by their group at the sign-in service.`,
      `Person ${ANN} is no longer Champions Board member: They are no longer in the group that stands for this role at the sign-in service.`,
    ]);
  });
});
