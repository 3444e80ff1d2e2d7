import { OPERATOR } from '@promise/identity';
import { addDays, type Day, londonDay } from '@promise/kernel';
import { type Act, eventOf, type StartDeed, type StepDeed } from './act';
import { BOARD, officeHour, workingDay } from './calendar';
import { Chance } from './chance';
import { ADMINISTRATOR, APPROVER, workerOn } from './staff';
import approvals from './words/approvals.json';

/** Results of steps that somebody recorded; the other steps have none, as in real plans. */
const RESULTS: readonly (Omit<StepDeed, 'kind'> & { readonly recordedOn: Day })[] = [
  result('find-meeting-rooms', 'done', '2021-06-21', '2021-06-23', 'Promise development workers'),
  result('brothers-sisters-count', 'done', '2021-05-28', '2021-06-15', 'Data and Performance Team'),
  result('moves-definition', 'done', '2021-08-05', '2021-08-12', 'Data and Performance Team'),
  result('advocacy-leaflet', 'done', '2021-08-20', '2021-08-24', 'Wee Voices'),
  result('first-champions-board', 'done', '2021-09-15', '2021-09-16', 'The Harbour Crew'),
  result(
    'training-plan',
    'part-done',
    '2021-11-30',
    '2021-12-07',
    'Workforce Development Team',
    'Carers were asked. The dates are still to be set.',
  ),
  result('training-plan', 'done', '2022-03-14', '2022-03-17', 'Workforce Development Team'),
  result(
    'rights-week',
    'done',
    '2021-11-26',
    '2022-01-19',
    'Education Inclusion Team',
    'Recorded late: the schools sent their answers after the holidays.',
  ),
  result(
    'advocacy-contract',
    'not-done',
    '2022-03-31',
    '2022-04-06',
    'Commissioning Team',
    'No firm asked for the work at that price.',
  ),
  result('staying-on-letter', 'done', '2022-01-28', '2022-02-01', 'Throughcare and Aftercare Team'),
  result('family-centre-sites', 'done', '2022-03-30', '2022-04-05', 'Property Services'),
  result(
    'shared-training',
    'superseded',
    '2023-02-23',
    '2023-03-01',
    BOARD,
    'The trauma training for everyone took its place.',
  ),
];

function result(
  step: string,
  what: StepDeed['data']['result'],
  when: Day,
  recordedOn: Day,
  byWhoseWord: string,
  note?: string,
): (typeof RESULTS)[number] {
  const evidence =
    what === 'done' ? [{ link: `https://firth-and-glen.example/plan/${step}`, shows: 'The paper on it' }] : [];
  return {
    step,
    recordedOn,
    data: { result: what, when, byWhoseWord, evidence, ...(note === undefined ? {} : { note }) },
  };
}

/** When the Promise work began, as the partnership decided it and then decided it again. */
const STARTS: readonly StartDeed['data'][] = [
  {
    timescale: 'March 2021',
    reason: 'The Promise workers were to come in March 2021. We count the 5 and 10 years from then.',
    decidedBy: BOARD,
    decidedOn: '2021-05-27',
  },
  {
    timescale: 'June 2021',
    reason:
      'The pandemic held things up and the workers came in June. Young people asked us to count from when the work really began.',
    decidedBy: BOARD,
    decidedOn: '2022-02-24',
  },
];

/** The partnership's registration, its plan and what came of it, and the two decisions on when it all began. */
export function planActs(): Act[] {
  const chance = new Chance('plan');
  const act = (key: string, on: Day, deed: Act['deed'], actor?: Act['actor']): Act => {
    const at = officeHour(workingDay(on), chance);
    return { key, at, actor: actor ?? workerOn(londonDay(at), chance), deed };
  };
  const starts = STARTS.map((data, n) =>
    act(`start-${n + 1}`, addDays(data.decidedOn, 1), { kind: 'decide-start', data }, ADMINISTRATOR),
  );
  const approved = STARTS.slice(1).map(({ decidedBy: body, decidedOn: date }, n) => {
    const data = { proposal: eventOf(`start-${n + 2}`), body, date, reason: approvals.start };
    return act(`approve-start-${n + 2}`, addDays(date, 4), { kind: 'approve-start', data }, APPROVER);
  });
  const results = RESULTS.map(({ step, data, recordedOn }, n) =>
    act(`step-${n + 1}`, recordedOn, { kind: 'record-step-result', step, data }),
  );
  return [
    act('partnership', '2021-03-15', { kind: 'import-partnership' }, OPERATOR),
    act('plan', '2021-03-16', { kind: 'import-plan', edition: 'first' }, OPERATOR),
    act('plan-update', '2022-08-09', { kind: 'import-plan', edition: 'updated' }, OPERATOR),
    ...starts,
    ...approved,
    ...results,
  ];
}
