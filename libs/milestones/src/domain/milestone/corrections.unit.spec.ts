import type { CorrectData } from './commands';
import { decided, historyOf, on, proposed, refusal, type Step } from '../../testing/scenario';
import { factOf, inEffect } from './in-effect';

const start = (effectiveOn: string): Step => on('2025-06-01', 'start', {}, effectiveOn);
const progress = (effectiveOn: string, today = '2025-08-01'): Step =>
  on(today, 'report-progress', { rating: 'good', narrative: 'Two hired' }, effectiveOn);
const attach: Step = on('2025-06-01', 'attach-evidence', { shows: 'It runs', link: 'https://example.org' });
const achieve = (date: string, evidence = 'e1'): Step =>
  on('2025-08-01', 'achieve', { date, evidence: [evidence], differenceMade: 'People are heard' });
const correct = (changes: Omit<CorrectData, 'reason'>): Step =>
  on('2025-09-01', 'correct', { reason: 'A slip of the pen', ...changes });
const takeBack = (event: string): Step => correct({ event, void: true });

function ruleOf(...steps: Step[]): string | undefined {
  const [fault] = refusal(...steps);
  return fault && `${fault.field} ${fault.rule}`;
}

function effective(...steps: Step[]): string[] {
  return inEffect(historyOf(...steps).map(factOf)).map(({ id, effectiveOn }) => `${id} ${effectiveOn}`);
}

