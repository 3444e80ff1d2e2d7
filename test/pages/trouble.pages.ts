import type { Browser, Page } from '@playwright/test';
import { choose, goOn, recordIt, timesOnRecord, WORKER } from './support/forms';
import { expect, Site, test } from './support/site';

const WORDS = 'Half of the teams do it.\nمرحبا 🙂 <b>"all" & more</b>';

/** Says how a milestone is going, as far as the button that goes on. */
async function write(page: Page): Promise<void> {
  await page.getByLabel('How is it going?').fill('on track');
  await page.getByLabel('What was done, and what is still to do?').fill(WORDS);
}

/** The same with the answers shown, not recorded yet. */
async function writeAndCheck(site: Site, story: string): Promise<void> {
  await site.signIn(WORKER);
  await site.open(story);
  await choose(site, 'How it is going');
  await write(site.page);
  await goOn(site);
}

test('somebody changed it meanwhile: both are shown, and nothing written is lost', async ({
  site,
  page,
  colleague,
}) => {
  const story = await colleague.agrees('Every child has a place of their own to study');
  await writeAndCheck(site, story);
  await colleague.does(story, 'report-progress', { rating: 'slow', narrative: 'The other team has not begun.' });
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click(), 409);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Someone changed this while you were writing');
  await expect(page.getByRole('main')).toContainText('The other team has not begun.');
  await expect(page.getByRole('main')).toContainText('Recorded by the development worker');
  await expect(page.locator('.pt-as-typed', { hasText: 'Half of the teams' })).toHaveText(WORDS);
  await recordIt(site, 'Record it all the same');
  await expect(page.getByRole('main')).toContainText('The other team has not begun.');
  await expect(page.getByRole('main')).toContainText(WORDS);
});

test('what was written before somebody changed it can be changed too', async ({ site, page, colleague }) => {
  const story = await colleague.agrees('Every child keeps their own things');
  await writeAndCheck(site, story);
  await colleague.does(story, 'start', {});
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click(), 409);
  await site.follow(() => page.getByRole('button', { name: /^Change What was done/ }).click());
  await expect(page.getByLabel('What was done, and what is still to do?')).toHaveValue(WORDS);
  await page.getByLabel('What was done, and what is still to do?').fill('All of it is done.');
  await goOn(site);
  await recordIt(site);
  expect(await timesOnRecord(site, 'All of it is done.')).toBe(1);
});

test('the sign-in ended while somebody was writing: after signing in again nothing is lost', async ({
  site,
  page,
  browser,
  colleague,
}) => {
  const story = await colleague.agrees('Every child says goodbye before a move');
  await site.signIn(WORKER);
  await site.open(story);
  await choose(site, 'How it is going');
  await write(page);
  await endSession(page, browser);
  await goOn(site, 401);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your sign-in has ended');
  await site.follow(() => page.getByRole('button', { name: 'Sign in and carry on' }).click());
  await site.follow(() => page.getByRole('button', { name: WORKER }).click());
  await site.follow(() => page.getByRole('button', { name: 'Carry on' }).click());
  await expect(page.locator('.pt-as-typed', { hasText: 'Half of the teams' })).toHaveText(WORDS);
  await recordIt(site);
  expect(await timesOnRecord(site, 'Half of the teams')).toBe(1);
});

/** Ends the session where it is kept, as time does: by signing out elsewhere with the same cookie, which stays here. */
async function endSession(page: Page, browser: Browser): Promise<void> {
  const elsewhere = await browser.newContext({
    storageState: await page.context().storageState(),
    javaScriptEnabled: true,
  });
  const other = new Site(await elsewhere.newPage());
  await other.open('/accessibility');
  await other.follow(() => other.page.getByRole('button', { name: 'Sign out' }).click());
  await other.close();
  await elsewhere.close();
}

test('what is sent twice is recorded once', async ({ site, page, colleague }) => {
  const story = await colleague.agrees('Every child gets to school by bus');
  await writeAndCheck(site, story);
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).dblclick());
  await expect(page.getByRole('status')).toHaveText('It is recorded.');
  expect(await timesOnRecord(site, 'Half of the teams')).toBe(1);
});

test('going back after recording and sending it again records nothing twice', async ({ site, page, colleague }) => {
  const story = await colleague.agrees('Every child learns to cook');
  await writeAndCheck(site, story);
  await recordIt(site);
  await site.back();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
  await recordIt(site);
  expect(await timesOnRecord(site, 'Half of the teams')).toBe(1);
});
