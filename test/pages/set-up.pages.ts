import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { day, goOn, record, recordIt, tick } from './support/forms';
import { beginsPartnership } from './support/operator';
import { expect, type Site, test } from './support/site';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a new partnership is set up by its first administrator, from the link to its front page', async ({
  site,
  page,
}) => {
  test.setTimeout(240_000);
  const id = `inverbeg-${randomBytes(4).toString('hex')}`;
  await site.open(await beginsPartnership(id, 'Ailsa Craig'));
  await page.getByLabel('Your sign-in name').fill(`ailsa.${id}`);
  await page.getByLabel('Your password').fill('three quiet otters');
  await site.follow(() => page.getByRole('button', { name: 'Save and sign in' }).click());
  await expect(heading(page)).toHaveText('Set up your partnership');
  await site.open(`/p/${id}`, 404);
  await site.open('/partnerships');
  await site.follow(() => page.getByRole('link', { name: 'Set it up now' }).click());

  await goOn(site, 400);
  await page.getByLabel('What is your partnership called?').fill('Inverbeg Partnership');
  await tick(page, 'The timeline and the front page');
  await record(site);
  await expect(heading(page)).toHaveText('Settings');
  await decidesStart(site);
  await site.open(`/p/${id}/set-up`);
  await expect(heading(page)).toHaveText('Settings');
  await decidesThemes(site);
  await decidesRetention(site);
  await changesNameAndPublication(site);

  await site.open(`/p/${id}`);
  await expect(page.getByText('Somewhere safe to live: Care and Rights.')).toBeVisible();
  await expect(page.getByText('No milestone is recorded yet for Inverbeg and the Isles.')).toBeVisible();
  await site.open(`/p/${id}/timeline`);
  await site.open(`/p/${id}/plans`);
  await site.open(`/p/${id}/trail`);
});

async function decidesStart(site: Site): Promise<void> {
  const { page } = site;
  await site.follow(() => page.getByRole('link', { name: 'Decide Start of the Promise work' }).click());
  await tick(page, 'A month');
  const month = page.getByRole('group', { name: /month/ }).last();
  await month.getByLabel('Month').fill('3');
  await month.getByLabel('Year').fill('2021');
  await page.getByLabel('Why do the marks count from then?').fill('The workers came then.');
  await page.getByLabel('Which group decided it?').fill('Partnership Board');
  await day(page, 'On what day did they decide it?', [1, 6, 2021]);
  await record(site);
}

async function decidesThemes(site: Site): Promise<void> {
  const { page } = site;
  await site.follow(() => page.getByRole('link', { name: 'Decide Our own themes' }).click());
  await goOn(site);
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click(), 422);
  await page.getByLabel('What are your themes called?').fill('Somewhere to live\nBeing heard');
  await record(site);
  await site.follow(() => page.getByRole('link', { name: 'Say where it belongs Somewhere to live' }).click());
  await page
    .getByRole('group', { name: /first of all/ })
    .getByText('Care', { exact: true })
    .click();
  await goOn(site);
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click(), 422);
  await expect(page.getByRole('link', { name: 'Say why it belongs there.' })).toBeVisible();
  await page.getByLabel('What is the theme called?').fill('Somewhere safe to live');
  await page
    .getByRole('group', { name: /which others/ })
    .getByText('Rights', { exact: true })
    .click();
  await page.getByLabel('Why does it belong there?').fill('A home is care.');
  await record(site);
  await expect(page.getByText('Somewhere safe to live: Care and Rights.')).toBeVisible();
  await expect(page.getByText('Being heard: not mapped to a foundation yet.')).toBeVisible();
}

async function decidesRetention(site: Site): Promise<void> {
  const { page } = site;
  await site.follow(() => page.getByRole('link', { name: 'Decide How long we keep accounts' }).click());
  await goOn(site, 400);
  await tick(page, '1 year');
  await page.getByLabel('Why for so long?').fill('Long enough to come back.');
  await record(site);
  await expect(page.getByText('1 year after somebody’s last role has ended')).toBeVisible();
}

async function changesNameAndPublication(site: Site): Promise<void> {
  const { page } = site;
  await site.follow(() => page.getByRole('link', { name: 'Change Name' }).click());
  await page.getByLabel('What is your partnership called?').fill('Inverbeg and the Isles');
  await record(site);
  await expect(page.getByRole('banner')).toContainText('Inverbeg and the Isles');
  await site.follow(() => page.getByRole('link', { name: 'Change What anybody may read' }).click());
  await tick(page, 'The timeline and the front page');
  await tick(page, 'The plans');
  await goOn(site);
  await recordIt(site);
}
