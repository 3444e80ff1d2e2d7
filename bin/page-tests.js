'use strict';

/** Runs the page tests where there is a Chromium for them, and says so plainly where there is none. */
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { ensureChromium } = require('./support/chromium');

const root = join(__dirname, '..');
const config = join(root, 'test/pages/playwright.config.ts');

const needsChromium = 'the page tests need Chromium (apt-get install chromium)';

/** @returns the exit code */
function runPageTests(words) {
  if (ensureChromium()) return playwright(words, 'inherit').status ?? 1;
  console.log(`skipped: ${needsChromium}`);
  return 0;
}

/** How many there are; needs no Chromium. */
function countPageTests() {
  const { stdout } = playwright(['--list'], 'pipe');
  const total = /^Total: (\d+) tests?/m.exec(stdout)?.[1];
  if (total === undefined) throw new Error(`The page tests could not be counted:\n${stdout}`);
  return Number(total);
}

function playwright(words, stdio) {
  const program = [require.resolve('@playwright/test/cli'), 'test', '--config', config, ...words];
  return spawnSync(process.execPath, program, { cwd: root, stdio, encoding: 'utf8' });
}

module.exports = { countPageTests, needsChromium, runPageTests };
if (require.main === module) process.exitCode = runPageTests(process.argv.slice(2));
