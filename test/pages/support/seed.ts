import { Api } from './api';

/** A milestone in a state of its own; `moved` is the one whose story is asked for. */
export type Seeded = Readonly<Record<(typeof MILESTONES)[number]['key'], string>>;

type Act = readonly [path: string, body: object];

const agreed: Act = ['agree', { body: 'Children’s Services Partnership Board', date: '2021-06-01' }];
const decided = { decidedBy: 'Children’s Services Partnership Board', decidedOn: '2025-03-04' };
const link = { link: 'https://www.example.org/report', shows: 'the report on what was done' };

const APPROVAL = { body: decided.decidedBy, date: '2025-03-20', reason: 'The board’s minute of 4 March says so.' };

export const REASON = 'The group of young people asked for more time to try it out.';

const MILESTONES = [
  milestone('done', 'The Champions Board meets every month', 'voice', '5-year', 'by September 2022', [
    agreed,
    ['achieve', { date: '2023-04-12', evidence: [link], differenceMade: 'Young people set what is talked about.' }],
  ]),
  milestone('moved', 'Brothers and sisters live together, or near each other', 'family', '5-year', 'June 2025', [
    agreed,
    [
      'revise-timescale',
      { ...decided, timescale: 'March 2026', reason: 'The homes were not ready.', youngPeopleTold: true },
    ],
    ['revise-timescale', { ...decided, timescale: 'March 2028', reason: REASON, youngPeopleTold: false }],
  ]),
  milestone('overdue', 'Every child is offered somebody who speaks up for them', 'voice', '5-year', 'March 2024', [
    agreed,
  ]),
  milestone('onPlan', 'Young people sit on every panel that picks new workers', 'people', '10-year', 'March 2030', [
    agreed,
  ]),
  milestone('year', 'Fewer children live away from home', 'care', '10-year', '2029', [agreed]),
  milestone('open', 'Workers have time to build relationships', 'people', '10-year', 'April 2024 onwards', [agreed]),
  milestone('stopped', 'A new home for secure care', 'care', '10-year', 'March 2027', [
    agreed,
    ['withdraw', { reason: 'It is no longer needed.', ...decided }],
  ]),
  milestone('proposed', 'The budget follows the child', 'scaffolding', '10-year', 'by March 2029', []),
  milestone(
    'long',
    'Every report about a child is written in plain words, read by the child first, and put right where the child says so',
    ...(['rights', '10-year', 'by March 2031', [agreed]] as const),
  ),
] as const;

/** Records milestones in all states through the API, as a worker would, and a board approver where two are needed. */
export async function seed(address: string, worker: string, approver: string): Promise<Seeded> {
  const base = `${address}/api/v1/partnerships/north-lanarkshire`;
  const [api, board] = [new Api(base, worker), new Api(base, approver)];
  const ids: Record<string, string> = {};
  for (const { key, proposal, acts } of MILESTONES) {
    const id = await api.post('milestones', proposal);
    for (const [path, body] of acts) {
      const { proposal } = await api.answer(`milestones/${id}/${path}`, body);
      if (proposal === undefined) continue;
      await api.caughtUp();
      await board.post(`approvals/${proposal}/approve`, APPROVAL);
    }
    ids[key] = id;
  }
  await api.caughtUp();
  return ids as Seeded;
}

function milestone<Key extends string>(
  key: Key,
  title: string,
  foundation: string,
  horizon: string,
  timescale: string,
  acts: readonly Act[],
): { readonly key: Key; readonly proposal: object; readonly acts: readonly Act[] } {
  const leads = ['Improving Children’s Services Group'];
  return { key, proposal: { title, foundation, horizon, timescale, leads }, acts };
}
