import { ANSWERS, CORRECTION, PROMISE_START, PROPOSAL, STEP_RESULT } from '../support/answers';
import { Caller } from '../support/caller';
import { mainFormOf } from '../support/html-form';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { textOf, type Visited, Visitor } from '../support/visitor';

const EARLIER = { effectiveOn: '2021-06-01' };
const AWKWARD = '<b onclick="x()">Bold</b> & "quoted" — مرحبا بالعالم 👩‍👩‍👧‍👦';

const ALL = {
  ...ANSWERS,
  new: { ...PROPOSAL, 'citation-document': 'A plan', 'citation-place': 'Page 3' },
  'record-result': STEP_RESULT,
  'promise-start': PROMISE_START,
  correct: CORRECTION,
} as const;

/** The texts of each form, how long each may be, and whether it may be left out. */
const TEXTS: readonly (readonly [form: keyof typeof ALL, field: string, most: number, mayLack: boolean])[] = [
  ['agree', 'body', 300, false],
  ['report-progress', 'rating', 60, false],
  ['report-progress', 'narrative', 10_000, false],
  ['report-progress', 'reportedBy', 300, true],
  ['revise-timescale', 'timescale-words', 200, false],
  ['revise-timescale', 'reason', 10_000, false],
  ['revise-timescale', 'decidedBy', 300, false],
  ['tell', 'how', 10_000, false],
  ['attach-evidence', 'shows', 10_000, false],
  ['change-leads', 'leads', 300, false],
  ['change-leads', 'reason', 10_000, true],
  ['achieve', 'differenceMade', 10_000, false],
  ['achieve', 'evidence-shows', 10_000, false],
  ['reopen', 'reason', 10_000, false],
  ['withdraw', 'reason', 10_000, false],
  ['withdraw', 'decidedBy', 300, false],
  ['new', 'title', 300, false],
  ['new', 'leads', 300, false],
  ['new', 'successStatement', 10_000, true],
  ['new', 'citation-document', 300, false],
  ['record-result', 'byWhoseWord', 300, false],
  ['record-result', 'note', 10_000, true],
  ['promise-start', 'timescale-words', 200, false],
  ['promise-start', 'reason', 10_000, false],
  ['promise-start', 'decidedBy', 300, false],
  ['promise-start', 'citation-document', 300, false],
  ['promise-start', 'citation-place', 300, false],
  ['correct', 'why', 10_000, false],
];

const FORMS = Object.keys(ALL) as (keyof typeof ALL)[];

