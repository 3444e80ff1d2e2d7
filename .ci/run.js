'use strict';

/**
 * Runs the checks and the tests one after another, prints what they print, and closes with one line
 * `N passed, N failed, N skipped` over everything. Each check counts as one; each test as one.
 */
const { spawnSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const CHECKS = ['check:types', 'check:lint', 'check:format', 'check:structure', 'check:unused'];
const total = { passed: 0, failed: 0, skipped: 0 };

for (const check of CHECKS) {
  console.log(`\n== npm run ${check}`);
  const { status } = spawnSync('npm', ['run', '--silent', check], { stdio: 'inherit' });
  total[status === 0 ? 'passed' : 'failed'] += 1;
}

console.log('\n== npm test');
runTests();
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'promise-ci-'));
  const report = join(folder, 'jest.json');
  try {
    const { status } = spawnSync('npm', ['test', '--silent', '--', '--json', `--outputFile=${report}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const counted = JSON.parse(readFileSync(report, 'utf8'));
    total.passed += counted.numPassedTests;
    total.failed += counted.numFailedTests + counted.numRuntimeErrorTestSuites;
    total.skipped += counted.numPendingTests + counted.numTodoTests;
    // A runner that ends badly with no failed test has failed all the same.
    if (status !== 0 && counted.success) total.failed += 1;
  } catch (error) {
    console.log(`npm test left no report: ${error.message}`);
    total.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
