import { historyOf, on, proposed, type Step } from '../../testing/scenario';
import { describeMilestoneEvent } from './describe';
import { whichMilestone } from './which';

const move = {
  ...{ timescale: 'September 2026', reason: 'Hiring takes longer', decidedBy: 'ICSG', decidedOn: '2025-05-20' },
  youngPeopleTold: { state: 'not-yet' as const },
};
const link = { link: 'https://example.org/report', shows: 'The yearly report.' };
const file = { id: 'f1', name: 'Report.pdf', mediaType: 'application/pdf', size: 9, sha256: 'ab'.repeat(32) };

const history = historyOf(
  proposed({ leads: ['TNT', 'Health', 'Education'] }),
  on('2025-04-02', 'agree', { body: 'Champions Board', date: '2025-04-01' }),
  on('2025-05-01', 'start', {}),
  on('2025-06-01', 'report-progress', { rating: 'good', narrative: 'Two hired', reportedBy: 'Head of service' }),
  on('2025-06-01', 'revise-timescale', move),
  on('2025-06-09', 'tell', { when: '2025-06-08', how: 'At an evening' }),
  on('2025-07-01', 'attach-evidence', { shows: 'It runs', file }),
  on('2025-07-01', 'change-leads', { leads: ['TNT'], reason: 'Merged' }),
  on('2025-08-01', 'achieve', { date: '2025-07-31', evidence: [link], differenceMade: 'People are heard' }),
  on('2025-08-02', 'reopen', { reason: 'Closed again' }),
  on('2025-08-03', 'withdraw', { reason: 'Given up', decidedBy: 'ICSG' }),
  on('2025-08-04', 'correct', {
    event: 'e0',
    reason: 'Misread',
    replace: { title: 'An advocate', foundation: 'care' },
  }),
  on('2025-08-04', 'correct', { event: 'e3', reason: 'Of another milestone', void: true }),
);

it('says each event in plain English', () => {
  expect(history.map(describeMilestoneEvent)).toEqual([
    'The milestone “Every care experienced young person has an advocate” was proposed, to be done in March 2026. ' +
      'It is led by TNT, Health and Education.',
    'Champions Board agreed the milestone on 1 April 2025.',
    'Work on the milestone started.',
    'Progress was reported by Head of service as “good”: Two hired.',
    'The date moved from “March 2026” to “September 2026”. Reason: Hiring takes longer. ' +
      'Decided by ICSG on 20 May 2025. Children and young people were not yet told.',
    'Children and young people were told on 8 June 2025 that the date had moved. How: At an evening.',
    'Evidence was attached, the file “Report.pdf”. It shows: It runs.',
    'The milestone is now led by TNT. Reason: Merged.',
    'Evidence was attached, a link. It shows: The yearly report.',
    'The milestone was achieved on 31 July 2025. The difference made: People are heard.',
    'The milestone was reopened. Reason: Closed again.',
    'The milestone was withdrawn. Reason: Given up. Decided by ICSG.',
    'In the proposal, the title is now “An advocate” and the foundation is now “care”. Reason: Misread.',
    'The progress report was taken back as recorded by mistake. Reason: Of another milestone.',
  ]);
});

function said(...steps: Step[]): string {
  const last = historyOf(...steps).at(-1);
  return last ? describeMilestoneEvent(last) : '';
}

it.each([
  ['by March 2027', 'to be done by the end of March 2027'],
  ['October 2025 to May 2026', 'planned for October 2025 to May 2026'],
  ['Ongoing', 'ongoing, with no end'],
])('says what is planned as “%s”', (timescale, planned) => {
  expect(said(proposed({ timescale }))).toContain(` was proposed, ${planned}. It is led by `);
});

it('says when and how young people were told of a move', () => {
  const moved = (youngPeopleTold: object): string =>
    said(proposed(), on('2025-06-01', 'revise-timescale', { ...move, youngPeopleTold: youngPeopleTold as never }));
  expect(moved({ state: 'told', when: '2025-05-30', how: 'By letter' })).toMatch(
    / Children and young people were told on 30 May 2025\. How: By letter\.$/,
  );
  expect(moved({ state: 'told' })).toMatch(/ Children and young people were told\.$/);
  expect(moved({ state: 'not-needed', how: 'It concerns staff only' })).toMatch(
    / Children and young people did not need to be told\. It concerns staff only\.$/,
  );
});

it.each([
  ['e1', { timescale: 'by June 2026' }, 'In the move of the date, the timescale is now “by June 2026”.'],
  ['e1', { decidedOn: '2025-05-19' }, 'In the move of the date, the day of the decision is now 19 May 2025.'],
  ['e1', { youngPeopleTold: true }, 'In the move of the date, whether young people were told was corrected.'],
  ['e0', { successStatement: null }, 'In the proposal, the success statement is now left out.'],
  ['e0', { leads: ['TNT', 'Health'] }, 'In the proposal, the leads are now “TNT” and “Health”.'],
  ['e0', { alsoServes: ['care'] }, 'In the proposal, what else it serves is now “care”.'],
  ['e0', { priorities: ['p1'] }, 'In the proposal, the priorities were corrected.'],
])('says what a correction of %s to %j replaced', (event, replace, sentence) => {
  const steps = [proposed({ successStatement: 'Nobody waits' }), on('2025-06-01', 'revise-timescale', move)];
  const corrected = on('2025-08-04', 'correct', { event, reason: 'Misread', replace });
  expect(said(...steps, corrected)).toBe(`${sentence} Reason: Misread.`);
});

it('says that a text is gone once it was erased', () => {
  const [, agreed] = history;
  const payload = { body: { erased: true }, date: '2025-04-01' } as const;
  expect(agreed && describeMilestoneEvent({ ...agreed, payload })).toBe(
    '[removed] agreed the milestone on 1 April 2025.',
  );
});

it('knows the milestone of each event, and the foundation where the event names it', () => {
  expect(history.map((event) => whichMilestone(event)?.foundation)).toEqual([
    'voice',
    ...Array.from({ length: 11 }, () => null),
    'care',
    null,
  ]);
  const [first] = history;
  if (!first) throw new Error('a history begins with its proposal');
  expect(whichMilestone(first)?.milestone).toBe('7c9e6679-7425-40de-944b-e07fc1f90ae7');
  const elsewhere = { ...first.envelope, stream: 'north-lanarkshire/plan-step/1' };
  expect(whichMilestone({ ...first, envelope: elsewhere })).toBeNull();
});
