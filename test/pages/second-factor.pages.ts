import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { WORKPLACE } from './support/colleague';
import { expect, test } from './support/site';

const PASSWORD = 'three quiet otters';
const NEW_PASSWORD = 'another three otters';

test('somebody changes their password, turns on a code beside it, signs in with both, and turns the code off', async ({
  site,
  page,
}) => {
  test.slow();
  const name = `Somebody ${randomBytes(4).toString('hex')}`;
  const signInName = name.toLowerCase().replace(' ', '.');
  await site.signIn(/administrator/);
  await site.open(`${WORKPLACE}/people`);
  await page.getByLabel('Their name').fill(name);
  await page.getByLabel('Role', { exact: true }).selectOption('board');
  await site.follow(() => page.getByRole('button', { name: 'Invite them' }).click());
  const link = new URL((await page.locator('.pt-secret').textContent()) ?? '');
  await site.follow(() => page.getByRole('button', { name: 'Sign out' }).click());
  await site.open(`${link.pathname}${link.search}`);
  await page.getByLabel('Your sign-in name').fill(signInName);
  await page.getByLabel('Your password').fill(PASSWORD);
  await site.follow(() => page.getByRole('button', { name: 'Save and sign in' }).click());

  await site.open('/sign-ins');
  await site.follow(() => page.getByRole('button', { name: 'Turn it on' }).click(), 400);
  await page.getByLabel('Your password', { exact: true }).fill(PASSWORD);
  await site.follow(() => page.getByRole('button', { name: 'Turn it on' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up your app');
  await expect(page.getByRole('img', { name: 'The key as a picture to scan.' })).toBeVisible();
  const key = ((await page.locator('.pt-secret').textContent()) ?? '').replaceAll(' ', '');
  const app = new TOTP({ secret: Secret.fromBase32(key) });
  await site.follow(() => page.getByRole('button', { name: 'Turn it on' }).click(), 400);
  await page.getByLabel('Code that the app shows').fill(app.generate());
  await site.follow(() => page.getByRole('button', { name: 'Turn it on' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keep these recovery codes');
  const recoveryCode = (await page.locator('.pt-codes li').first().textContent()) ?? '';
  await site.follow(() => page.getByRole('link', { name: 'Back to where you are signed in' }).click());
  await page.getByLabel('Your password now').fill(PASSWORD);
  await site.follow(() => page.getByRole('button', { name: 'Change it' }).click(), 400);
  await page.getByLabel('Your password now').fill(PASSWORD);
  await page.getByLabel('Your new password').fill(NEW_PASSWORD);
  await site.follow(() => page.getByRole('button', { name: 'Change it' }).click());
  await expect(page.getByRole('status')).toContainText('Your password is changed.');
  await site.follow(() => page.getByRole('button', { name: 'Sign out' }).click());

  await site.open('/sign-in');
  await page.getByLabel('Your sign-in name').fill(signInName);
  await page.getByLabel('Your password').fill(NEW_PASSWORD);
  await site.follow(() => page.getByRole('button', { name: 'Sign in', exact: true }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Give your code');
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await site.follow(() => page.getByRole('button', { name: 'Sign in', exact: true }).click(), 400);
  await page.getByLabel('Code', { exact: true }).fill(recoveryCode);
  await site.follow(() => page.getByRole('button', { name: 'Sign in', exact: true }).click());
  await site.follow(() => page.getByRole('link', { name: `Signed in as ${name}` }).click());
  await expect(page.getByText('You have 9 recovery codes left.')).toBeVisible();
  await page.getByLabel('Your password, or a code').fill(NEW_PASSWORD);
  await site.follow(() => page.getByRole('button', { name: 'Turn it off' }).click());
  await expect(page.getByRole('status')).toHaveText('You are not asked for a code any more.');
});
