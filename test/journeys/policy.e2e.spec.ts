import { randomUUID } from 'node:crypto';
import { DEMONSTRATION_ROLES, mayDo, POLICY, type Action } from '@promise/identity';
import request, { type Response } from 'supertest';
import { Caller } from '../support/caller';
import { type RunningTracker, runningTracker } from '../support/running-tracker';
import { Visitor } from '../support/visitor';

const ID = randomUUID();

/** Every route, and the action of the policy table that it is. */
const ROUTES: readonly (readonly ['GET' | 'POST', string, Action])[] = [
  ['GET', 'timeline', 'timeline.read'],
  ['GET', 'plans', 'plans.read'],
  ['GET', 'plans/p/priorities', 'plans.read'],
  ['GET', 'plans/p/steps', 'plans.read'],
  ['GET', 'milestones', 'milestones.read'],
  ['GET', `milestones/${ID}`, 'milestones.read'],
  ['GET', `milestones/${ID}/history`, 'milestones.read'],
  ['GET', `milestones/${ID}/evidence/${ID}/file`, 'evidence.read'],
  ['GET', 'trail', 'trail.read'],
  ['GET', 'inspector-reads', 'inspector-reads.read'],
  ['GET', '/api/v1/own-data', 'own-data.read'],
  ['GET', 'compare?from=2026-01-01&to=2026-01-02', 'compare.read'],
  ['POST', 'milestones', 'milestone.propose'],
  ['POST', `milestones/${ID}/agree`, 'milestone.agree'],
  ['POST', `milestones/${ID}/start`, 'milestone.start'],
  ['POST', `milestones/${ID}/report-progress`, 'milestone.report-progress'],
  ['POST', `milestones/${ID}/revise-timescale`, 'milestone.revise-timescale'],
  ['POST', `milestones/${ID}/tell`, 'milestone.tell'],
  ['POST', `milestones/${ID}/attach-evidence`, 'milestone.attach-evidence'],
  ['POST', `milestones/${ID}/achieve`, 'milestone.achieve'],
  ['POST', `milestones/${ID}/reopen`, 'milestone.reopen'],
  ['POST', `milestones/${ID}/withdraw`, 'milestone.withdraw'],
  ['POST', `milestones/${ID}/change-leads`, 'milestone.change-leads'],
  ['POST', `milestones/${ID}/correct`, 'milestone.correct'],
  ['GET', 'approvals', 'approvals.read'],
  ['GET', `approvals/${ID}`, 'approvals.read'],
  ['POST', `approvals/${ID}/approve`, 'approvals.settle'],
  ['POST', `approvals/${ID}/refuse`, 'approvals.settle'],
  ['POST', `approvals/${ID}/take-back`, 'approvals.take-back'],
  ['GET', 'reviews', 'reviews.read'],
  ['GET', `reviews/${ID}`, 'reviews.read'],
  ['POST', 'reviews', 'review.open'],
  ['POST', `reviews/${ID}/findings`, 'review.note-finding'],
  ['POST', `reviews/${ID}/close`, 'review.close'],
  ['POST', 'erasures', 'text.erase'],
  ['POST', 'steps/p.s/record-result', 'step.record-result'],
  ['POST', 'promise-start', 'promise-start.decide'],
  ['GET', 'settings', 'partnership.read'],
  ['POST', 'settings/registration', 'partnership.set-up'],
  ['POST', 'settings/name', 'partnership.rename'],
  ['POST', 'settings/publication', 'partnership.change-publication'],
  ['POST', 'settings/themes', 'partnership.decide-themes'],
  ['POST', 'settings/retention', 'partnership.decide-retention'],
];

/** Every page that only some roles may open, below a partnership where it has no slash, and its action. */
const PAGES: readonly (readonly ['GET' | 'POST', string, Action])[] = [
  ['GET', 'my-work', 'work.read'],
  ['GET', 'report', 'report.read'],
  ['GET', 'import', 'plans.import'],
  ['POST', 'import', 'plans.import'],
  ['GET', `import/${ID}`, 'plans.import'],
  ['POST', `import/${ID}`, 'plans.import'],
  ['GET', `import/${ID}/progress`, 'plans.import'],
  ['GET', 'approvals', 'approvals.read'],
  ['GET', `approvals/${ID}`, 'approvals.read'],
  ['GET', `approvals/${ID}/approve`, 'approvals.settle'],
  ['GET', `records/${ID}/erase`, 'text.erase'],
  ['POST', `approvals/${ID}/refuse`, 'approvals.settle'],
  ['GET', `approvals/${ID}/take-back`, 'approvals.take-back'],
  ['GET', 'reviews', 'reviews.read'],
  ['GET', `reviews/${ID}`, 'reviews.read'],
  ['GET', 'reviews/new', 'review.open'],
  ['POST', 'reviews/new', 'review.open'],
  ['GET', `reviews/${ID}/note-finding`, 'review.note-finding'],
  ['POST', `reviews/${ID}/note-finding`, 'review.note-finding'],
  ['GET', `reviews/${ID}/close`, 'review.close'],
  ['POST', `reviews/${ID}/close`, 'review.close'],
  ['GET', 'people', 'people.read'],
  ['GET', 'who-has-looked', 'inspector-reads.read'],
  ['POST', 'people', 'people.manage'],
  ['GET', 'people/known', 'people.manage'],
  ['POST', 'people/known', 'people.manage'],
  ['GET', `people/${ID}`, 'people.read'],
  ['POST', `people/${ID}/roles`, 'people.manage'],
  ['POST', `people/${ID}/end`, 'people.manage'],
  ['POST', `people/${ID}/link`, 'people.manage'],
  ['GET', 'settings', 'settings.read'],
  ['GET', 'set-up', 'partnership.set-up'],
  ['POST', 'set-up', 'partnership.set-up'],
  ['GET', 'settings/name', 'partnership.rename'],
  ['POST', 'settings/name', 'partnership.rename'],
  ['GET', 'settings/publication', 'partnership.change-publication'],
  ['POST', 'settings/publication', 'partnership.change-publication'],
  ['GET', 'settings/themes', 'partnership.decide-themes'],
  ['POST', 'settings/themes', 'partnership.decide-themes'],
  ['GET', 'settings/themes/t1', 'partnership.decide-themes'],
  ['POST', 'settings/themes/t1', 'partnership.decide-themes'],
  ['GET', 'settings/retention', 'partnership.decide-retention'],
  ['POST', 'settings/retention', 'partnership.decide-retention'],
  ['GET', '/sign-ins', 'own-sign-ins'],
  ['POST', '/sign-ins/end-others', 'own-sign-ins'],
  ['POST', '/sign-ins/tokens', 'own-sign-ins'],
  ['POST', `/sign-ins/tokens/${ID}/end`, 'own-sign-ins'],
  ['GET', '/rebuild', 'read-models.rebuild'],
  ['POST', '/rebuild', 'read-models.rebuild'],
  ['GET', `/rebuild/${ID}`, 'read-models.rebuild'],
  ['GET', `/rebuild/${ID}/progress`, 'read-models.rebuild'],
];

