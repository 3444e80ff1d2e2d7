import { type Instant } from '@promise/kernel';
import { type Recorded, UnknownThing } from '@promise/recording';
import { type CommandSide, commandSide, requestBy } from '../testing/command-side';
import { MILESTONE, PARTNERSHIP, proposal } from '../testing/scenario';
import type { ProposeData } from '../domain/milestone/commands';
import { milestoneDecider } from '../domain/milestone/decide';
import { milestoneStream } from '../domain/milestone/stream';
import { AchieveMilestone } from './achieve-milestone/achieve-milestone.command';
import { AgreeMilestone } from './agree-milestone/agree-milestone.command';
import { AttachEvidence } from './attach-evidence/attach-evidence.command';
import { ChangeLeads } from './change-leads/change-leads.command';
import { CorrectMilestone } from './correct-milestone/correct-milestone.command';
import { ProposeMilestone } from './propose-milestone/propose-milestone.command';
import { ReopenMilestone } from './reopen-milestone/reopen-milestone.command';
import { ReportProgress } from './report-progress/report-progress.command';
import { ReviseTimescale } from './revise-timescale/revise-timescale.command';
import { StartMilestone } from './start-milestone/start-milestone.command';
import { TellYoungPeople } from './tell-young-people/tell-young-people.command';
import { WithdrawMilestone } from './withdraw-milestone/withdraw-milestone.command';

const OTHER = '0b3f5c52-6d3b-5f7e-9d4b-1f2e3d4c5b6a';

let now: Instant;
let side: CommandSide;

beforeEach(async () => {
  now = '2025-06-01T12:00:00.000Z';
  side = await commandSide(() => now);
});
afterEach(() => side.close());

function propose(
  id = MILESTONE,
  changes: Partial<ProposeData> = {},
  key = `propose ${id.slice(0, 4)}`,
): Promise<Recorded> {
  return side.bus.execute(new ProposeMilestone(id, { ...proposal, ...changes }, requestBy(key)));
}

const faultsOf = (field: string, rule: string): object => ({ faults: [expect.objectContaining({ field, rule })] });

it('takes every command over the bus', async () => {
  await propose();
  const link = { link: 'https://example.org/report', shows: 'The report' };
  const move = { timescale: 'June 2027', reason: 'Late', decidedBy: 'ICSG', decidedOn: '2025-05-01' };
  const context = (key: string): ReturnType<typeof requestBy> => requestBy(key);
  const commands = [
    new AgreeMilestone(MILESTONE, { body: 'ICSG', date: '2025-06-01' }, context('agree')),
    new StartMilestone(MILESTONE, {}, context('start')),
    new ReportProgress(MILESTONE, { rating: 'good', narrative: 'Hired' }, context('progress')),
    new ReviseTimescale(MILESTONE, { ...move, youngPeopleTold: { state: 'not-yet' } }, context('move')),
    new TellYoungPeople(MILESTONE, { when: '2025-06-01', how: 'At an evening' }, context('tell')),
    new AttachEvidence(MILESTONE, link, context('attach')),
    new ChangeLeads(MILESTONE, { leads: ['TNT'] }, context('leads')),
    new AchieveMilestone(
      MILESTONE,
      { date: '2025-06-01', evidence: [link], differenceMade: 'Much' },
      context('achieve'),
    ),
    new ReopenMilestone(MILESTONE, { reason: 'Not so' }, context('reopen')),
    new WithdrawMilestone(MILESTONE, { reason: 'Merged', decidedBy: 'ICSG' }, context('withdraw')),
  ];
  for (const command of commands) await side.bus.execute<typeof command, Recorded>(command);
  const history = await side.recorder.history(milestoneStream(PARTNERSHIP, MILESTONE));
  const progress = history.find((event) => event.type === 'ProgressReported')?.envelope.id ?? '';
  const correction = { event: progress, reason: 'Of another milestone', void: true };
  const last = await side.bus.execute(new CorrectMilestone(MILESTONE, correction, context('correct')));
  expect(last).toMatchObject({ version: 12, events: [{ type: 'EventVoided' }] });
});

it('keeps no text of a person in clear', async () => {
  await propose(MILESTONE, { successStatement: 'Nobody waits', citation: { document: 'The plan', place: 'Row 3' } });
  const [stored] = await side.store.readStream(milestoneStream(PARTNERSHIP, MILESTONE));
  const payload = Buffer.from(stored?.payload ?? []).toString();
  for (const text of ['advocate', 'Advocacy service', 'Nobody waits', 'The plan', 'Row 3']) {
    expect(payload).not.toContain(text);
  }
  expect(payload).toContain('March 2026');
});

