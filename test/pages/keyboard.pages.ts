import { focused, showsFocus, tabTo } from './support/keyboard';
import { expect, test } from './support/site';

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
