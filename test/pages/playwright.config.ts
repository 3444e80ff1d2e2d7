import { defineConfig } from '@playwright/test';
import { chromium } from './support/chromium';

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 900 };

/** Opens windows of its own. */
const SHAPES = 'shape*.pages.ts';
/** Narrow windows show no picture. */
const PICTURE = 'picture.pages.ts';
/** Asks what all the others opened. */
const LAST = 'every-page.pages.ts';

const others = [
  { name: 'wide', use: { viewport: WIDE }, testIgnore: [SHAPES, LAST] },
  { name: 'narrow', use: { viewport: NARROW }, testIgnore: [SHAPES, LAST, PICTURE] },
  { name: 'wide without scripts', use: { viewport: WIDE, javaScriptEnabled: false }, testIgnore: [SHAPES, LAST] },
  {
    name: 'narrow without scripts',
    use: { viewport: NARROW, javaScriptEnabled: false },
    testIgnore: [SHAPES, LAST, PICTURE],
  },
  { name: 'shapes', testMatch: SHAPES },
];

/** The pages in a browser, against the real server on a real PostgreSQL: with scripts and without, on a phone and a desk. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.pages.ts',
  globalSetup: './support/global-setup.ts',
  outputDir: '../../node_modules/.cache/pages',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./support/summary-reporter.ts']],
  use: { launchOptions: chromium, locale: 'en-GB', timezoneId: 'Europe/London', screenshot: 'only-on-failure' },
  projects: [...others, { name: 'last', testMatch: LAST, dependencies: others.map(({ name }) => name) }],
});
