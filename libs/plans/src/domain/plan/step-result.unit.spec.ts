import { context, faultsOf, given, importing, stepDone, when } from './plan-scenario';

const history = given(importing());

describe('recording what came of a step', () => {
  it('says what, when, by whose word and on what evidence', () => {
    const evidence = [{ link: 'https://example.org/report', shows: 'The review was done' }];
    expect(when(history, { ...stepDone, evidence, note: 'Late by a month' })).toEqual([
      {
        type: 'PlanStepResultRecorded',
        schemaVersion: 1,
        effectiveOn: '2019-09-02',
        payload: {
          step: 'review',
          title: { personal: 'Review the tools' },
          foundation: 'voice',
          result: 'done',
          when: '2019-09-02',
          byWhoseWord: { personal: 'Chair of the group' },
          evidence: [{ link: { personal: 'https://example.org/report' }, shows: { personal: 'The review was done' } }],
          note: { personal: 'Late by a month' },
        },
      },
    ]);
  });

  it.each(['done', 'part-done', 'not-done', 'superseded'])('takes %s', (result) => {
    expect(when(history, { ...stepDone, result })).toMatchObject([{ payload: { result } }]);
  });

  it('takes a further result for the same step, and a result of today', () => {
    const before = given(importing(), stepDone);
    expect(when(before, { ...stepDone, result: 'superseded', when: context.today })).toHaveLength(1);
  });

  it('lets what is recorded last count, unless a day is given', () => {
    const later = { ...stepDone, result: 'part-done', when: '2021-12-31' };
    const before = given(importing(), later);
    expect(when(before, stepDone)).toMatchObject([{ effectiveOn: '2021-12-31', payload: { when: '2019-09-02' } }]);
    expect(when(before, { ...stepDone, dayGiven: true })[0]).not.toHaveProperty('effectiveOn');
  });

  it.each([
    ['a step the plan does not have', { step: 'dance' }, 'step', 'known-step'],
    ['a result it does not know', { result: 'finished' }, 'result', 'known-result'],
    ['no word of anybody', { byWhoseWord: '  ' }, 'byWhoseWord', 'required'],
    ['a day that is none', { when: '2019-02-29' }, 'when', 'real-day'],
    ['a day to come', { when: '2026-04-01' }, 'when', 'not-in-future'],
    ['a day before 2000', { when: '1999-12-31' }, 'when', 'not-before-2000'],
    ['a link that is no address', { evidence: [{ link: 'report.pdf', shows: 'it' }] }, 'evidence[0].link', 'web-link'],
    [
      'a link that runs something',
      { evidence: [{ link: 'javascript:1', shows: 'it' }] },
      'evidence[0].link',
      'web-link',
    ],
    ['evidence of nothing', { evidence: [{ link: 'http://example.org', shows: '' }] }, 'evidence[0].shows', 'required'],
  ])('refuses %s', (_what, changes, field, rule) => {
    expect(faultsOf(() => when(history, { ...stepDone, ...changes }))).toEqual([`${field}: ${rule}`]);
  });

  it('refuses a step that was taken back', () => {
    const before = given(importing(), importing({ steps: [] }));
    expect(faultsOf(() => when(before, stepDone))).toEqual(['step: known-step']);
  });

  it('names every fault at once', () => {
    expect(faultsOf(() => when(history, { ...stepDone, result: 'x', byWhoseWord: '', when: 'y' }))).toEqual([
      'result: known-result',
      'byWhoseWord: required',
      'when: real-day',
    ]);
  });
});
