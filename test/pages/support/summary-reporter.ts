import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';

/** Says at the end, in one line, how many tests passed, failed and were skipped. */
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
    const failed = count('unexpected', 'unrun') + (result.status === 'failed' && outcomes.length === 0 ? 1 : 0);
    process.stdout.write(`${count('expected', 'flaky')} passed, ${failed} failed, ${count('skipped')} skipped\n`);
  }
}
