import type { Reporter, TestModule } from 'vitest/node';
import { missingServices } from './services.js';

/** Ends a run with what was not run and why, and one plain line of counts. */
export default class ClosingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const skipped = count('skipped');
    for (const { service, setting } of missingServices()) {
      console.log(`NOT RUN: what needs ${service}: none was found here; ${setting} can name one.`);
    }
    if (skipped > 0) console.log(`NOT RUN: ${skipped} tests in all.`);
    console.log(`${count('passed')} passed, ${count('failed') + broken} failed`);
  }
}
