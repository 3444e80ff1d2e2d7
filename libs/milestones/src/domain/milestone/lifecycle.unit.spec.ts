import { Refusal } from '@promise/kernel';
import { historyOf, MILESTONE, on, proposed, refusal, type Step } from '../../testing/scenario';
import { NoSuchMilestone } from './decide';

const agree: Step = on('2025-04-10', 'agree', { body: 'Champions Board', date: '2025-04-01' });
const start: Step = on('2025-05-01', 'start', {});
const attach: Step = on('2025-06-01', 'attach-evidence', { shows: 'The service runs', link: 'https://example.org/a' });
const withdraw: Step = on('2025-07-01', 'withdraw', { reason: 'Merged', decidedBy: 'Champions Board' });
const reopen = (today: string): Step => on(today, 'reopen', { reason: 'It is not so any more' });
const progress = (today: string): Step => on(today, 'report-progress', { rating: 'good', narrative: 'Two hired' });
const report = { link: 'https://example.org/report', shows: 'The report' };
const achieve = (date: string, today = '2025-08-01'): Step =>
  on(today, 'achieve', {
    date,
    evidence: [report],
    differenceMade: 'People are heard',
  });

function typesOf(...steps: Step[]): string[] {
  return historyOf(...steps).map((event) => event.type);
}

function ruleOf(...steps: Step[]): string | undefined {
  const [fault] = refusal(...steps);
  return fault && `${fault.field} ${fault.rule}`;
}

describe('the life of a milestone', () => {
  it('goes from proposed to agreed, started and achieved', () => {
    expect(typesOf(proposed(), agree, start, attach, achieve('2025-07-31'))).toEqual([
      'MilestoneProposed',
      'MilestoneAgreed',
      'MilestoneStarted',
      'EvidenceAttached',
      'EvidenceAttached',
      'MilestoneAchieved',
    ]);
  });

  it('may start and be achieved before a body agreed it', () => {
    expect(typesOf(proposed(), start, achieve('2025-07-31'))).toContain('MilestoneAchieved');
    expect(ruleOf(proposed(), start, { ...agree, today: '2025-08-01' })).toBeUndefined();
  });

  it('is proposed once, and nothing else comes before that', () => {
    expect(ruleOf(proposed(), proposed())).toBe('milestone proposed-once');
    expect(() => historyOf(start)).toThrow(NoSuchMilestone);
  });

  it('is agreed once, and not when achieved or withdrawn', () => {
    const later = on('2025-09-01', 'agree', { body: 'ICSG', date: '2025-08-30' });
    expect(ruleOf(proposed(), agree, later)).toBe('milestone agreed-once');
    expect(ruleOf(proposed(), achieve('2025-07-31'), later)).toBe('milestone not-after-achieved');
    expect(ruleOf(proposed(), withdraw, later)).toBe('milestone not-after-withdrawn');
  });

  it('is started once, also after it was reopened', () => {
    expect(ruleOf(proposed(), start, on('2025-06-01', 'start', {}))).toBe('milestone started-once');
    expect(ruleOf(proposed(), start, withdraw, reopen('2025-08-01'), on('2025-09-01', 'start', {}))).toBe(
      'milestone started-once',
    );
  });

  it('takes nothing but evidence once it is achieved', () => {
    const achieved = [proposed(), achieve('2025-07-31')];
    const lead = on('2025-09-01', 'change-leads', { leads: ['TNT'] });
    const move = on('2025-09-01', 'revise-timescale', {
      ...{ timescale: 'June 2027', reason: 'Late', decidedBy: 'ICSG', decidedOn: '2025-08-30' },
      youngPeopleTold: { state: 'not-yet' },
    });
    for (const step of [on('2025-09-01', 'start', {}), progress('2025-09-01'), lead, move]) {
      expect(ruleOf(...achieved, step)).toBe('milestone not-after-achieved');
      expect(ruleOf(proposed(), withdraw, step)).toBe('milestone not-after-withdrawn');
    }
    expect(ruleOf(...achieved, { ...attach, today: '2025-09-01' })).toBeUndefined();
    expect(ruleOf(proposed(), withdraw, { ...attach, today: '2025-09-01' })).toBe('milestone not-after-withdrawn');
  });

  it('is not achieved twice, nor when withdrawn, nor withdrawn twice, nor when achieved', () => {
    const again = achieve('2025-08-02', '2025-08-03');
    expect(ruleOf(proposed(), achieve('2025-07-31'), again)).toBe('milestone achieved-once');
    const byEvidence = { date: '2025-08-02', evidence: ['e1'], differenceMade: 'People are heard' };
    expect(ruleOf(proposed(), attach, withdraw, on('2025-08-03', 'achieve', byEvidence))).toBe(
      'milestone not-after-withdrawn',
    );
    expect(ruleOf(proposed(), withdraw, { ...withdraw, today: '2025-07-02' })).toBe('milestone withdrawn-once');
    expect(ruleOf(proposed(), achieve('2025-06-30'), withdraw)).toBe('milestone not-after-achieved');
  });

  it('is reopened from achieved or withdrawn only, and goes on from where it was', () => {
    expect(ruleOf(proposed(), reopen('2025-08-01'))).toBe('milestone reopened-when-closed');
    expect(ruleOf(proposed(), withdraw, reopen('2025-08-01'), progress('2025-08-02'))).toBeUndefined();
    expect(ruleOf(proposed(), achieve('2025-07-31'), reopen('2025-08-01'), achieve('2025-08-01'))).toBeUndefined();
  });
});

