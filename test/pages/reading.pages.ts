import { BASE, expect, seeded, test } from './support/site';

const MOVED = 'Brothers and sisters live together, or near each other';

/** Pages that everybody may read, and those that a member of the Champions Board may. */
const PUBLIC = [
  '/',
  '/partnerships',
  '/accessibility',
  BASE,
  `${BASE}/timeline`,
  `${BASE}/plans`,
  `${BASE}/words`,
  `${BASE}/privacy`,
  '/sign-in',
];
const BOARD = [
  `${BASE}/foundations/voice`,
  `${BASE}/milestones/${seeded.moved}`,
  `${BASE}/milestones/${seeded.moved}/history`,
  `${BASE}/plans/corporate-parenting-improvement-plan-2019-22`,
  `${BASE}/compare?from=2022-01-01&to=2026-01-01`,
  `${BASE}/timeline?asAt=2024-05-05&horizon=5&lanes=theme`,
];

for (const path of PUBLIC) {
  test(`${path} opens for everybody`, async ({ site }) => {
    await site.open(path);
  });
}

test('the reading pages open for a board member', async ({ site }) => {
  test.slow();
  await site.signIn(/Champions Board/);
  for (const path of BOARD) await site.open(path);
});

test('the trail opens for an inspector', async ({ site }) => {
  await site.signIn(/inspector/);
  await site.open(`${BASE}/trail`);
});

test('a page that is not there says so, and leads on', async ({ site }) => {
  await site.open(`${BASE}/nowhere`, 404);
  await expect(site.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(site.page.getByRole('banner').getByRole('link').first()).toBeVisible();
});

test('the front page says in words how it goes, and shows each milestone', async ({ site, page, viewport }) => {
  await site.open('/');
  await expect(page.getByText('of the 3 things we said we would do in the first 5 years').first()).toBeVisible();
  const wide = (viewport?.width ?? 0) >= 992;
  await expect(page.getByRole('group', { name: /Timeline picture/ })).toHaveCount(wide ? 1 : 0);
  const row = page.getByRole('row').filter({ hasText: MOVED });
  await expect(row).toContainText('Date moved');
  await expect(row).toContainText('2 years 9 months later');
});

test('who is sent to sign in is told why, and can go back to what everybody may read', async ({ site, page }) => {
  await site.open(`${BASE}/milestones/${seeded.done}`);
  await expect(page.getByText('Some pages are only for people who are signed in')).toBeVisible();
  await site.follow(() => page.getByRole('link', { name: 'See what everybody may read' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Are we keeping The Promise?');
});

test('a story says when it was done, and quotes a date only where its words say more', async ({ site, page }) => {
  await site.signIn(/Champions Board/);
  await site.open(`${BASE}/milestones/${seeded.done}`);
  await expect(page.locator('.pt-status')).toHaveText(/Done\s*on 12 April 2023/);
  await expect(page.getByText('In the words of those who said it: “by September 2022”.')).toHaveCount(0);
  await site.open(`${BASE}/milestones/${seeded.open}`);
  await expect(page.getByText('In the words of those who said it: “April 2024 onwards”.')).toBeVisible();
});

test('an address brings the same view again', async ({ site, page }) => {
  const path = `${BASE}/timeline?asAt=2024-05-05&horizon=5`;
  await site.open(path);
  const first = await page.locator('main').innerText();
  await site.open(path);
  expect(await page.locator('main').innerText()).toBe(first);
  await expect(page.getByText('5 May 2024').first()).toBeAttached();
});
