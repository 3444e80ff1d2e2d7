import type { Browser, BrowserContextOptions } from '@playwright/test';
import { labelsOverSigns, overlapsAndCuts, sideways, widerThanMeasured } from './support/geometry';
import { BASE, expect, seeded, Site, test } from './support/site';

const PAGES = [BASE, `${BASE}/timeline`, `${BASE}/plans`, `${BASE}/words`, '/accessibility'];
const MAIN_PAGES = [BASE, `${BASE}/timeline`, `${BASE}/plans`];

/** In a window of its own kind, whatever the project. */
async function inWindow(
  browser: Browser,
  options: BrowserContextOptions,
  look: (site: Site) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    await look(new Site(await context.newPage()));
  } finally {
    await context.close();
  }
}

for (const width of [320, 375, 768, 992, 1280, 1920]) {
  test(`at ${width} pixels nothing overlaps, nothing is cut, nothing scrolls sideways`, async ({ browser }) => {
    await inWindow(browser, { viewport: { width, height: 900 } }, async (site) => {
      for (const path of width === 375 || width === 1920 ? MAIN_PAGES : PAGES) {
        await site.open(path);
        expect(await site.page.evaluate(overlapsAndCuts, 'body'), path).toEqual([]);
        expect(await site.page.evaluate(labelsOverSigns), path).toEqual([]);
      }
    });
  });
}

test('the story of a milestone holds together at every width', async ({ browser }) => {
  test.slow();
  for (const width of [320, 375, 1280, 1920]) {
    await inWindow(browser, { viewport: { width, height: 900 } }, async (site) => {
      await site.signIn(/Champions Board/);
      for (const id of [seeded.moved, seeded.long, seeded.done]) {
        await site.open(`${BASE}/milestones/${id}`);
        expect(await site.page.evaluate(overlapsAndCuts, 'body')).toEqual([]);
      }
    });
  }
});

test('labels are as wide as was measured without a browser', async ({ browser }) => {
  await inWindow(browser, { viewport: { width: 1280, height: 900 } }, async (site) => {
    await site.open(BASE);
    await site.page.evaluate(() => document.fonts.ready);
    expect(await site.page.evaluate(() => document.fonts.check('15px Roboto'))).toBe(true);
    expect(await site.page.evaluate(widerThanMeasured)).toEqual([]);
  });
});

test('at 400 % zoom everything is there and nothing scrolls sideways', async ({ browser }) => {
  await inWindow(browser, { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, async (site) => {
    for (const path of PAGES) {
      await site.open(path);
      expect(await site.page.evaluate(overlapsAndCuts, 'body'), path).toEqual([]);
    }
    await site.open(BASE);
    await expect(site.page.getByRole('link', { name: /Brothers and sisters/ }).first()).toBeAttached();
  });
});

/** https://www.w3.org/TR/WCAG22/#text-spacing */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

for (const width of [320, 1280]) {
  test(`with more space between letters and lines nothing overlaps or is cut, at ${width} pixels`, async ({
    browser,
  }) => {
    await inWindow(browser, { viewport: { width, height: 900 }, bypassCSP: true }, async (site) => {
      for (const path of PAGES) {
        await site.open(path);
        await site.page.addStyleTag({ content: SPACING });
        expect(await site.page.evaluate(overlapsAndCuts, 'body'), path).toEqual([]);
        expect(await site.page.evaluate(labelsOverSigns), path).toEqual([]);
        expect(await site.page.evaluate(sideways), path).toEqual([]);
      }
    });
  });
}

test('in forced colours every sign and line is still seen', async ({ browser }) => {
  const options = { viewport: { width: 1280, height: 900 }, forcedColors: 'active', colorScheme: 'dark' } as const;
  await inWindow(browser, options, async (site) => {
    await site.open(BASE);
    const unseen = await site.page.evaluate(() => {
      const ground = 'rgb(0, 0, 0)';
      const none = ['none', ground, 'rgba(0, 0, 0, 0)'];
      return [
        ...document.querySelectorAll(
          '.tp-drawing .tp-symbol > *, .tp-bar rect, .tp-ghost, .tp-move, .tp-upright, .tp-item text',
        ),
      ]
        .filter((each) => each.checkVisibility() && !each.classList.contains('tp-inner'))
        .filter((each) => none.includes(getComputedStyle(each).fill) && none.includes(getComputedStyle(each).stroke))
        .map((each) => `${each.tagName} ${each.getAttribute('class') ?? ''}`);
    });
    expect(unseen).toEqual([]);
  });
});

test('on paper each foundation is a landscape sheet of 12 point text that nothing is cut off', async ({ browser }) => {
  /** A4 landscape without the margins of 12 mm, in CSS pixels. */
  const sheet = { width: 1031, height: 703 };
  await inWindow(browser, { viewport: sheet }, async (site) => {
    await site.open(BASE);
    await site.page.emulateMedia({ media: 'print' });
    const sheets = await site.page.locator('.tp-picture > .tp-sheets .tp-sheet').evaluateAll((all) =>
      all.map((each) => ({
        height: each.getBoundingClientRect().height,
        right: each.getBoundingClientRect().right,
        smallest: Math.min(
          ...[...each.querySelectorAll('text')].map((text) => {
            const scale = text.getScreenCTM()?.a ?? 0;
            return parseFloat(getComputedStyle(text).fontSize) * scale;
          }),
        ),
      })),
    );
    expect(sheets.length).toBeGreaterThanOrEqual(5);
    for (const { height, right, smallest } of sheets) {
      expect(height).toBeLessThanOrEqual(sheet.height);
      expect(right).toBeLessThanOrEqual(sheet.width + 1);
      // 12 point are 16 pixels; the frame's own margins may take a little of the width here, not on the sheet.
      expect(smallest).toBeGreaterThanOrEqual(14);
    }
    expect(await site.page.evaluate(overlapsAndCuts, '.tp-picture')).toEqual([]);
    expect(await site.page.evaluate(labelsOverSigns)).toEqual([]);
  });
});

test('on paper nothing is wider than the page', async ({ browser }) => {
  /** A4 upright without the margins of 15 mm. */
  await inWindow(browser, { viewport: { width: 680, height: 1009 } }, async (site) => {
    for (const path of PAGES) {
      await site.open(path);
      await site.page.emulateMedia({ media: 'print' });
      expect(await site.page.evaluate(sideways), path).toEqual([]);
      expect(await site.page.evaluate(overlapsAndCuts, 'main'), path).toEqual([]);
      await site.page.emulateMedia({ media: null });
    }
  });
});