describe('what a milestone leads up to', () => {
  const parent = '11111111-2222-5333-8444-555555555555';

  it('is named by an interim milestone, and by no other', () => {
    expect(ruleOf(proposed({ horizon: 'interim' }))).toBe('parent interim-has-a-parent');
    expect(ruleOf(proposed({ horizon: '10-year', parent }))).toBe('parent interim-has-a-parent');
    expect(ruleOf(proposed({ horizon: 'interim', parent }))).toBeUndefined();
  });

  it('is never itself', () => {
    expect(ruleOf(proposed({ horizon: 'interim', parent: MILESTONE }))).toBe('parent not-its-own-parent');
  });
});

describe('achieved', () => {
  it('is not before it began: its start, else its proposal or agreement, whichever was earlier', () => {
    expect(ruleOf(proposed(), start, achieve('2025-04-30'))).toBe('date not-achieved-before-it-began');
    expect(ruleOf(proposed(), start, { ...achieve('2025-04-30'), effectiveOn: '2025-06-01' })).toBe(
      'date not-achieved-before-it-began',
    );
    expect(ruleOf(proposed(), start, achieve('2025-05-01', '2025-05-02'))).toBeUndefined();
    expect(ruleOf(proposed(), achieve('2025-02-28'))).toBe('date not-achieved-before-it-began');
    const early = on('2025-04-01', 'agree', { body: 'Champions Board', date: '2025-01-15' });
    expect(ruleOf(proposed(), early, achieve('2025-01-14'))).toBe('date not-achieved-before-it-began');
    expect(ruleOf(proposed(), early, achieve('2025-02-28'))).toBeUndefined();
  });

  it('counts from its date, or from the latest thing recorded where that is later, unless a day is given', () => {
    const last = (...steps: Step[]): string | undefined => historyOf(...steps).at(-1)?.envelope.effectiveOn;
    const moved = on('2025-07-15', 'change-leads', { leads: ['TNT'] });
    expect(last(proposed(), achieve('2025-07-01'))).toBe('2025-07-01');
    expect(last(proposed(), moved, achieve('2025-07-01'))).toBe('2025-07-15');
    expect(last(proposed(), moved, { ...achieve('2025-07-01'), effectiveOn: '2025-07-20' })).toBe('2025-07-20');
    expect(ruleOf(proposed(), moved, { ...achieve('2025-07-01'), effectiveOn: '2025-07-10' })).toBe(
      'effectiveOn not-after-achieved',
    );
  });

  it('does not take effect before it began either', () => {
    expect(ruleOf(proposed(), start, { ...achieve('2025-06-01'), effectiveOn: '2025-04-01' })).toBe(
      'effectiveOn not-achieved-before-it-began',
    );
  });

  it('rests on evidence that is attached to this milestone', () => {
    const on31 = { date: '2025-07-31', differenceMade: 'People are heard' };
    const by = (evidence: string[]): Step => on('2025-08-01', 'achieve', { ...on31, evidence });
    expect(ruleOf(proposed(), by([]))).toBe('evidence at-least-one');
    expect(ruleOf(proposed(), by(['e7']))).toBe('evidence.0 evidence-attached');
    expect(ruleOf(proposed(), attach, by(['e1']))).toBeUndefined();
    // Handed in on the day after: the evidence stands whatever its own day.
    expect(ruleOf(proposed(), { ...attach, today: '2025-08-01' }, by(['e1']))).toBeUndefined();
  });

  it('attaches the links that come with it first, and points at them', () => {
    const last = historyOf(proposed(), achieve('2025-07-31')).at(-1);
    expect(last?.payload).toMatchObject({ date: '2025-07-31', evidence: ['e1'] });
    expect(last?.envelope.effectiveOn).toBe('2025-07-31');
  });
});

it('refuses with a Refusal, so that nothing is written', () => {
  expect(() => historyOf(proposed({ title: '' }))).toThrow(Refusal);
});