describe('what the forms refuse', () => {
  let running: RunningTracker;
  let worker: Visitor;
  let api: Caller;
  let id: string;
  /** The forms that do not stand below the milestone by their own name. */
  let elsewhere: Readonly<Record<string, string>>;

  beforeAll(async () => {
    running = await runningTracker();
    worker = await Visitor.signedIn(running, 'worker');
    api = new Caller(running, 'worker');
    id = await api.propose(EARLIER);
    const slip = await api.post(`milestones/${id}/report-progress`, { rating: 'slow', narrative: 'A slip.' });
    elsewhere = {
      new: 'milestones/new',
      'record-result': 'steps/corporate-parenting-improvement-plan-2019-22.tnt-development-plan/record-result',
      'promise-start': 'promise-start',
      correct: `milestones/${id}/correct/${String(slip.body.events[0].id)}`,
    };
  });
  afterAll(() => running.stop());

  const open = (form: string, visitor = worker): Promise<Visited> =>
    visitor.get(elsewhere[form] ?? `milestones/${id}/${form}`);
  const events = async (): Promise<number> => (await api.get(`milestones/${id}/history`)).body.items.length;

  it.each(TEXTS)('%s without %s, or with more than %i characters', async (form, field, most, mayLack) => {
    const page = await open(form);
    const without = await worker.fill(page, { ...ALL[form], [field]: ' ' });
    expect(without.status).toBe(mayLack ? 200 : 400);
    if (!mayLack) expectError(without, field);
    const tooLong = await worker.fill(page, { ...ALL[form], [field]: 'x'.repeat(most + 1) });
    expect(tooLong.status).toBe(400);
    expectError(tooLong, field);
    expect(mainFormOf(tooLong.html).fields[field]).toEqual(['x'.repeat(most + 1)]);
  });

  it.each(TEXTS.filter(([, field]) => field !== 'timescale-words'))(
    '%s keeps any text of %s as it is and runs none of it',
    async (form, field) => {
      const check = await worker.fill(await open(form), { ...ALL[form], [field]: AWKWARD });
      expect(check.status).toBe(200);
      expect(check.html).not.toContain('<b onclick');
      expect(mainFormOf(check.html).fields[field]).toEqual([AWKWARD]);
      const again = await worker.fill(check, {}, { _back: field });
      expect([again.status, mainFormOf(again.html).fields[field]]).toEqual([200, [AWKWARD]]);
    },
  );

  it.each(FORMS.filter((form) => form !== 'start'))('%s with nothing filled in', async (form) => {
    const empty = Object.fromEntries(Object.keys(ALL[form]).map((name) => [name, '']));
    const answer = await worker.fill(await open(form), empty);
    expect([answer.status, answer.html]).toEqual([400, expect.stringContaining('<title>Error: ')]);
  });

  it('a day that is none, and a timescale that cannot be read, each at its field', async () => {
    const page = await open('revise-timescale');
    const answer = await worker.fill(page, {
      ...ANSWERS['revise-timescale'],
      'timescale-words': 'when we get to it',
      'decidedOn-day': '31',
      'decidedOn-month': '2',
    });
    expect(answer.status).toBe(400);
    expectError(answer, 'timescale-words');
    expectError(answer, 'decidedOn-day');
    expect(mainFormOf(answer.html).fields.reason).toEqual(['Two teams need more time.']);
  });

  it('what a rule of the domain forbids, at its field and with everything kept', async () => {
    const check = await worker.fill(await open('agree'), { ...ANSWERS.agree, 'date-year': '2090' });
    const answer = await worker.fill(check);
    expect([answer.status, textOf(answer.html)]).toEqual([422, expect.stringContaining('is still to come')]);
    expectError(answer, 'date-day');
    expect(mainFormOf(answer.html).fields.body).toEqual(['CSP Board']);
  });

  it('to record twice what is sent twice', async () => {
    const before = await events();
    const check = await worker.fill(await open('report-progress'), ANSWERS['report-progress']);
    const [first, second] = await Promise.all([worker.fill(check), worker.fill(check)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect((await worker.fill(check)).status).toBe(303);
    await running.tracker.freshness.waitUntil((await running.tracker.freshness.position()) ?? '', 5_000);
    expect(await events()).toBe(before + 1);
    const other = await worker.fill(check, { narrative: 'Something else.' });
    expect([other.status, textOf(other.html)]).toEqual([422, expect.stringContaining('recorded this form before')]);
    expect(mainFormOf(other.html).fields.narrative).toEqual(['Something else.']);
  });

  it('a new milestone twice', async () => {
    const check = await worker.fill(await worker.get('milestones/new'), PROPOSAL);
    const answers = [await worker.fill(check), await worker.fill(check)];
    expect(answers[0]?.location).toBe(answers[1]?.location);
  });

  it('to record over what somebody else recorded, until the person has seen it', async () => {
    const check = await worker.fill(await open('revise-timescale'), ANSWERS['revise-timescale']);
    await api.post(`milestones/${id}/report-progress`, { rating: 'slow', narrative: 'Staff left.' });
    await api.get('timeline');
    const conflict = await worker.fill(check);
    expect(conflict.status).toBe(409);
    expect(textOf(conflict.html)).toContain('Someone changed this while you were writing');
    expect(textOf(conflict.html)).toContain('Staff left.');
    expect(mainFormOf(conflict.html).fields.reason).toEqual(['Two teams need more time.']);
    expect((await worker.fill(conflict)).status).toBe(303);
  });

  it('what comes from no page of ours', async () => {
    const check = await worker.fill(await open('report-progress'), ANSWERS['report-progress']);
    const before = await events();
    const forged = await worker.fill(check, { _csrf: 'AAAA' });
    expect(forged.status).toBe(403);
    const form = mainFormOf(check.html);
    const elsewhere = worker.posting(form.action).set('Origin', 'https://example.org').type('form');
    expect((await elsewhere.send(new URLSearchParams(form.fields as never).toString())).status).toBe(403);
    expect(await events()).toBe(before);
  });

  it('somebody whose sign-in has ended, who carries on with all they wrote', async () => {
    const away = await Visitor.signedIn(running, 'worker');
    const check = await away.fill(await away.get(`milestones/${id}/report-progress`), {
      rating: 'slow',
      narrative: AWKWARD,
    });
    await away.endSession();
    const ended = await away.fill(check);
    expect([ended.status, textOf(ended.html)]).toEqual([401, expect.stringContaining('Your sign-in has ended')]);
    const signIn = await away.fill(ended);
    const carryOn = await away.send(
      mainFormOf(signIn.html, 'name="token"'),
      { token: running.token.worker },
      '/sign-in',
    );
    const recorded = await away.fill(carryOn);
    expect(recorded.status).toBe(303);
    const { body } = await api.get(`milestones/${id}`);
    expect(body.progress.at(-1)).toMatchObject({ narrative: AWKWARD });
  });

  it('roles that may not, and offers them nothing', async () => {
    const board = await Visitor.signedIn(running, 'board');
    for (const form of FORMS) expect([form, (await open(form, board)).status]).toEqual([form, 403]);
    expect((await board.get(`milestones/${id}`)).html).not.toContain('What you can record');
    const lead = await Visitor.signedIn(running, 'lead');
    const story = await lead.get(`milestones/${id}`);
    expect(story.html).toContain(`${id}/report-progress"`);
    expect(story.html).not.toContain(`${id}/withdraw"`);
  });
});

/** The error stands in the summary, linked to the field, and at the field itself. */
function expectError(page: Visited, field: string): void {
  expect(page.html).toContain(`<a href="#${field}">`);
  expect(page.html).toMatch(new RegExp(`<(input|textarea)[^>]*id="${field}"[^>]*aria-invalid="true"`));
  expect(page.html).toContain('<title>Error: ');
}