describe('a correction', () => {
  it('takes one event back', () => {
    expect(effective(proposed(), start('2025-05-01'), takeBack('e1'))).toEqual(['e0 2025-03-01']);
    expect(ruleOf(proposed(), start('2025-05-01'), takeBack('e1'), start('2025-05-02'))).toBeUndefined();
  });

  it('replaces named fields in the shapes of the event, its day among them', () => {
    const replace = { title: 'An advocate for everyone', timescale: 'June 2026', effectiveOn: '2025-02-01' };
    const [proposal] = inEffect(historyOf(proposed(), correct({ event: 'e0', replace })).map(factOf));
    expect(proposal).toMatchObject({
      effectiveOn: '2025-02-01',
      lastVersion: 1,
      payload: {
        title: { personal: 'An advocate for everyone' },
        timescale: { end: '2026-06-30' },
        foundation: 'voice',
      },
    });
  });

  it('counts for more than an earlier one of the same field', () => {
    const move = (effectiveOn: string): Step => correct({ event: 'e1', replace: { effectiveOn } });
    expect(effective(proposed(), start('2025-05-01'), move('2025-04-01'), move('2025-04-02'))).toEqual([
      'e0 2025-03-01',
      'e1 2025-04-02',
    ]);
  });

  it('is not made in the future', () => {
    const replace = { title: 'An advocate' };
    expect(ruleOf(proposed(), { ...correct({ event: 'e0', replace }), effectiveOn: '2025-09-02' })).toBe(
      'effectiveOn not-in-the-future',
    );
  });

  it('is undone by taking it back, and holds again when that is taken back too', () => {
    const steps = [proposed(), start('2025-05-01'), takeBack('e1')];
    expect(effective(...steps, takeBack('e2'))).toEqual(['e0 2025-03-01', 'e1 2025-05-01']);
    expect(effective(...steps, takeBack('e2'), takeBack('e3'))).toEqual(['e0 2025-03-01']);
    const moved = [proposed(), start('2025-05-01'), correct({ event: 'e1', replace: { effectiveOn: '2025-04-01' } })];
    expect(effective(...moved)).toEqual(['e0 2025-03-01', 'e1 2025-04-01']);
    expect(effective(...moved, takeBack('e2'))).toEqual(['e0 2025-03-01', 'e1 2025-05-01']);
  });

  it('is about an event of this milestone that still holds', () => {
    expect(ruleOf(proposed(), takeBack('e9'))).toBe('event known-event');
    expect(ruleOf(proposed(), start('2025-05-01'), takeBack('e1'), takeBack('e1'))).toBe('event not-voided');
  });

  it('never takes the proposal back', () => {
    expect(ruleOf(proposed(), takeBack('e0'))).toBe('event the-proposal-stays');
  });

  it('either takes back or replaces, with a reason', () => {
    expect(ruleOf(proposed(), correct({ event: 'e0' }))).toBe('replace void-or-replace');
    expect(ruleOf(proposed(), correct({ event: 'e0', void: true, replace: { title: 'x' } }))).toBe(
      'replace void-or-replace',
    );
    expect(ruleOf(proposed(), on('2025-09-01', 'correct', { event: 'e0', replace: { title: 'x' }, reason: ' ' }))).toBe(
      'reason not-blank',
    );
    expect(ruleOf(proposed(), correct({ event: 'e0', replace: {} }))).toBe('replace at-least-one');
  });

  it('replaces fields that the event has, by their rules, and changes something', () => {
    const rules = (replace: object): string | undefined =>
      ruleOf(proposed(), correct({ event: 'e0', replace: { ...replace } }));
    expect(rules({ colour: 'red' })).toBe('replace.colour known-field');
    expect(rules({ milestone: 'x' })).toBe('replace.milestone known-field');
    expect(rules({ constructor: 'x' })).toBe('replace.constructor known-field');
    expect(rules({ title: 5 })).toBe('replace.title a-text');
    expect(rules({ leads: [] })).toBe('replace.leads at-least-one');
    expect(rules({ timescale: 'when pigs fly' })).toBe('replace.timescale readable-timescale');
    expect(rules({ effectiveOn: '2025-09-02' })).toBe('replace.effectiveOn not-in-the-future');
    expect(rules({ horizon: 'interim' })).toBe('replace.horizon interim-has-a-parent');
    expect(rules({ title: 'escaped \u001b' })).toBe('replace.title a-text');
    expect(rules({ leads: ['half \ud800'] })).toBe('replace.leads.0 a-text');
    expect(rules({ citation: { document: 'd', place: 'p', page: 1 } })).toBe('replace.citation.page known-field');
    expect(rules({ alsoServes: ['care', 'care'] })).toBe('replace.alsoServes.1 each-once');
    expect(rules({ timescale: 'March 2026' })).toBe('replace.timescale a-correction-changes-something');
  });

  it('gives a file another name, and never another file', () => {
    const file = { id: 'f1', name: 'Report.pdf', mediaType: 'application/pdf', size: 9, sha256: 'ab'.repeat(32) };
    const steps = [proposed(), on('2025-06-01', 'attach-evidence', { shows: 'It runs', file })];
    const rules = (given: unknown): string | undefined =>
      ruleOf(...steps, correct({ event: 'e1', replace: { file: given } }));
    const renamed = correct({ event: 'e1', replace: { file: { name: 'Letter.pdf' } } });
    expect(historyOf(...steps, renamed).at(-1)?.payload).toMatchObject({
      replace: { file: { ...file, name: { personal: 'Letter.pdf' } } },
    });
    expect(rules({ ...file, name: 'Letter.pdf' })).toBeUndefined();
    for (const other of [{ id: 'f2' }, { size: 1 }, { sha256: 'cd'.repeat(32) }, { mediaType: 'text/plain' }]) {
      expect(rules({ ...file, ...other })).toBe(`replace.file.${Object.keys(other).join()} the-file-stays`);
    }
    expect(rules({ ...file, pages: 3 })).toBe('replace.file.pages known-field');
    expect(rules({ name: 'a\u001b' })).toBe('replace.file.name a-text');
    expect(rules(null)).toBe('replace.file the-file-stays');
    expect(ruleOf(proposed(), attach, correct({ event: 'e1', replace: { link: null, file } }))).toBe(
      'replace.file the-file-stays',
    );
  });

  it('says in all the ways of the command whether young people were told', () => {
    const move = on('2025-06-01', 'revise-timescale', {
      ...{ timescale: 'June 2026', reason: 'Late', decidedBy: 'ICSG', decidedOn: '2025-05-20' },
      youngPeopleTold: { state: 'not-needed' },
    });
    const corrected = (youngPeopleTold: unknown): unknown =>
      historyOf(proposed(), move, correct({ event: 'e1', replace: { youngPeopleTold } })).at(-1)?.payload;
    expect(corrected(true)).toMatchObject({ replace: { youngPeopleTold: { state: 'told' } } });
    expect(corrected(false)).toMatchObject({ replace: { youngPeopleTold: { state: 'not-yet' } } });
    const odd = { state: 'told', by: 'post' };
    expect(ruleOf(proposed(), move, correct({ event: 'e1', replace: { youngPeopleTold: odd } }))).toBe(
      'replace.youngPeopleTold.by known-field',
    );
  });

  it('does not replace fields of another correction', () => {
    const steps = [proposed(), start('2025-05-01'), takeBack('e1')];
    expect(ruleOf(...steps, correct({ event: 'e2', replace: { reason: 'x' } }))).toBe('event no-fields-of-corrections');
  });

  it('of the day on which it was achieved moves its effect with it', () => {
    const steps = [
      proposed(),
      attach,
      achieve('2025-07-01'),
      correct({ event: 'e2', replace: { date: '2025-06-20' } }),
    ];
    expect(effective(...steps)).toEqual(['e0 2025-03-01', 'e1 2025-06-01', 'e2 2025-06-20']);
  });
});

