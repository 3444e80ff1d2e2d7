import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { WORKPLACE } from './support/colleague';
import { WORKER } from './support/forms';
import { expect, test } from './support/site';

const PLAN = resolve(__dirname, '../../plans/south-lanarkshire/childrens-services-plan-2021-23.json');

/** A plan that the tracker does not hold yet. */
function planFile(title: string): Buffer {
  const plan = JSON.parse(readFileSync(PLAN, 'utf8')) as object;
  return Buffer.from(JSON.stringify({ ...plan, title, key: `plan-${randomUUID().slice(0, 8)}` }));
}

test('a worker imports a plan: chooses the file, sees what it would change, and follows the work to its end', async ({
  site,
  page,
}) => {
  test.slow();
  await site.signIn(WORKER);
  await site.open(`${WORKPLACE}/import`);
  const file = page.getByLabel('The plan’s file');
  const look = page.getByRole('button', { name: 'Show what it would change' });
  await file.setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from('%PDF-1.7 \0') });
  await site.follow(() => look.click(), 400);
  await expect(page.getByRole('alert')).toContainText('This is not a text file.');

  const buffer = planFile('A plan for the years to come');
  await file.setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer });
  await site.follow(() => look.click());
  await expect(page.getByRole('main')).toContainText('Nothing is recorded yet.');
  await site.follow(() => page.getByRole('button', { name: 'Import it' }).click());
  await site.workEnds('The file is imported');
  await site.follow(() => page.getByRole('link', { name: 'See the plan' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toContainText('A plan for the years to come');
});

test('the administrator rebuilds the pages, and follows the work to its end', async ({ site, page }) => {
  test.slow();
  await site.signIn(/administrator/);
  await site.open('/rebuild');
  const begin = page.getByRole('button', { name: 'Rebuild the pages now' });
  // Another test may have one at work.
  const next = begin.or(page.getByRole('link', { name: 'See how far it is' }));
  await site.follow(() => next.click());
  await site.workEnds('The pages are rebuilt');
  await expect(page.getByRole('main')).toContainText('All pages were worked out again from');
});
