import { defineConfig } from 'vitest/config';
import { quickSuites } from './test/support/quick-suites.js';
import whole from './vitest.config.js';

/** The loop while one works: the same suites without the slow ones, on the embedded database alone. */
for (const service of ['MARIADB', 'REDIS', 'CHROMIUM', 'KANNEL']) process.env[`TEST_${service}`] = 'none';

export default defineConfig({ test: { ...whole.test, include: quickSuites() } });
