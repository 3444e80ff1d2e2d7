'use strict';

/**
 * `npm run pictures`: makes the pictures of the main pages in `docs/pictures`, of the demonstration as it stands on one
 * day, so that a picture changes only when its page does.
 *
 * `npm run pictures -- --every-width FOLDER [--page NAME]...` makes one of each whole page at every width and for paper
 * instead, to look through. Both need Chromium (`CHROMIUM` names another one than /usr/bin/chromium).
 */
const { mkdirSync, statSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { parseArgs } = require('node:util');
const { afterBuild } = require('./build');
const { CHROMIUM, hasChromium } = require('./support/chromium');
const { Demonstration } = require('./support/demonstration');
const { mainPages } = require('./support/main-pages');

const DAY = '2026-11-20';
const LARGEST_BYTES = 200_000;
const WIDTHS = [320, 375, 768, 1280, 1920];
/** A4 upright without the margins of 15 mm, in CSS pixels. */
const PAPER = { width: 680, height: 1009 };
const DESK = { width: 1280, height: 960 };
const PHONE = { width: 375, height: 812 };

const PICTURES = [
  { file: 'front', page: 'front', size: { width: 1280, height: 1000 } },
  { file: 'front-phone', page: 'front', size: PHONE },
  { file: 'cards-phone', page: 'front', size: PHONE, at: '#timeline-table' },
  { file: 'timeline', page: 'timeline', size: { width: 1280, height: 860 }, at: '.tp-drawing' },
  { file: 'foundation', page: 'foundation', size: DESK },
  { file: 'story', page: 'story', size: { width: 1280, height: 1300 } },
  { file: 'trail', page: 'trail', size: DESK },
  { file: 'compare', page: 'compare', size: DESK },
  { file: 'move-a-date', page: 'move-a-date', size: { width: 1280, height: 1300 } },
  { file: 'my-work', page: 'my-work', size: DESK },
  { file: 'sign-in', page: 'sign-in', size: DESK },
  { file: 'report-on-paper', page: 'report', size: PAPER, paper: true },
];

afterBuild(() =>
  run().catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  }),
);

async function run() {
  const { values } = parseArgs({
    options: { 'every-width': { type: 'string' }, page: { type: 'string', multiple: true } },
  });
  if (!hasChromium()) throw new Error(`There is no Chromium at ${CHROMIUM.executablePath}. Name one in CHROMIUM.`);
  const everyWidth = values['every-width'];
  const folder = everyWidth === undefined ? join(__dirname, '../docs/pictures') : resolve(everyWidth);
  mkdirSync(folder, { recursive: true });
  process.stdout.write(`Making the demonstration of ${DAY}…\n`);
  const demonstration = await Demonstration.open({ day: DAY });
  try {
    const photographer = await Photographer.open(demonstration);
    try {
      if (everyWidth === undefined) await photographer.takeForTheReadme(folder);
      else await photographer.takeEveryWidth(folder, values.page);
    } finally {
      await photographer.close();
    }
  } finally {
    await demonstration.close();
  }
}

/** Opens pages of the demonstration in a browser and takes their pictures. */
class Photographer {
  static async open(demonstration) {
    const { chromium } = require('@playwright/test');
    return new Photographer(demonstration, await mainPages(demonstration), await chromium.launch(CHROMIUM));
  }

  constructor(demonstration, pages, browser) {
    Object.assign(this, { demonstration, pages, browser });
  }

  async takeForTheReadme(folder) {
    for (const { file, page, size, at, paper } of PICTURES) {
      const path = join(folder, `${file}.png`);
      await this.open(page, size, async (tab) => {
        if (paper) await tab.emulateMedia({ media: 'print' });
        if (at)
          await tab
            .locator(at)
            .first()
            .evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
        await tab.screenshot({ path });
      });
      const { size: bytes } = statSync(path);
      process.stdout.write(`${path} ${Math.round(bytes / 1000)} KB\n`);
      if (bytes > LARGEST_BYTES) throw new Error(`${path} is too large: make the picture smaller.`);
    }
  }

  async takeEveryWidth(folder, pages = Object.keys(this.pages)) {
    for (const page of pages) {
      for (const width of WIDTHS) {
        const path = join(folder, `${page}-${width}.png`);
        await this.open(page, { width, height: 900 }, (tab) => tab.screenshot({ path, fullPage: true }));
      }
      await this.open(page, DESK, (tab) =>
        tab.pdf({ path: join(folder, `${page}.pdf`), preferCSSPageSize: true, format: 'A4' }),
      );
      process.stdout.write(`${page}\n`);
    }
  }

  async open(page, viewport, look) {
    const { path, role } = this.pages[page];
    const { address } = this.demonstration;
    const context = await this.browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/London' });
    try {
      if (role !== null) {
        await context.addCookies([{ ...(await this.demonstration.signedIn(role)), url: address }]);
      }
      const tab = await context.newPage();
      const answer = await tab.goto(`${address}${path}`);
      if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
      await tab.evaluate('document.fonts.ready.then(() => undefined)');
      await look(tab);
    } finally {
      await context.close();
    }
  }

  close() {
    return this.browser.close();
  }
}
