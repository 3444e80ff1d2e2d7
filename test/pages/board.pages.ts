import { sideways } from './support/geometry';
import { REASON } from './support/seed';
import { BASE, expect, seeded, test } from './support/site';

const MOVED = 'Brothers and sisters live together, or near each other';

test.beforeEach(({ site }) => site.signIn(/Champions Board/));

test('two clicks from the front page lead to why a milestone moved', async ({ site, page, viewport }) => {
  await site.open('/');
  const wide = (viewport?.width ?? 0) >= 992;
  const link = wide
    ? page.getByRole('group', { name: /Timeline picture/ }).getByRole('link', { name: MOVED })
    : page.getByRole('row').getByRole('link', { name: MOVED });
  await site.follow(() => link.click());
  await expect(page.getByRole('heading', { level: 1 })).toContainText(MOVED);
  await expect(page.getByText(REASON).first()).toBeVisible();
});

test('a board member reads one foundation, and what stands on its way', async ({ site, page }) => {
  await site.open(`${BASE}/milestones/${seeded.moved}`);
  await site.follow(() => page.getByRole('link', { name: 'Family', exact: true }).click());
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Family');
  await expect(page.getByText('0 of 1 milestone is done.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: MOVED })).toContainText('Date moved');
  await expect(page.getByRole('row').filter({ hasText: 'Every child is offered' })).toHaveCount(0);
});

test('a report between two days says what was done, what moved and why, and what is due, and reads well on paper', async ({
  site,
  page,
}) => {
  await site.open(BASE);
  await site.follow(() => page.getByRole('link', { name: 'Report', exact: true }).click());
  await page.getByLabel('From').fill('2021-04-01');
  await page.getByLabel('Who is it for?').fill('Champions Board');
  await site.follow(() => page.getByRole('button', { name: 'Show' }).click());
  for (const name of ['What was done', 'What moved, and why', 'What is overdue', 'What is due next']) {
    await expect(page.getByRole('heading', { name })).toBeVisible();
  }
  await expect(page.getByRole('region', { name: 'What moved, and why' })).toContainText(REASON);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('form', { name: 'Choose the days' })).toBeHidden();
  await expect(page.getByText('For: Champions Board')).toBeVisible();
  expect(await page.evaluate(sideways)).toEqual([]);
});

test('a report of days to come says that they are not over', async ({ site, page }) => {
  await site.open(`${BASE}/report?from=2021-04-01&to=2026-10-31`);
  await expect(page.getByText('This time is not over')).toHaveCount(0);
  await site.open(`${BASE}/report?from=2021-04-01&to=2031-03-31`);
  await expect(page.getByText('This time is not over')).toBeVisible();
  const added = page
    .getByRole('region', { name: 'What was proposed' })
    .getByRole('listitem')
    .filter({ hasText: MOVED });
  await expect(added).toContainText('First planned in June 2025.');
});

test('a report of days that are none is refused, with what was typed kept', async ({ site, page }) => {
  await site.open(`${BASE}/report?from=2021-02-31&to=2026-06-30&for=TNT`, 400);
  await expect(page.getByRole('alert')).toContainText('Choose a day of the calendar.');
  await expect(page.getByLabel('Who is it for?')).toHaveValue('TNT');
});
