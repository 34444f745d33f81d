import { defineConfig } from 'vitest/config';
import { JourneysFirst } from './test/support/journeys-first.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default', './test/support/closing-reporter.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    // Loading it all anew for every file took a third of the time, and no module of ours keeps anything between two tests.
    isolate: false,
    sequence: { sequencer: JourneysFirst },
  },
});
