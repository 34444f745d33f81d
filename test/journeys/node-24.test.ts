import { describe, expect, it } from 'vitest';
import { ways } from '../../playground/walkthrough/ways.js';
import { titles, words } from '../../playground/walkthrough/words.fa.js';
import { nodeFinding } from '../../src/cli/checks/machine.js';
import { askedFor } from '../deploy/lock-file.js';
import { stages } from '../deploy/image.js';
import { read } from '../support/documents.js';
import { node24Path } from '../support/services.js';
import { runNode, walkUnder } from './walk.js';

const node = node24Path();

/** What leans on Node most: both native libraries (SQLite, charts), sealing, transactions, and the heart. */
const suites = ['test/db/', 'test/keys/', 'test/reports/', 'test/reset/settlement', 'test/reset/races'];

describe('Node 24', () => {
  it('is what the image has, what is installed and what the doctor tells one to take', () => {
    for (const { from } of stages) expect(from).toBe('node:24-slim');
    expect(read('docs/installation.md')).toContain('https://deb.nodesource.com/node_24.x ');
    expect(nodeFinding('18.0.0', new Date('2026-01-01')).todo).toBe('take Node 24');
    const pinned = askedFor('test/node-24/package.json').map(([, version]) => version);
    expect(pinned.filter((version) => !version.startsWith('24.'))).toEqual([]);
  });

  describe.skipIf(!node)('while everything else here runs under the oldest that goes,', () => {
    it('plays every way of the guide to its end', async () => {
      const { code, told, faults } = await walkUnder(node!);
      expect(faults).toBe('');
      expect(ways.filter(({ name }) => !told.includes(`━━ ${titles[name].title} · `))).toEqual([]);
      expect(told).not.toContain(words.wentWrong);
      expect(code).toBe(0);
    });

    it('passes the suites that lean on it most', async () => {
      // Without what this run has set for its own suites.
      const env = Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST_)/.test(name)),
      );
      const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.quick.config.ts'];
      const { code, told } = await runNode([...vitest, '--maxWorkers=1', ...suites], { node: node!, env });
      expect(told.trim().split('\n').at(-1)).toMatch(/^[1-9]\d\d+ passed, 0 failed$/);
      expect(code).toBe(0);
    });

    it('is what played here', async () => {
      const { told } = await runNode(['--version'], { node: node! });
      expect(told).toMatch(/^v24\./);
    });
  });
});
