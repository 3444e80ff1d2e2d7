import type { Page } from '@playwright/test';
import { BASE, expect, type Site, test } from './support/site';

const WORKER = /development worker/;

/** A day in the three number fields of a question. */
async function day(
  page: Page,
  question: string,
  [date, month, year]: readonly [number, number, number],
): Promise<void> {
  const group = page.getByRole('group', { name: question });
  await group.getByLabel('Day').fill(String(date));
  await group.getByLabel('Month').fill(String(month));
  await group.getByLabel('Year').fill(String(year));
}

/** Ticks a box or picks a choice by its label, as people do: what is seen is the label's. */
async function tick(page: Page, label: string): Promise<void> {
  await page.locator('label', { hasText: new RegExp(`^${label}`) }).click();
}

/** Goes on to the answers, and records them; both pages are checked on the way. */
async function record(site: Site): Promise<void> {
  const { page } = site;
  await site.follow(() => page.getByRole('button', { name: 'Check your answers' }).click());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click());
  await expect(page.getByRole('status')).toHaveText('It is recorded.');
}

/** Does what is refused; the browser says so once, which is no complaint about the next page. */
async function refused(site: Site, act: () => Promise<unknown>): Promise<void> {
  await site.follow(act, 400);
  site.complaints.splice(0);
}

/** From the story of a milestone to one of its forms. */
async function choose(site: Site, form: string): Promise<void> {
  await site.follow(() => site.page.getByRole('link', { name: form, exact: true }).click());
}

test('a worker records a milestone from a plan and what becomes of it, and puts a mistake right', async ({
  site,
  page,
}) => {
  test.setTimeout(180_000);
  await site.signIn(WORKER);
  await site.open(`${BASE}/plans/childrens-services-plan-2021-23`);
  await site.follow(() =>
    page
      .getByRole('link', { name: /^Record a milestone from this/ })
      .nth(6)
      .click(),
  );

  await refused(site, () => page.getByRole('button', { name: 'Check your answers' }).click());
  await expect(page.getByRole('alert')).toContainText('There is a problem');
  await page.getByLabel('What will be so?').fill('Quieter voices are heard in every review');
  await tick(page, 'The first 5 years');
  await tick(page, 'A month');
  await page.locator('#timescale-in-month').fill('3');
  await page.locator('#timescale-in-year').fill('2026');
  await page.getByLabel('Who leads it?').fill('Champions Board');
  await day(page, 'On what day was it proposed?', [1, 6, 2021]);
  await record(site);

  await choose(site, 'It was agreed');
  await page.getByLabel('Which group agreed it?').fill('CSP Board');
  await day(page, 'On what day did they agree it?', [1, 9, 2021]);
  await record(site);

  await choose(site, 'Its date moves');
  await tick(page, 'In the plan’s own words');
  await page.locator('#timescale-words').fill('by September 2026');
  await page.getByLabel('Why does the date move?').fill('Two teams need more time.\n<b>مرحبا</b> 🙂');
  await page.getByLabel('Which group decided it?').fill('CSP Board');
  await day(page, 'On what day did they decide it?', [1, 12, 2025]);
  await tick(page, 'Not yet');
  await record(site);
  await expect(page.getByText('Young people have not been told yet.')).toBeVisible();

  await choose(site, 'Evidence');
  await page.getByLabel('What does it show?').fill('The report of the pilot.');
  await tick(page, 'A file');
  await site.follow(() => page.getByRole('button', { name: 'Check your answers' }).click());
  await refused(site, () => page.getByRole('button', { name: 'Record it' }).click());
  await page
    .getByLabel('Choose the file')
    .setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click());

  await choose(site, 'It is done');
  await day(page, 'On what day was it done?', [30, 6, 2026]);
  await tick(page, 'The report of the pilot');
  await page.getByLabel('What changed for children and young people').fill('More of them say what they think.');
  await record(site);

  await choose(site, 'Put a mistake right');
  await site.follow(() => page.getByRole('link', { name: /^Put this right ?: CSP Board agreed/ }).click());
  await tick(page, 'Some of it');
  await page.getByLabel('Which group agreed it?').fill('Champions Board');
  await page.getByLabel('What was the mistake?').fill('The wrong group was written down.');
  await record(site);
  await expect(page.getByText('by Champions Board on 1 September 2021')).toBeVisible();
});

test('every form of an open milestone can be read and refuses emptiness in plain words', async ({ site, page }) => {
  test.setTimeout(180_000);
  await site.signIn(WORKER);
  await site.open(`${BASE}/my-work`);
  await site.follow(() => page.locator('.pt-waiting > li > p > a').first().click());
  const forms = page.getByRole('navigation', { name: 'What you can record' }).getByRole('link');
  for (const form of await forms.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
    await site.open(form);
    const submit = page.getByRole('button', { name: 'Check your answers' });
    if ((await submit.count()) === 0 || /\/(start|change-leads)$/.test(form)) continue;
    await refused(site, () => submit.click());
    await expect(page).toHaveTitle(/^Error: /);
  }
  await site.open(`${BASE}/promise-start`);
});

test('a report between two days stands on paper', async ({ site, page }) => {
  await site.signIn(WORKER);
  await site.open(`${BASE}/report?from=2021-04-01&to=2026-06-30&for=Champions%20Board`);
  await expect(page.getByRole('heading', { name: 'What moved, and why' })).toBeVisible();
  await site.open(`${BASE}/report?from=2021-02-31&to=2026-06-30`, 400);
});
