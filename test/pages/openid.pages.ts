import type { Page } from '@playwright/test';
import { WORKPLACE } from './support/colleague';
import { expect, type Site, test } from './support/site';

/** Signs in at the provider and agrees to what it tells the tracker. */
async function atTheProvider(site: Site, page: Page, person: string, status = 200): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(person);
  await page.getByPlaceholder('and password').fill('any');
  await site.leave(() => page.getByRole('button', { name: 'Sign-in' }).click());
  await site.follow(() => page.getByRole('button', { name: 'Continue' }).click(), status);
}

test('somebody signs in with the account of their council, and signs out here and there', async ({ site, page }) => {
  test.slow();
  await site.open(`/sign-in?to=${WORKPLACE}/report`);
  await site.leave(() => page.getByRole('link', { name: 'Sign in with Clyde Council' }).click());
  await atTheProvider(site, page, 'ailsa');
  expect(new URL(page.url()).pathname).toBe(`${WORKPLACE}/report`);
  await site.follow(() => page.getByRole('link', { name: 'Signed in as Ailsa Craig' }).click());
  await expect(page.getByText('this browser')).toBeVisible();
  await site.follow(() => page.getByRole('button', { name: 'Sign out' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed out');
  await site.leave(() => page.getByRole('link', { name: 'Sign out of Clyde Council' }).click());
  await site.follow(() => page.getByRole('button', { name: 'Yes, sign me out' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed out');
});

test('somebody whom the council knows, and who has no role, is told whom to ask', async ({ site, page }) => {
  await site.open('/sign-in');
  await site.leave(() => page.getByRole('link', { name: 'Sign in with Clyde Council' }).click());
  await atTheProvider(site, page, 'muck', 403);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have no role here');
  await site.follow(() => page.getByRole('link', { name: 'Go to the sign-in page' }).click());
});

test('an answer that was not asked for is refused', async ({ site, page }) => {
  await site.open('/sign-in/with/council/back?code=made-up&state=made-up', 400);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Please start again');
});
