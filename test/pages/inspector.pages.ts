import { REASON } from './support/seed';
import { BASE, expect, seeded, type Site, test } from './support/site';

const MOVED = 'Brothers and sisters live together, or near each other';
const DAY = '2024-05-05';

test.beforeEach(({ site }) => site.signIn(/inspector/));

/** Shows the page on another day. */
async function onDay({ page }: Site, day: string, known: string): Promise<void> {
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('With what was recorded').selectOption(known);
}

const words = (site: Site): Promise<string> => site.page.getByRole('main').innerText();

test('an inspector filters the trail, and goes from a record to the history of its milestone', async ({
  site,
  page,
}) => {
  await site.open(`${BASE}/trail`);
  await page.getByLabel('About').selectOption('Dates that moved');
  await page.getByLabel('Foundation').selectOption('Family');
  await site.follow(() => page.getByRole('button', { name: 'Show', exact: true }).click());
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('kind'), searchParams.get('foundation')]).toEqual(['MilestoneTimescaleRevised', 'family']);
  await expect(page.locator('.pt-history > li')).toHaveCount(2);
  await page.getByText('All that was recorded').first().click();
  await site.look();

  await site.follow(() => page.getByRole('link', { name: 'Copy this view’s address' }).click());
  await expect(page.locator('.pt-history > li')).toHaveCount(2);
  await site.follow(() => page.getByRole('link', { name: MOVED }).last().click());
  await site.follow(() => page.getByRole('link', { name: 'Everything on record about this milestone' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Everything on record: ${MOVED}`);
  await expect(page.locator('.pt-history > li').filter({ hasText: REASON })).toHaveCount(1);
});

test('filters that are none are refused in plain words', async ({ site, page }) => {
  await site.open(`${BASE}/trail?kind=milestone&from=2026-02-31`, 400);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We could not understand that');
});

test('a milestone is shown as it was on a day, with a banner that says so and the way back', async ({ site, page }) => {
  await site.open(`${BASE}/milestones/${seeded.moved}`);
  await expect(page.getByRole('main')).toContainText(REASON);
  await onDay(site, DAY, 'by now, corrections too');
  await site.follow(() => page.getByRole('button', { name: 'Show', exact: true }).click());
  const banner = page.getByText('You are looking at how things were on 5 May 2024, with all that was recorded later.');
  await expect(banner).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(REASON);
  const cited = await words(site);
  await site.follow(() => page.getByRole('link', { name: 'Copy this view’s address' }).click());
  expect(afterBanner(await words(site))).toBe(afterBanner(cited));
  await site.follow(() => page.getByRole('link', { name: 'Go back to today' }).click());
  await expect(banner).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText(REASON);
});

test('what was known then is told from what is known now', async ({ site, page }) => {
  await site.open(`${BASE}/timeline`);
  await onDay(site, DAY, 'by the end of that day');
  await site.follow(() => page.getByRole('button', { name: 'Show', exact: true }).click());
  await expect(page.getByText('You are looking at 5 May 2024, as it stood then.')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(MOVED);
  await onDay(site, DAY, 'by now, corrections too');
  await site.follow(() => page.getByRole('button', { name: 'Show', exact: true }).click());
  await expect(page.getByRole('main')).toContainText(MOVED);
});

test('two days are compared, each as it stood', async ({ site, page }) => {
  await site.open(`${BASE}/compare`);
  await page.getByLabel('First day').fill('2022-01-01');
  await page.getByLabel('Second day').fill('2021-01-01');
  await site.follow(() => page.getByRole('button', { name: 'Show what changed' }).click(), 400);
  await expect(page.getByRole('alert')).toContainText('The second day must not lie before the first day.');
  await page.getByLabel('Second day').fill('2022-06-01');
  await site.follow(() => page.getByRole('button', { name: 'Show what changed' }).click());
  await expect(page.getByText('Nothing changed between these two days.')).toBeVisible();
  await site.follow(() => page.getByRole('link', { name: 'the last month' }).click());
  await expect(page.getByRole('heading', { name: MOVED })).toBeVisible();
});

/** Without the sentence that says what is looked at. */
function afterBanner(text: string): string {
  return text.slice(text.indexOf('Go back to today'));
}