describe('a correction that would break a rule', () => {
  it('of the event itself names the field', () => {
    const steps = [proposed(), attach, start('2025-05-10'), achieve('2025-07-01')];
    expect(ruleOf(...steps, correct({ event: 'e3', replace: { date: '2025-05-09' } }))).toBe(
      'replace.date not-achieved-before-it-began',
    );
  });

  it('of another event names that one, in words', () => {
    const [fault] = refusal(
      proposed(),
      attach,
      start('2025-05-10'),
      achieve('2025-07-01'),
      correct({ event: 'e2', replace: { effectiveOn: '2025-07-02' } }),
    );
    expect(fault).toEqual({
      field: 'replace.effectiveOn',
      rule: 'not-achieved-before-it-began',
      message:
        'the achievement of 1 July 2025 would no longer be allowed: it would be achieved before it began, on 2 July 2025',
    });
  });

  it('by taking something back names what leans on it', () => {
    const [fault] = refusal(proposed(), attach, achieve('2025-07-01'), takeBack('e1'));
    expect(fault).toMatchObject({ field: 'event', rule: 'evidence-attached' });
    expect(fault?.message).toContain('the achievement of 1 July 2025');
    const reopened = on('2025-08-02', 'reopen', { reason: 'Not so' });
    expect(ruleOf(proposed(), attach, achieve('2025-07-01'), reopened, takeBack('e2'))).toBe(
      'event reopened-when-closed',
    );
  });

  it('by taking a move back names the note that young people were told of it', () => {
    const move = on('2025-06-01', 'revise-timescale', {
      ...{ timescale: 'June 2026', reason: 'Late', decidedBy: 'ICSG', decidedOn: '2025-05-20' },
      youngPeopleTold: { state: 'not-yet' },
    });
    const tell = on('2025-06-10', 'tell', { when: '2025-06-09', how: 'At an evening' });
    expect(ruleOf(proposed(), move, tell, takeBack('e1'))).toBe('event told-after-the-move');
    expect(ruleOf(proposed(), move, tell, takeBack('e2'), takeBack('e1'))).toBeUndefined();
    const told = { event: 'e1', replace: { youngPeopleTold: { state: 'told' } } };
    expect(ruleOf(proposed(), move, tell, correct(told))).toBe('replace.youngPeopleTold a-move-to-tell');
  });

  it('by bringing something back is refused too', () => {
    const steps = [proposed(), start('2025-05-01'), takeBack('e1'), start('2025-05-02')];
    expect(ruleOf(...steps, takeBack('e2'))).toBe('event started-once');
  });
});

describe('what is said to have been so earlier', () => {
  it('is judged where it stands in order of effect', () => {
    const achieved = [proposed(), attach, achieve('2025-07-01')];
    expect(ruleOf(...achieved, progress('2025-06-30'))).toBeUndefined();
    expect(ruleOf(...achieved, progress('2025-07-02'))).toBe('milestone not-after-achieved');
    expect(ruleOf(...achieved, on('2025-08-02', 'agree', { body: 'ICSG', date: '2025-05-01' }))).toBeUndefined();
  });

  it('stands after what was recorded earlier for the same day', () => {
    expect(ruleOf(proposed(), attach, achieve('2025-07-01'), progress('2025-07-01'))).toBe(
      'milestone not-after-achieved',
    );
    expect(ruleOf(proposed(), attach, progress('2025-07-01'), achieve('2025-07-01'))).toBeUndefined();
  });

  it('is refused when it breaks what came later, which is named', () => {
    const withdrawn = on('2025-08-02', 'withdraw', { reason: 'Merged', decidedBy: 'ICSG' }, '2025-07-01');
    const [fault] = refusal(proposed(), progress('2025-07-20'), withdrawn);
    expect(fault).toMatchObject({ field: 'effectiveOn', rule: 'not-after-withdrawn' });
    expect(fault?.message).toBe(
      'the progress report of 20 July 2025 would no longer be allowed: it was withdrawn on 1 July 2025; reopen it first',
    );
  });

  it('may lie before the proposal, which comes first all the same', () => {
    expect(effective(proposed(), start('2024-12-01'))).toEqual(['e0 2025-03-01', 'e1 2024-12-01']);
  });

  it('is not hindered by what older rules let pass', () => {
    const history = historyOf(proposed(), start('2025-05-01'));
    const [proposal, started] = history;
    if (!proposal || !started) throw new Error('two events are needed');
    const twice = [proposal, started, { ...started, version: 2, envelope: { ...started.envelope, id: 'old' } }];
    const then = (step: Step): unknown => decided(twice, step);
    expect(then(progress('2025-06-01'))).toHaveLength(1);
  });
});