/** What is decided within a page: by what a file is about (`import-page.e2e.spec.ts`), and whose reads are shown (`inspector-reads.e2e.spec.ts`). */
const WITHIN_A_PAGE: readonly Action[] = [
  'partnership.import',
  'inspector-reads.read-all',
  'inspector-reads.read-names',
];

describe('who may do what', () => {
  let running: RunningTracker;

  beforeAll(async () => {
    running = await runningTracker();
  });
  afterAll(() => running.stop());

  const call = async (method: 'GET' | 'POST', path: string, role: (typeof DEMONSTRATION_ROLES)[number] | null) => {
    const caller = new Caller(running, role, 'south-lanarkshire');
    return method === 'GET' ? caller.get(path) : caller.post(path, {});
  };

  it.each(ROUTES)('%s %s lets in the roles of %s and nobody else', async (method, path, action) => {
    for (const role of DEMONSTRATION_ROLES) {
      const { status } = await call(method, path, role);
      expect([role, status === 403]).toEqual([role, !mayDo(action, [role])]);
    }
    expect((await call(method, path, null)).status).toBe(401);
  });

  it.each(PAGES)('%s %s, a page, lets in the roles of %s and nobody else', async (method, path, action) => {
    const address = path.startsWith('/') ? path : `/p/north-lanarkshire/${path}`;
    for (const role of DEMONSTRATION_ROLES) {
      const visitor = await Visitor.signedIn(running, role);
      const { status } = method === 'GET' ? await visitor.get(address) : await postWithToken(visitor, address);
      expect([role, status === 403]).toEqual([role, !mayDo(action, [role])]);
    }
    const nobody = new Visitor(running);
    const unsigned = method === 'GET' ? await nobody.get(address) : await nobody.posting(address);
    expect(unsigned.status).toBe(method === 'GET' ? 303 : 401);
  });

  it('knows every route of the description', async () => {
    const document = await new Caller(running, null).get('/api/openapi.json');
    const described = Object.entries(document.body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const tested = ROUTES.map(([method, path]) => {
      const template = (path.split('?')[0] ?? '')
        .replace('plans/p/', 'plans/:plan/')
        .replace('steps/p.s/', 'steps/:id/')
        .replace(`evidence/${ID}`, 'evidence/:evidence')
        .replace(ID, ':id');
      return `${method} ${template.startsWith('/') ? '' : '/api/v1/partnerships/:partnership/'}${template}`;
    });
    expect(new Set(described)).toEqual(new Set([...tested, 'GET /health/live', 'GET /health/ready']));
  });

  it('uses every action of the table that a route can be', () => {
    const open = ['health.read', 'api-documentation.read', 'pages.read', 'sign-in'];
    const used = new Set<string>([...[...ROUTES, ...PAGES].map(([, , action]) => action), ...WITHIN_A_PAGE, ...open]);
    expect(used).toEqual(new Set(Object.keys(POLICY)));
  });

  it('opens to everybody what a partnership publishes, and nothing else', async () => {
    const north = new Caller(running, null, 'north-lanarkshire');
    const open = ['timeline', 'plans', 'plans/childrens-services-plan-2021-23/priorities'];
    for (const path of open) expect([path, (await north.get(path)).status]).toEqual([path, 200]);
    for (const path of ['milestones', 'trail', 'compare?from=2026-01-01&to=2026-01-02']) {
      const answer = await north.get(path);
      expect([path, answer.status, answer.headers['www-authenticate']]).toEqual([path, 401, 'Bearer']);
    }
  });

  it('takes no wrong, malformed or foreign token, even for what is open', async () => {
    const path = '/api/v1/partnerships/north-lanarkshire/timeline';
    for (const token of ['Bearer x', 'Bearer', `Basic ${running.token.worker}`, `Bearer ${'a'.repeat(43)}`]) {
      const answer = await request(running.server).get(path).set('Authorization', token);
      expect([token, answer.status]).toEqual([token, 401]);
    }
  });
});

/** Posts an empty form that comes from a page of this browser. */
async function postWithToken(visitor: Visitor, address: string): Promise<Response> {
  const { html } = await visitor.get('/accessibility');
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1];
  return visitor.posting(address).type('form').send({ _csrf: token });
}
