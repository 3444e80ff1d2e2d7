import type { Page } from '@playwright/test';
import { BASE, expect, test } from './support/site';

/** Presses Tab until the thing with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`Tab never reached ${name.source}`);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent.trim() ?? '';
  });
}

/** Whether what has the focus shows that it has, within the window. */
function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at) return false;
    const field = at.querySelector('.tp-field');
    const { top, bottom, left, right } = at.getBoundingClientRect();
    const inside = top < innerHeight && bottom > 0 && left < innerWidth && right > 0;
    const style = getComputedStyle(at);
    const marked = field
      ? getComputedStyle(field).stroke !== 'none'
      : style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.backgroundColor !== 'rgba(0, 0, 0, 0)';
    return inside && marked;
  });
}

test('the keyboard alone goes from the front page to the story of a milestone and back', async ({
  site,
  page,
  viewport,
}) => {
  await site.open('/sign-in');
  await tabTo(page, /Champions Board/);
  await site.follow(() => page.keyboard.press('Enter'));
  await site.open('/');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatch(/^Skip to/);
  expect(await showsFocus(page)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeInViewport();
  const wide = (viewport?.width ?? 0) >= 992;
  await tabTo(page, /^Brothers and sisters live together/);
  expect(await showsFocus(page)).toBe(true);
  if (wide) expect(await focused(page)).toContain('moved 2 years 9 months later');
  await site.follow(() => page.keyboard.press('Enter'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Brothers and sisters');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Brothers and sisters');
});

test('"Skip the picture" leads past all of its links', async ({ site, page, viewport }) => {
  test.skip((viewport?.width ?? 0) < 992, 'narrow windows show no picture');
  await site.open(BASE);
  await tabTo(page, /^Skip the picture$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('#timeline-table')).toBeInViewport();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.tp-table') !== null)).toBe(true);
});

test('links of the picture are lists, named by what is seen', async ({ site, page, viewport }) => {
  test.skip((viewport?.width ?? 0) < 992, 'narrow windows show no picture');
  await site.open(BASE);
  const list = page.getByRole('list', { name: /^Family/ }).first();
  await expect(list.getByRole('listitem').first()).toBeVisible();
  const link = list.getByRole('link', { name: /^Brothers and sisters/ });
  const seen = (await link.locator('text').allTextContents()).join(' ');
  const name = (await link.getAttribute('aria-label')) ?? '';
  expect(plain(name).startsWith(plain(seen))).toBe(true);
  expect(name).toContain('Now due in March 2028. First planned for June 2025, so 2 years 9 months later.');
});

function plain(text: string): string {
  return text.replace(/[\s·.,]/g, '');
}
