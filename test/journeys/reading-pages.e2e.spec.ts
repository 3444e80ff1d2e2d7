import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { SetClock } from '../support/set-clock';
import { textOf, type Visited, Visitor } from '../support/visitor';

const MOVE = {
  timescale: 'by March 2027',
  reason: 'The training started late.',
  decidedBy: 'CSP Board',
  decidedOn: '2026-02-12',
  youngPeopleTold: { state: 'told', when: '2026-02-13', how: 'At the Champions Board.' },
};
const DAY_MS = 86_400_000;

describe('the pages that people read', () => {
  const clock = new SetClock('2026-02-10T10:00:00.000Z');
  let running: RunningTracker;
  let worker: Caller;
  let board: Visitor;
  let inspector: Visitor;
  let id: string;

  beforeAll(async () => {
    running = await runningTracker({ clock });
    worker = new Caller(running, 'worker');
    board = await Visitor.signedIn(running, 'board');
    inspector = await Visitor.signedIn(running, 'inspector');
    id = await worker.propose({ effectiveOn: '2025-06-01' });
    await worker.post(`milestones/${id}/agree`, { body: 'CSP Board', date: '2025-07-01' });
    clock.move(3 * DAY_MS);
    expect((await worker.post(`milestones/${id}/revise-timescale`, MOVE)).status).toBe(200);
  });
  afterAll(() => running.stop());

  it('tell a board member why a date moved in two clicks from the front page', async () => {
    const home = await board.get('/');
    const front = await board.get(home.location);
    expect(textOf(front.html)).toMatch(/The one thing we said we would do in the first 5 years has a new date\./);
    const story = await board.get(linksOf(front, `/milestones/${id}`)[0] ?? '');
    const said = textOf(story.html);
    for (const words of [
      'First planned by the end of March 2026',
      'Moved: now by the end of March 2027',
      'Why: The training started late.',
      'Decided by CSP Board on 12 February 2026.',
      'Young people were told on 13 February 2026. How: At the Champions Board.',
    ]) {
      expect(said).toContain(words);
    }
  });

  it('lead from the front page to what changed, unless who looks would only be sent to sign in', async () => {
    const front = '/p/north-lanarkshire';
    expect(linksOf(await board.get(front), '/compare')).not.toEqual([]);
    expect(linksOf(await new Visitor(running).get(front), '/compare')).toEqual([]);
  });

  it('show an inspector the same a year later at the address that they cite', async () => {
    const cited = [
      `milestones/${id}`,
      `milestones/${id}/history`,
      'timeline?horizon=5&lanes=theme',
      'foundations/care',
      'plans/corporate-parenting-improvement-plan-2019-22',
      'trail?kind=milestone',
      'compare?from=2026-02-01&to=2026-02-12',
    ];
    const addresses: string[] = [];
    const before: string[] = [];
    for (const path of cited) {
      const page = await inspector.get(path);
      const lasting = /<p class="pt-cite[^>]*><a href="([^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&');
      addresses.push(lasting ?? page.address);
      before.push(contentOf(await inspector.get(addresses.at(-1) ?? '')));
    }
    clock.move(365 * DAY_MS);
    const correction = await correctionOf(worker, id);
    expect((await worker.post(`milestones/${id}/correct`, correction)).status).toBe(200);
    await worker.propose({ title: 'Another one', effectiveOn: '2025-06-01' });
    const later = await Visitor.signedIn(running, 'inspector');
    for (const [n, address] of addresses.entries()) {
      expect([address, contentOf(await later.get(address))]).toEqual([address, before[n]]);
    }
    expect(contentOf(await later.get(`milestones/${id}`))).not.toBe(before[0]);
  });

  it('say which day they show, and lead back to today', async () => {
    const page = await board.get(`milestones/${id}?asAt=2026-02-11&known=then`);
    const said = textOf(page.html);
    expect(said).toContain('You are looking at 11 February 2026, as it stood then. Go back to today');
    expect(said).toContain('The date has never moved.');
    expect(linksOf(page, `/milestones/${id}`)).toContain(`/p/north-lanarkshire/milestones/${id}`);
  });

  it('filter and page the trail by what stands in the address', async () => {
    const all = await inspector.get('trail');
    const next = linksOf(all, 'after=50')[0] ?? '';
    expect(headingsOf(await inspector.get(next))).toContain('Records 51 to 100');
    const moves = await inspector.get('trail?kind=MilestoneTimescaleRevised&role=worker&from=2026-02-13');
    expect(moves.html.match(/id="record-\d+"/g)).toHaveLength(1);
    const none = await inspector.get('trail?foundation=voice&kind=MilestoneTimescaleRevised');
    expect(textOf(none.html)).toContain('Nothing was recorded that fits.');
  });

  it.each([
    ['trail?foundation=nothing', 400],
    ['trail?from=yesterday', 400],
    ['timeline?asAt=2026-02-30', 400],
    ['compare?from=2026-03-01&to=2026-02-01', 400],
    ['compare?from=x&to=', 400],
    ['milestones/nothing', 404],
    ['milestones/5d9f0f3c-6b1e-5b0a-9c57-2f7a3f0d7a11', 404],
    ['foundations/luck', 404],
    ['plans/nothing', 404],
    ['plans/nul%00byte', 404],
    ['nothing', 404],
    ['/p/nowhere/timeline', 404],
  ])('answer %s with a page of %i', async (path, status) => {
    const page = await inspector.get(path);
    expect([page.status, page.html]).toEqual([status, expect.stringMatching(/^<!DOCTYPE html>[\s\S]*<h1>/)]);
  });

  it('show everybody what the partnership publishes, and what it does not to nobody unsigned', async () => {
    const anybody = new Visitor(running);
    for (const path of ['/p/north-lanarkshire', 'timeline', 'foundations/care', 'plans', 'words', '/accessibility']) {
      expect([path, (await anybody.get(path)).status]).toEqual([path, 200]);
    }
    for (const path of [`milestones/${id}`, 'compare', 'trail', '/p/south-lanarkshire']) {
      expect([path, (await anybody.get(path)).status]).toEqual([path, 303]);
    }
    const refused = await board.get('trail');
    expect([refused.status, textOf(refused.html)]).toEqual([403, expect.stringContaining('You may not do this')]);
  });
});

function headingsOf({ html }: Visited): string[] {
  return [...html.matchAll(/<h[12][^>]*>(.*?)<\/h[12]>/g)].map(([, text = '']) => textOf(text));
}

function linksOf({ html }: Visited, holding: string): string[] {
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  return links.filter((href) => href.includes(holding));
}

/** The words of the page itself, without the tokens of its forms. */
function contentOf({ html }: Visited): string {
  return textOf(html.slice(html.indexOf('<main'), html.indexOf('<footer')));
}

async function correctionOf(worker: Caller, id: string): Promise<object> {
  const { body } = await worker.get(`milestones/${id}/history`);
  const moved = body.items.find((each: { type: string }) => each.type === 'MilestoneTimescaleRevised');
  return { event: moved.event, replace: { reason: 'The money came late.' }, reason: 'The reason was another one.' };
}
