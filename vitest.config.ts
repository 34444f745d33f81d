import { defineConfig } from 'vitest/config';
import { JourneysFirst } from './test/support/journeys-first.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default', './test/support/closing-reporter.ts'],
    // Ends what hangs, and measures nothing: a busy machine takes many times longer for what an idle one does in seconds.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    // Of two cores each test leaves a part to the servers and processes that it waits for.
    maxWorkers: 3,
    // Loading it all anew for every file took a third of the time, and no module of ours keeps anything between two tests.
    isolate: false,
    sequence: { sequencer: JourneysFirst },
  },
});
