import { Colleague, WORKPLACE } from './support/colleague';
import { day, goOn, record, tick, WORKER } from './support/forms';
import { expect, test } from './support/site';

test('a worker opens a review and notes what was found; an approver closes it with them', async ({ site, page }) => {
  test.slow();
  const milestone = 'A review finds this one late';
  await new Colleague().agrees(milestone);
  await site.signIn(WORKER);
  await site.open(`${WORKPLACE}/my-work`);
  await site.follow(() => page.getByRole('link', { name: 'Reviews', exact: true }).click());
  await site.follow(() => page.getByRole('link', { name: 'Open a review' }).click());
  await tick(page, 'Six-monthly review');
  await page.getByLabel('What is it called?').fill('The winter review');
  await page.getByLabel('Who takes part?').fill('Champions Board\nThe young people’s group');
  await day(page, 'What is the first day', [1, 7, 2025]);
  await goOn(site, 400);
  await day(page, 'What is the last day', [31, 12, 2025]);
  await record(site);
  const review = new URL(page.url()).pathname;
  await expect(page.getByText('Nothing is noted yet.')).toBeVisible();

  await site.follow(() => page.getByRole('link', { name: 'Note what was found' }).click());
  await page.getByLabel('What was found?').fill('Families wait too long for an answer.');
  await page.getByLabel('Which milestone is it about?').selectOption({ label: milestone });
  await record(site);
  await expect(page.getByRole('link', { name: milestone })).toBeVisible();

  await site.follow(() => page.getByRole('link', { name: 'Close this review' }).click());
  await page.getByLabel('What came of it?').fill('The board asks for one person who answers.');
  await page.getByLabel('Who is given it?').fill('CSP Board');
  await goOn(site);
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click());
  await expect(page.getByRole('status')).toContainText('It counts once a second person has approved it');
  await expect(page.getByRole('link', { name: 'Close this review' })).toHaveCount(0);
  await site.follow(() => page.getByRole('link', { name: /It was proposed to close the review/ }).click());
  const proposal = new URL(page.url()).pathname;
  await site.follow(() => page.getByRole('button', { name: 'Sign out' }).click());

  await site.signIn(/board approver|an approver/);
  await site.open(proposal);
  await site.follow(() => page.getByRole('link', { name: 'Approve it' }).click());
  await page.getByLabel('Which board decided it?').fill('Promise Board');
  await day(page, 'On what day', [20, 1, 2026]);
  await page.getByLabel('On what grounds do you approve it?').fill('Minute of 20 January, item 5.');
  await goOn(site);
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click());
  await site.follow(() => page.getByRole('link', { name: 'The winter review' }).click());
  expect(new URL(page.url()).pathname).toBe(review);
  await expect(page.getByText('Promise Board, on 20 January 2026')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Note what was found' })).toHaveCount(0);
  await site.follow(() => page.getByRole('link', { name: 'All reviews' }).click());
  await expect(page.getByRole('heading', { name: /^Closed/ })).toBeVisible();
});

test('who may only read them is offered nothing to record', async ({ site, page }) => {
  await site.signIn(/Champions Board/);
  await site.open(`${WORKPLACE}/reviews`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reviews');
  await expect(page.getByRole('link', { name: 'Open a review' })).toHaveCount(0);
  await site.open(`${WORKPLACE}/reviews/new`, 403);
});
