import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { goOn, WORKER } from './forms';
import { BASE, seeded, Site } from './site';

const MOVED = `${BASE}/milestones/${seeded.moved}`;

/** What most people see most of the time. */
const MAIN = [BASE, `${BASE}/timeline`, `${BASE}/plans`, MOVED, `${BASE}/my-work`];

const READ = [
  ...MAIN,
  `${BASE}/milestones/${seeded.long}`,
  `${BASE}/milestones/${seeded.done}`,
  `${MOVED}/history`,
  `${BASE}/plans/corporate-parenting-improvement-plan-2019-22`,
  `${BASE}/report?from=2021-04-01&to=2031-03-31&for=Champions%20Board`,
  `${BASE}/trail?kind=milestone`,
  `${BASE}/compare?from=2022-01-01&to=2031-01-01`,
  `${BASE}/reviews`,
  `${BASE}/words`,
  '/accessibility',
  '/sign-in',
];

const FORMS = [
  `${BASE}/milestones/new`,
  `${MOVED}/revise-timescale`,
  `${MOVED}/achieve`,
  `${MOVED}/attach-evidence`,
  `${MOVED}/change-leads`,
  `${MOVED}/correct`,
  `${BASE}/promise-start`,
  `${BASE}/reviews/new`,
  `${BASE}/import`,
];

type Look = (page: Page, what: string) => Promise<void>;

/** Looks, as a worker, at the pages that are read most. */
export async function mainPages(site: Site, look: Look): Promise<void> {
  await site.signIn(WORKER);
  for (const path of MAIN) await lookAt(site, path, look);
}

/** Looks, as a worker, at every kind of page there is: those to read, forms, their faults, and answers to check. */
export async function everyKindOfPage(site: Site, look: Look): Promise<void> {
  await site.signIn(WORKER);
  for (const path of [...READ, ...FORMS]) await lookAt(site, path, look);
  const { page } = site;
  await site.open(`${MOVED}/revise-timescale`);
  await goOn(site, 400);
  await look(page, 'a form with faults');
  await site.open(`${MOVED}/report-progress`);
  await page.getByLabel('How is it going?').fill('on track');
  await page.getByLabel('What was done, and what is still to do?').fill('Much.\n'.repeat(5));
  await goOn(site);
  await look(page, 'answers to check');
}

async function lookAt(site: Site, path: string, look: Look): Promise<void> {
  await site.open(path);
  await look(site.page, path);
}

/** In a window of its own kind, whatever the project. */
export async function inWindow(
  browser: Browser,
  options: BrowserContextOptions,
  look: (site: Site) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const site = new Site(await context.newPage());
    await look(site);
    await site.close();
  } finally {
    await context.close();
  }
}
