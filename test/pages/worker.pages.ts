import { WORKPLACE } from './support/colleague';
import { choose, day, goOn, record, tick, timesOnRecord, WORKER } from './support/forms';
import { BASE, expect, test } from './support/site';

test('a worker records a milestone from a plan and what becomes of it, and puts a mistake right', async ({
  site,
  page,
}) => {
  test.setTimeout(180_000);
  await site.signIn(WORKER);
  await site.open(`${WORKPLACE}/plans/childrens-services-plan-2021-23`);
  const fromPlan = page.getByRole('link', { name: /^Record a milestone from this/ });
  await site.follow(() => fromPlan.nth(6).click());

  await goOn(site, 400);
  await expect(page.getByRole('alert')).toContainText('There is a problem');
  await page.getByLabel('What will be so?').fill('Quieter voices are heard in every review');
  await page.getByRole('group', { name: 'Which foundation does it serve first?' }).getByText('Voice').click();
  await tick(page, 'The first 5 years');
  await tick(page, 'A month');
  await page.locator('#timescale-in-month').fill('3');
  await page.locator('#timescale-in-year').fill('2026');
  await page.getByLabel('Who leads it?').fill('Champions Board');
  await day(page, 'On what day was it proposed?', [1, 6, 2021]);
  await site.look();
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
  await site.look();
  await record(site);
  await expect(page.getByText('Young people have not been told yet.')).toBeVisible();

  await choose(site, 'Evidence');
  await page.getByLabel('What does it show?').fill('The report of the pilot.');
  await tick(page, 'A page or a document on the web');
  await page.getByLabel('What is its address on the web?').fill('https://www.example.org/report');
  await record(site);

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

  await choose(site, 'It is open again');
  await goOn(site, 400);
});

test('from my work, every form of an open milestone can be read and refuses emptiness in plain words', async ({
  site,
  page,
  colleague,
}) => {
  test.setTimeout(180_000);
  const title = 'Every child can ring the same worker';
  const story = await colleague.agrees(title);
  await colleague.does(story, 'revise-timescale', {
    timescale: 'by May 2025',
    reason: 'The telephones came late.',
    decidedBy: 'CSP Board',
    decidedOn: '2025-03-04',
    youngPeopleTold: false,
  });
  await site.signIn(WORKER);
  await site.open(`${WORKPLACE}/my-work`);
  await site.follow(() => page.getByRole('link', { name: title, exact: true }).first().click());
  const forms = page.getByRole('navigation', { name: 'What you can record' }).getByRole('link');
  const addresses = await forms.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThanOrEqual(8);
  for (const address of addresses) {
    await site.open(address);
    const submit = page.getByRole('button', { name: 'Check your answers' });
    if ((await submit.count()) === 0 || /\/(start|change-leads)$/.test(address)) continue;
    await goOn(site, 400);
    await expect(page).toHaveTitle(/^Error: /);
  }
});

test('a worker is asked what came of a step of a plan, and when the Promise work started', async ({ site, page }) => {
  await site.signIn(WORKER);
  await site.open(`${BASE}/plans/corporate-parenting-improvement-plan-2019-22`);
  await site.follow(() =>
    page
      .getByRole('link', { name: /^Record what came of it/ })
      .first()
      .click(),
  );
  await goOn(site, 400);
  await expect(page.getByRole('alert')).toContainText('There is a problem');
  await site.open(`${BASE}/my-work`);
  await site.follow(() => page.getByRole('link', { name: 'Decide when the Promise work started' }).click());
  await expect(page.getByRole('button', { name: 'Check your answers' })).toBeVisible();
});

test('evidence is a file that comes back as a download, whatever it claims to be', async ({
  site,
  page,
  colleague,
}) => {
  const story = await colleague.agrees('Letters are written in plain words');
  await site.signIn(WORKER);
  await site.open(story);
  await choose(site, 'Evidence');
  await page.getByLabel('What does it show?').fill('A letter.');
  await tick(page, 'A file');
  await goOn(site);
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click(), 400);
  await expect(page.getByRole('alert')).toContainText('Choose the file.');
  const file = { name: 'letter.png', mimeType: 'image/png', buffer: Buffer.from('<script>alert("here")</script>') };
  await page.getByLabel('Choose the file').setInputFiles(file);
  await site.follow(() => page.getByRole('button', { name: 'Record it' }).click());

  const link = page.getByRole('link', { name: 'Download letter.png (PNG, 30 bytes)' });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('letter.png');
  const [content] = await download.createReadStream().then((stream) => stream.toArray() as Promise<Buffer[]>);
  expect(content).toEqual(file.buffer);
  const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
  expect(answer.headers()['content-disposition']).toMatch(/^attachment/);
  expect(await timesOnRecord(site, 'A letter.')).toBe(1);
});
