import { tabTo } from './support/keyboard';
import { BASE, expect, test } from './support/site';

test('"Skip the picture" leads past all of its links', async ({ site, page }) => {
  await site.open(BASE);
  await tabTo(page, /^Skip the picture$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('#timeline-table')).toBeInViewport();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.tp-table') !== null)).toBe(true);
});

test('links of the picture are lists, named by what is seen', async ({ site, page }) => {
  await site.open(BASE);
  const list = page.getByRole('list', { name: /^Family/ }).first();
  await expect(list.getByRole('listitem').first()).toBeVisible();
  const link = list.getByRole('link', { name: /^Brothers and sisters/ });
  const seen = (await link.locator('text').allTextContents()).join(' ');
  const name = (await link.getAttribute('aria-label')) ?? '';
  expect(plain(name).startsWith(plain(seen))).toBe(true);
  expect(name).toContain('Now due in March 2028. First planned for June 2025, so 2 years 9 months later.');
});

test('the table says how many rows it has, with those from before the work began', async ({ site, page }) => {
  await site.open(BASE);
  const milestones = await page.locator('.tp-table .tp-row:not(.tp-row-step)').count();
  const steps = await page.locator('.tp-table .tp-row-step').count();
  const folded = await page.locator('.tp-table .tp-before .tp-row').count();
  expect(folded).toBeGreaterThan(0);
  await expect(page.locator('#timeline-table')).toHaveText(`All ${milestones} milestones and ${steps} steps of plans`);
  await expect(page.locator('.tp-table summary')).toHaveText(`Before this work began: ${folded} steps`);
});

function plain(text: string): string {
  return text.replace(/[\s·.,]/g, '');
}