it('answers the same command again as the first time', async () => {
  const first = await propose();
  expect(await propose()).toEqual(first);
});

it('says when there is no such milestone in this partnership', async () => {
  await propose();
  const start = new StartMilestone(MILESTONE, {}, requestBy('start', { partnership: 'south-lanarkshire' }));
  await expect(side.bus.execute(start)).rejects.toEqual(new UnknownThing('milestone', MILESTONE));
});

it('takes agreeing and achieving as so on the day they name, unless another is given', async () => {
  await propose();
  await side.bus.execute(new AgreeMilestone(MILESTONE, { body: 'ICSG', date: '2025-04-01' }, requestBy('agree')));
  const achieved = {
    date: '2025-05-01',
    evidence: [{ link: 'https://example.org', shows: 'It' }],
    differenceMade: 'Much',
  };
  const context = requestBy('achieve', { effectiveOn: '2025-05-10' });
  await side.bus.execute(new AchieveMilestone(MILESTONE, achieved, context));
  const history = await side.recorder.history(milestoneStream(PARTNERSHIP, MILESTONE));
  expect(history.map(({ envelope }) => envelope.effectiveOn)).toEqual([
    '2025-06-01',
    '2025-04-01',
    '2025-05-10',
    '2025-05-10',
  ]);
});

describe('what a milestone refers to', () => {
  it('is a milestone of the same partnership', async () => {
    const interim = { horizon: 'interim', parent: OTHER } as const;
    await expect(propose(MILESTONE, interim)).rejects.toMatchObject(faultsOf('parent', 'parent-exists'));
    await expect(propose(MILESTONE, { ...interim, parent: 'a\0b' })).rejects.toMatchObject(
      faultsOf('parent', 'parent-exists'),
    );
    await propose(OTHER);
    await expect(propose(MILESTONE, interim)).resolves.toMatchObject({ version: 0 });
    await expect(propose(MILESTONE, { horizon: 'interim', parent: MILESTONE }, 'self')).rejects.toMatchObject(
      faultsOf('parent', 'not-its-own-parent'),
    );
  });

  it('never leads back to itself by a correction', async () => {
    await propose(OTHER);
    await propose(MILESTONE, { horizon: 'interim', parent: OTHER });
    const [first] = await side.recorder.history(milestoneStream(PARTNERSHIP, OTHER));
    const correct = (parent: string): Promise<Recorded> => {
      const data = { event: first?.envelope.id ?? '', reason: 'A slip', replace: { horizon: 'interim', parent } };
      return side.bus.execute(new CorrectMilestone(OTHER, data, requestBy(`correct ${parent.slice(0, 4)}`)));
    };
    await expect(correct(MILESTONE)).rejects.toMatchObject(faultsOf('replace.parent', 'not-its-own-parent'));
    await expect(correct('nobody')).rejects.toMatchObject(faultsOf('replace.parent', 'parent-exists'));
  });

  it('is refused where it stands in a circle, which two corrections at once can leave behind', async () => {
    const [one, two] = ['1'.repeat(8), '2'.repeat(8)];
    await Promise.all([propose(one), propose(two)]);
    const leadUp = async (from: string, to: string): Promise<void> => {
      const stream = milestoneStream(PARTNERSHIP, from);
      const [first] = await side.recorder.history(stream);
      const replace = { horizon: 'interim', parent: to };
      const data = { event: first?.envelope.id ?? '', reason: 'A slip', replace };
      await side.recorder.record(milestoneDecider, stream, requestBy(`up ${from}`), { kind: 'correct', data });
    };
    await Promise.all([leadUp(one, two), leadUp(two, one)]);
    await expect(propose(MILESTONE, { horizon: 'interim', parent: one })).rejects.toMatchObject(
      faultsOf('parent', 'no-circle-of-parents'),
    );
  });

  it('are priorities of the plans', async () => {
    await expect(propose(MILESTONE, { priorities: ['p1', 'p9'] })).rejects.toMatchObject(
      faultsOf('priorities.1', 'priority-exists'),
    );
    await propose(MILESTONE, { priorities: ['p1', 'p2'] });
    const [first] = await side.recorder.history(milestoneStream(PARTNERSHIP, MILESTONE));
    const data = { event: first?.envelope.id ?? '', reason: 'A slip', replace: { priorities: ['p3'] } };
    await expect(side.bus.execute(new CorrectMilestone(MILESTONE, data, requestBy('correct')))).rejects.toMatchObject(
      faultsOf('replace.priorities.0', 'priority-exists'),
    );
  });
});
