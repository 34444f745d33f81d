import console from 'node:console';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { URL } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

const areas = JSON.parse(readFileSync(new URL('areas.json', import.meta.url), 'utf8'));
const [area, ...files] = process.argv.slice(2);

if (!areas[area]) {
  console.error(
    `npm run mutation -- <area> [file …], an area being one of: ${Object.keys(areas).join(', ')}`,
  );
  process.exit(2);
}

// For every process of this run: which tests it loads, and databases that wait for no disk.
process.env.MUTATION_AREA = area;
process.env.TMPDIR ??= '/dev/shm';

const kept = `test-results/mutation/${area}`;

await new Stryker({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: files.length > 0 ? files : areas[area].mutate,
  coverageAnalysis: 'perTest',
  // What a module does while it is loaded is mostly sentences and lists; each such mutant would load the product anew.
  ignoreStatic: area !== 'identity',
  concurrency: 2,
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 20,
  incremental: true,
  incrementalFile: `${kept}.json`,
  reporters: ['clear-text', 'progress-append-only', 'html'],
  htmlReporter: { fileName: `${kept}.html` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
  tempDirName: `test-results/sandbox-${area}`,
  cleanTempDir: 'always',
  ignorePatterns: ['dist', 'data', 'test-results', 'docs/images'],
  disableTypeChecks: false,
  allowConsoleColors: false,
}).runMutationTest();
