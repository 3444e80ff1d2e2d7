import { randomBytes } from 'node:crypto';
import { WORKPLACE } from './support/colleague';
import { expect, test } from './support/site';

test('an administrator invites somebody, who chooses how to sign in and sees where they are signed in', async ({
  site,
  page,
}) => {
  test.slow();
  const name = `Somebody ${randomBytes(4).toString('hex')}`;
  await site.signIn(/administrator/);
  await site.open(`${WORKPLACE}/people`);
  await site.follow(() => page.getByRole('button', { name: 'Invite them' }).click(), 400);
  await expect(page.getByRole('link', { name: 'Give their name.' })).toBeVisible();
  await page.getByLabel('Their name').fill(name);
  await page.getByLabel('Role', { exact: true }).selectOption('board');
  await site.follow(() => page.getByRole('button', { name: 'Invite them' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Give them this link');
  const link = new URL((await page.locator('.pt-secret').textContent()) ?? '');
  await site.follow(() => page.getByRole('link', { name: 'Back to people and roles' }).click());
  await site.follow(() => page.getByRole('link', { name }).click());
  await site.follow(() => page.getByRole('button', { name: 'End this role now' }).click(), 400);

  await site.follow(() => page.getByRole('button', { name: 'Sign out' }).click());
  await site.open(`${link.pathname}${link.search}`);
  await page.getByLabel('Your sign-in name').fill(name.toLowerCase().replace(' ', '.'));
  await page.getByLabel('Your password').fill('short');
  await site.follow(() => page.getByRole('button', { name: 'Save and sign in' }).click(), 400);
  await page.getByLabel('Your password').fill('three quiet otters');
  await site.follow(() => page.getByRole('button', { name: 'Save and sign in' }).click());
  await site.follow(() => page.getByRole('link', { name: `Signed in as ${name}` }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where you are signed in');
  await expect(page.getByText('this browser')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download what is kept about me' }).click();
  expect((await download).suggestedFilename()).toBe('what-is-kept-about-me.json');
  await site.follow(() => page.getByRole('button', { name: 'Make a token' }).click(), 400);
  await page.getByLabel('What is it for?').fill('Spreadsheet');
  await page.locator('label', { hasText: /^Read$/ }).click();
  await site.follow(() => page.getByRole('button', { name: 'Make a token' }).click());
  await expect(page.locator('.pt-secret')).toContainText('promise_');
  await site.follow(() => page.getByRole('link', { name: 'Back to where you are signed in' }).click());
  await site.follow(() => page.getByRole('button', { name: 'End “Spreadsheet”' }).click());
  await expect(page.getByRole('status')).toHaveText('The token is ended.');
});

test('an administrator is told when a code is nobody’s', async ({ site, page }) => {
  await site.signIn(/administrator/);
  await site.open(`${WORKPLACE}/people`);
  await site.follow(() => page.getByRole('link', { name: 'Give a role to somebody who has an account' }).click());
  await page.getByLabel('Their code').fill('nobody');
  await site.follow(() => page.getByRole('button', { name: 'Give this role' }).click(), 400);
  await expect(page.getByRole('link', { name: /^No account has this code/ })).toBeVisible();
});

test('a link that is worth nothing says so', async ({ site, page }) => {
  await site.open('/welcome?link=nothing', 404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link does not work');
});
