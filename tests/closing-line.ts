import type { Reporter, TestModule } from 'vitest/node';

/** Closes a run with one line that a person and a machine can read: `412 passed, 0 failed, 3 skipped`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tally = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      const before = tally.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        tally[state === 'pending' ? 'skipped' : state] += 1;
      }
      // A file that could not be read, or whose set-up failed, has no failed test, and must not pass for that.
      if (module.state() === 'failed' && before === tally.failed) tally.failed += 1;
    }
    process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped\n`);
  }
}
