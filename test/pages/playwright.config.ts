import { defineConfig } from '@playwright/test';
import { chromium } from './support/chromium';

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 900 };

/** The pages in a browser, against the real server on a real PostgreSQL: with scripts and without, on a phone and a desk. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.pages.ts',
  globalSetup: './support/global-setup.ts',
  outputDir: '../../node_modules/.cache/pages',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./support/summary-reporter.ts']],
  use: { launchOptions: chromium, locale: 'en-GB', timezoneId: 'Europe/London', trace: 'retain-on-failure' },
  projects: [
    { name: 'wide', use: { viewport: WIDE } },
    { name: 'narrow', use: { viewport: NARROW } },
    { name: 'wide without scripts', use: { viewport: WIDE, javaScriptEnabled: false } },
    { name: 'narrow without scripts', use: { viewport: NARROW, javaScriptEnabled: false } },
  ],
});
