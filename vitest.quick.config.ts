import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { quickSuites } from './test/support/quick-suites.js';
import whole from './vitest.config.js';

/** The loop while one works: the same suites without the slow ones, on the embedded database alone. */
for (const service of ['MARIADB', 'REDIS', 'CHROMIUM', 'KANNEL', 'NODE24'])
  process.env[`TEST_${service}`] = 'none';

export default defineConfig({
  // Suites wait for the disk and for time as well: one worker more than there are cores fills the gaps.
  test: { ...whole.test, include: quickSuites(), maxWorkers: availableParallelism() + 1 },
});
