'use strict';

/**
 * Runs the checks and the tests one after another, prints what they print, and closes with one line
 * `N passed, N failed, N skipped` over everything. Each check counts as one; each test as one.
 */
const { spawnSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { countPageTests, needsChromium } = require('../bin/page-tests');
const { ensureChromium } = require('../bin/support/chromium');

const CHECKS = ['check:types', 'check:lint', 'check:format', 'check:structure', 'check:unused', 'check:words'];
const total = { passed: 0, failed: 0, skipped: 0 };

for (const check of CHECKS) {
  console.log(`\n== npm run ${check}`);
  const { status } = spawnSync('npm', ['run', '--silent', check], { stdio: 'inherit' });
  total[status === 0 ? 'passed' : 'failed'] += 1;
}

console.log('\n== npm test');
counted('npm test', 'jest.json', runTests);
console.log('\n== npm run test:pages');
if (ensureChromium()) counted('npm run test:pages', 'pages.json', runPageTests);
else skipPageTests();
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Adds up what `run` reads from its report; a run that leaves none has failed. */
function counted(name, file, run) {
  const folder = mkdtempSync(join(tmpdir(), 'promise-ci-'));
  try {
    const { status, passed, failed, skipped } = run(join(folder, file));
    total.passed += passed;
    // A runner that ends badly with no failed test has failed all the same.
    total.failed += failed || (status === 0 ? 0 : 1);
    total.skipped += skipped;
  } catch (error) {
    console.log(`${name} left no report: ${error.message}`);
    total.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runTests(report) {
  const { status } = spawnSync('npm', ['test', '--silent', '--', '--json', `--outputFile=${report}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const told = JSON.parse(readFileSync(report, 'utf8'));
  return {
    status,
    passed: told.numPassedTests,
    failed: told.numFailedTests + told.numRuntimeErrorTestSuites,
    skipped: told.numPendingTests + told.numTodoTests,
  };
}

function runPageTests(report) {
  const env = { ...process.env, PAGES_SUMMARY: report };
  const { status } = spawnSync('npm', ['run', '--silent', 'test:pages'], { stdio: 'inherit', env });
  return { status, ...JSON.parse(readFileSync(report, 'utf8')) };
}

function skipPageTests() {
  const count = countPageTests();
  console.log(`${count} skipped: ${needsChromium}`);
  total.skipped += count;
}
