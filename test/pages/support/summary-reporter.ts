import { writeFileSync } from 'node:fs';
import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';

/**
 * Says at the end, in one line, how many tests passed, failed and were skipped; and as JSON in the file that
 * `PAGES_SUMMARY` names. What passed only at another try, and what never ran, has failed.
 */
export default class SummaryReporter implements Reporter {
  private suite: Suite | null = null;

  onBegin(_: unknown, suite: Suite): void {
    this.suite = suite;
  }

  onEnd(result: FullResult): void {
    const outcomes = (this.suite?.allTests() ?? []).map((test) =>
      test.results.length === 0 ? 'unrun' : test.outcome(),
    );
    const count = (...wanted: string[]): number => outcomes.filter((outcome) => wanted.includes(outcome)).length;
    const [passed, skipped] = [count('expected'), count('skipped')];
    // A run that ends badly with no failed test has failed all the same.
    const failed = count('unexpected', 'flaky', 'unrun') || (result.status === 'passed' ? 0 : 1);
    process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    const { PAGES_SUMMARY } = process.env;
    if (PAGES_SUMMARY) writeFileSync(PAGES_SUMMARY, JSON.stringify({ passed, failed, skipped }));
  }
}
