import { BASE, expect, test } from './support/site';

test('an inspector and the administrator see who has looked at what, and the inspector’s own reads alone', async ({
  site,
  page,
}) => {
  await site.signIn(/inspector/);
  await site.open(`${BASE}/report`);
  await site.open(`${BASE}/compare`);
  await site.follow(() => page.getByRole('link', { name: 'Who has looked' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who has looked');
  await expect(page.getByText('You see what you read yourself.')).toBeVisible();
  const rows = page.getByRole('row');
  await expect(rows.filter({ hasText: 'the report (taken away to keep)' }).first()).toContainText('you');
  await site.follow(() => page.getByRole('link', { name: 'what changed between two days' }).first().click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What changed');
  await site.open(`${BASE}/who-has-looked?day=2020-01-01`);
  await expect(page.getByText('No inspector looked at anything then.')).toBeVisible();
  await site.follow(() => page.getByRole('link', { name: 'Show everything' }).click());

  await site.follow(() => page.getByRole('button', { name: 'Sign out' }).click());
  await site.signIn(/administrator/);
  await site.open(`${BASE}/who-has-looked`);
  await site.follow(() =>
    page
      .getByRole('link', { name: /^only what/ })
      .first()
      .click(),
  );
  await expect(page.getByText('Only what one inspector read is shown.')).toBeVisible();
  await expect(rows.filter({ hasText: 'the report (taken away to keep)' }).first()).toContainText('an inspector');
});
