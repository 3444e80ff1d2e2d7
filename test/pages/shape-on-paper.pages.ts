import { labelsOverSigns, overlapsAndCuts, sideways } from './support/geometry';
import { BASE, expect, test } from './support/site';
import { everyKindOfPage, inWindow } from './support/windows';

/** A4 upright without the margins of 15 mm, in CSS pixels. */
const UPRIGHT = { width: 680, height: 1009 };
/** A4 landscape without the margins of 12 mm. */
const LANDSCAPE = { width: 1031, height: 703 };
const SCREEN = { width: 1280, height: 900 };

test('on paper each foundation is a landscape sheet of 12 point text that nothing is cut off', ({ browser }) =>
  inWindow(browser, { viewport: LANDSCAPE }, async (site) => {
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
      expect(height).toBeLessThanOrEqual(LANDSCAPE.height);
      expect(right).toBeLessThanOrEqual(LANDSCAPE.width + 1);
      // 12 point are 16 pixels; the frame's own margins may take a little of the width here, not on the sheet.
      expect(smallest).toBeGreaterThanOrEqual(14);
    }
    expect(await site.page.evaluate(overlapsAndCuts, '.tp-picture')).toEqual([]);
    expect(await site.page.evaluate(labelsOverSigns)).toEqual([]);
  }));

test('on paper nothing is wider than the page, and nothing overlaps or is cut', ({ browser }) => {
  test.setTimeout(240_000);
  return inWindow(browser, { viewport: SCREEN }, (site) =>
    everyKindOfPage(site, async (page, what) => {
      await page.setViewportSize(UPRIGHT);
      await page.emulateMedia({ media: 'print' });
      expect.soft(await page.evaluate(sideways), what).toEqual([]);
      expect.soft(await page.evaluate(overlapsAndCuts, 'main'), what).toEqual([]);
      await page.emulateMedia({ media: null });
      await page.setViewportSize(SCREEN);
    }),
  );
});
