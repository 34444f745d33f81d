import { defineConfig } from 'vitest/config';
import type { Vite } from 'vitest/node';
import areas from './areas.json' with { type: 'json' };
import { keepWarm } from './warm-pool.js';

/** The embedded database alone, in one thread: which tests a mutant needs is counted there. */
for (const service of ['MARIADB', 'REDIS', 'CHROMIUM', 'KANNEL', 'PROMTOOL', 'NODE24'])
  process.env[`TEST_${service}`] = 'none';

const area = process.env['MUTATION_AREA'] as keyof typeof areas;
const warm: Vite.Plugin = { name: 'warm-pool', configureVitest: ({ project }) => keepWarm(project) };

export default defineConfig({
  plugins: [warm],
  test: {
    include: areas[area].tests,
    setupFiles: ['test/mutation/activate.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 10_000,
    isolate: false,
    fileParallelism: false,
  },
});
