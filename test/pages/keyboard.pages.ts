import type { Page } from '@playwright/test';
import { focused, showsFocus, tabTo } from './support/keyboard';
import { expect, type Site, test } from './support/site';

/** Goes to what has this name, which shows that it is there, and presses Enter. */
async function enter(site: Site, name: RegExp): Promise<void> {
  const { page } = site;
  await tabTo(page, name);
  await isSeen(page);
  await site.follow(() => page.keyboard.press('Enter'));
}

/** The window may still be on its way there. */
async function isSeen(page: Page): Promise<void> {
  await expect.poll(() => showsFocus(page)).toBe(true);
}

/** Goes to a field and fills it in. */
async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await isSeen(page);
  await page.keyboard.type(text);
}

test('the keyboard alone goes from the front page to the story of a milestone and back', async ({
  site,
  page,
  viewport,
}) => {
  await site.open('/sign-in');
  await enter(site, /Champions Board/);
  await site.open('/');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatch(/^Skip to/);
  await isSeen(page);
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeInViewport();
  const wide = (viewport?.width ?? 0) >= 992;
  await tabTo(page, /^Brothers and sisters live together/);
  await isSeen(page);
  if (wide) expect(await focused(page)).toContain('moved 2 years 9 months later');
  await site.follow(() => page.keyboard.press('Enter'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Brothers and sisters');
  await site.back();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Brothers and sisters');
});

test('the keyboard alone records how it is going, and puts a forgotten answer in on the way', async ({
  site,
  page,
  colleague,
}) => {
  test.slow();
  const story = await colleague.agrees('Every child knows whom to ask');
  await site.open('/sign-in');
  await enter(site, /development worker/);
  await site.open(story);
  await enter(site, /^How it is going$/);
  await type(page, /^How is it going/, 'on track');
  await tabTo(page, /^Check your answers$/);
  await site.follow(() => page.keyboard.press('Enter'), 400);

  expect(await focused(page)).toMatch(/^There is a problem/);
  await tabTo(page, /^Please answer: What was done/);
  await isSeen(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^What was done, and what is still to do/);
  await page.keyboard.type('Half of the teams do it.');
  await type(page, /^On what day was this so\?.* Day$/, '3');
  await type(page, /^On what day was this so\?.* Month$/, '6');
  await type(page, /^On what day was this so\?.* Year$/, '2024');
  await enter(site, /^Check your answers$/);
  await enter(site, /^Record it$/);
  await expect(page.getByRole('status')).toHaveText('It is recorded.');
  await expect(page.getByRole('main')).toContainText('Half of the teams do it.');
  await expect(page.getByRole('main')).toContainText('3 June 2024');
});
