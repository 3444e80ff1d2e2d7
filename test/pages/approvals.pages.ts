import { randomBytes } from 'node:crypto';
import { Colleague, WORKPLACE } from './support/colleague';
import { goOn } from './support/forms';
import { expect, test } from './support/site';

test('a worker proposes to stop a milestone, and a board approver approves it', async ({ site, page }) => {
  test.slow();
  const milestone = await new Colleague().agrees('A home for every sibling group');
  await site.signIn(/development worker/);
  await site.open(`${milestone}/withdraw`);
  await page.getByLabel('Why is it stopped?').fill('The new plan says it better.');
  await page.getByLabel('Which group decided it?').fill('Promise Board');
  await goOn(site);
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click());
  await expect(page.getByRole('status')).toContainText('It counts once a second person has approved it');
  await site.follow(() => page.getByRole('link', { name: /It was proposed to withdraw/ }).click());
  await expect(page.getByText('You proposed this, so somebody else has to approve it.')).toBeVisible();
  await site.follow(() => page.getByRole('link', { name: 'Take it back' }).click());
  const proposal = new URL(page.url()).pathname.replace(/\/take-back$/, '');
  await site.follow(() => page.getByRole('button', { name: 'Sign out' }).click());

  await site.signIn(/an approver/);
  await site.open(`${WORKPLACE}/approvals`);
  await expect(page.getByRole('heading', { name: /^Waiting for you/ })).toBeVisible();
  await site.open(`${proposal}/refuse`);
  await site.open(proposal);
  await site.follow(() => page.getByRole('link', { name: 'Approve it' }).click());
  await goOn(site, 400);
  await page.getByLabel('Which board decided it?').fill('Promise Board');
  await page.getByLabel('Day').fill('20');
  await page.getByLabel('Month').fill('1');
  await page.getByLabel('Year').fill('2026');
  await page.getByLabel('On what grounds do you approve it?').fill('Minute of 20 January, item 4.');
  await goOn(site);
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click());
  await expect(page.getByText('Promise Board decided it on 20 January 2026.')).toBeVisible();
  await site.open(milestone);
  await expect(page.getByText('Why it was stopped')).toBeVisible();
});

test('a worker asks that text be erased, and a board approver sees what would go', async ({ site, page }) => {
  test.slow();
  // Of its own, so that no other window settles what was proposed here.
  const title = `A bed near the school ${randomBytes(4).toString('hex')}`;
  const milestone = await new Colleague().agrees(title);
  await site.signIn(/development worker/);
  await site.open(`${milestone}/history`);
  await page.locator('summary').first().click();
  await site.follow(() => page.getByRole('link', { name: 'Erase the text of this record' }).first().click());
  await expect(page.getByText(title).first()).toBeVisible();
  await goOn(site, 400);
  await page.getByLabel('Why does it have to go?').fill('It says more of a family than it may.');
  await goOn(site);
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click());
  await expect(page.getByRole('status')).toContainText('It counts once a second person has approved it');
  await site.follow(() => page.getByRole('button', { name: 'Sign out' }).click());

  await site.signIn(/an approver/);
  await site.open(`${WORKPLACE}/approvals`);
  await site.follow(() =>
    page
      .getByRole('link', { name: `Erase text for good: ${title}` })
      .first()
      .click(),
  );
  await expect(page.getByRole('heading', { name: 'What would be erased' })).toBeVisible();
  await site.follow(() => page.getByRole('link', { name: 'Refuse it' }).click());
  await page.getByLabel('Why do you refuse it?').fill('It names nobody.');
  await goOn(site);
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click());
  await expect(page.getByText('Refused by')).toBeVisible();
});
