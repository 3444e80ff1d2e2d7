import type { Page } from '@playwright/test';
import {
  edgeless,
  labelsOverSigns,
  overlapsAndCuts,
  sideways,
  unseenInPicture,
  widerThanMeasured,
} from './support/geometry';
import { BASE, expect, test } from './support/site';
import { everyKindOfPage, inWindow, mainPages } from './support/windows';

test.describe.configure({ timeout: 240_000 });

/** Nothing overlaps, nothing is cut, nothing scrolls sideways. */
async function liesWell(page: Page, what: string): Promise<void> {
  expect.soft(await page.evaluate(overlapsAndCuts, 'body'), what).toEqual([]);
  expect.soft(await page.evaluate(labelsOverSigns), what).toEqual([]);
  expect.soft(await page.evaluate(sideways), what).toEqual([]);
}

for (const width of [320, 1280]) {
  test(`at ${width} pixels nothing overlaps, nothing is cut, nothing scrolls sideways`, ({ browser }) =>
    inWindow(browser, { viewport: { width, height: 900 } }, (site) => everyKindOfPage(site, liesWell)));
}

for (const width of [375, 768, 992, 1920]) {
  test(`at ${width} pixels the main pages lie well`, ({ browser }) =>
    inWindow(browser, { viewport: { width, height: 900 } }, (site) => mainPages(site, liesWell)));
}

test('at 400 % zoom everything is there and nothing scrolls sideways', ({ browser }) =>
  inWindow(browser, { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, async (site) => {
    await everyKindOfPage(site, liesWell);
    await site.open(BASE);
    await expect(site.page.getByRole('link', { name: /Brothers and sisters/ }).first()).toBeAttached();
  }));

/** https://www.w3.org/TR/WCAG22/#text-spacing */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

for (const width of [320, 1280]) {
  test(`with more space between letters and lines nothing overlaps or is cut, at ${width} pixels`, ({ browser }) =>
    inWindow(browser, { viewport: { width, height: 900 }, bypassCSP: true }, (site) =>
      everyKindOfPage(site, async (page, what) => {
        await page.addStyleTag({ content: SPACING });
        await liesWell(page, what);
      }),
    ));
}

test('in forced colours every sign and line is still seen, and every field and button has an edge', ({ browser }) => {
  const options = { viewport: { width: 1280, height: 900 }, forcedColors: 'active', colorScheme: 'dark' } as const;
  return inWindow(browser, options, (site) =>
    everyKindOfPage(site, async (page, what) => {
      expect.soft(await page.evaluate(unseenInPicture), what).toEqual([]);
      expect.soft(await page.evaluate(edgeless), what).toEqual([]);
    }),
  );
});

test('labels are as wide as was measured without a browser', ({ browser }) =>
  inWindow(browser, { viewport: { width: 1280, height: 900 } }, async (site) => {
    await site.open(BASE);
    await site.page.evaluate(() => document.fonts.ready);
    expect(await site.page.evaluate(() => document.fonts.check('15px Roboto'))).toBe(true);
    expect(await site.page.evaluate(widerThanMeasured)).toEqual([]);
  }));
