import { DEMONSTRATION_ROLES } from '@promise/identity';
import request from 'supertest';
import { routesOf } from '../../apps/server/src/sign-in/routes';
import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';

/** Stands in everything that one partnership writes here, and may stand in nothing that is read through another. */
const MARK = 'Inchmurrin';
const OWNER = 'north-lanarkshire';
const OTHER = 'south-lanarkshire';

describe('the wall between two partnerships', () => {
  let running: RunningTracker;
  let owner: Caller;
  let other: Caller;
  let milestone: string;
  let evidence: string;
  let event: string;
  let cursor: string;
  let proposal: string;
  let review: string;

  beforeAll(async () => {
    running = await runningTracker();
    owner = new Caller(running, 'worker', OWNER);
    other = new Caller(running, 'worker', OTHER);
    milestone = await owner.propose({ title: `${MARK} one`, leads: [`${MARK} group`] });
    const file = { name: `${MARK}.txt`, mediaType: 'text/plain', base64: Buffer.from(MARK).toString('base64') };
    await owner.post(`milestones/${milestone}/attach-evidence`, { shows: `${MARK} shown`, file });
    const moved = await owner.post(`milestones/${milestone}/revise-timescale`, {
      timescale: 'by May 2027',
      reason: `${MARK} said so`,
      decidedBy: `${MARK} Board`,
      decidedOn: '2026-01-01',
      youngPeopleTold: true,
    });
    event = (moved.body.events as { id: string }[])[0]?.id ?? '';
    const asked = await owner.post(`milestones/${milestone}/withdraw`, { reason: `${MARK} said`, decidedBy: MARK });
    proposal = String(asked.body.proposal);
    review = String((await owner.post('reviews', { ...A_REVIEW, title: `${MARK} review` })).body.id);
    await owner.post(`reviews/${review}/findings`, { text: `${MARK} found`, milestone });
    expect(JSON.stringify((await owner.get('reviews')).body)).toContain(`${MARK} found`);
    const view = await owner.get(`milestones/${milestone}`);
    evidence = (view.body.evidence as { id: string }[])[0]?.id ?? '';
    await owner.propose({ title: `${MARK} two` });
    cursor = String((await owner.get('milestones?limit=1')).body.next);
    expect(JSON.stringify((await owner.get('trail?limit=500')).body)).toContain(MARK);
  });
  afterAll(() => running.stop());

  /** The address through the other partnership, with the owner's ids in its places. */
  const throughTheOther = (path: string): string => {
    const ids: Readonly<Record<string, string>> = {
      partnership: OTHER,
      evidence,
      event,
      plan: 'corporate-parenting-improvement-plan-2019-22',
      key: 'voice',
    };
    const step = 'corporate-parenting-improvement-plan-2019-22.tnt-development-plan';
    const others = { '/steps/': step, '/approvals/': proposal, '/reviews/': review };
    const id = Object.entries(others).find(([part]) => path.includes(part))?.[1] ?? milestone;
    return path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? id);
  };

  it('lets nothing through by any route, in any role', async () => {
    const leaks: unknown[] = [];
    const head = await running.tracker.store.head();
    for (const { method, path } of routesOf(running.app)) {
      if (!path.includes(':partnership')) continue;
      for (const role of DEMONSTRATION_ROLES) {
        const address = throughTheOther(path);
        const call = method === 'GET' ? request(running.server).get(address) : request(running.server).post(address);
        const answer = await call.set('Authorization', `Bearer ${running.token[role]}`);
        const named = /:(id|evidence|event|plan)\b/.test(path);
        const opened = named && answer.status < 300;
        if (opened || everythingIn(answer).includes(MARK)) leaks.push([method, path, role, answer.status]);
      }
    }
    expect(leaks).toEqual([]);
    expect(await running.tracker.store.head()).toBe(head);
  }, 120_000);

  it('knows nothing of a review of the other, whatever is asked of it', async () => {
    const closing = { outcome: 'None.', recipients: ['Ours'] };
    const asked = [
      await other.get(`reviews/${review}`),
      await other.post(`reviews/${review}/findings`, { text: 'Ours.' }),
      await other.post(`reviews/${review}/close`, closing),
    ];
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(JSON.stringify(asked)).not.toContain(MARK);
  });

  it('lets nothing through by a reference in a body', async () => {
    const own = await other.propose();
    const ownReview = String((await other.post('reviews', A_REVIEW)).body.id);
    const head = await running.tracker.store.head();
    const priorities = await owner.get('plans/childrens-services-plan-2021-23/priorities?limit=1');
    const priority = String((priorities.body.items as { id: string }[])[0]?.id);
    const refused = [
      await other.post('milestones', { ...A_MILESTONE, horizon: 'interim', parent: milestone }),
      await other.post('milestones', { ...A_MILESTONE, priorities: [priority] }),
      await other.post(`reviews/${ownReview}/findings`, { text: 'Ours.', milestone }),
      await other.post(`milestones/${own}/correct`, { event, void: true, reason: 'It is not ours.' }),
      await other.post(`milestones/${own}/achieve`, {
        date: '2026-01-01',
        evidence: [{ id: evidence }],
        differenceMade: 'None.',
      }),
    ];
    for (const { status, body } of refused) {
      expect([status, JSON.stringify(body).includes(MARK)]).toEqual([expect.any(Number), false]);
      expect([400, 404, 422]).toContain(status);
    }
    expect(await running.tracker.store.head()).toBe(head);
  });

  it('says nothing of how much is recorded where nothing is published, on the pages that are for everybody', async () => {
    for (const page of ['words', 'privacy']) {
      const recorded = async (partnership: string, role?: 'worker'): Promise<boolean> => {
        const call = request(running.server).get(`/p/${partnership}/${page}`);
        const { text } = await (role ? call.set('Authorization', `Bearer ${running.token[role]}`) : call);
        return /Record number\s*\d/.test(text.replace(/<[^>]*>/g, ' '));
      };
      expect([page, await recorded(OWNER), await recorded(OTHER), await recorded(OTHER, 'worker')]).toEqual([
        page,
        true,
        false,
        true,
      ]);
    }
  });

  it('lets nothing through by a cursor', async () => {
    for (const path of [
      `milestones?cursor=${cursor}`,
      `trail?cursor=${cursor}`,
      'approvals?cursor=1',
      `reviews?cursor=${review}`,
    ]) {
      const answer = await other.get(path);
      expect([path, JSON.stringify(answer.body).includes(MARK)]).toEqual([path, false]);
    }
  });
});

const A_MILESTONE = {
  title: 'One of ours',
  foundation: 'care',
  horizon: '5-year',
  timescale: 'by March 2027',
  leads: ['A group of ours'],
};

const A_REVIEW = {
  ...{ kind: 'annual', title: 'One of ours', from: '2025-04-01', until: '2026-03-31' },
  takingPart: ['A group of ours'],
};

/** What an answer says, in its body and its headers. */
function everythingIn(answer: { readonly text?: string; readonly body: unknown; readonly headers: unknown }): string {
  return `${answer.text ?? ''} ${JSON.stringify(answer.body)} ${JSON.stringify(answer.headers)}`;
}
