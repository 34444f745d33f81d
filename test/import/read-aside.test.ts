import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type * as Aside from '../../src/import/read-aside.js';
import type { ReadBatch } from '../../src/import/reading.js';
import { built } from '../support/built.js';
import { withTableFile } from '../support/table-file.js';
import { batchesOf, rules } from './files.js';
import { strangers, textOf } from './list-harness.js';

const { readMembersAside } = (await built('import/read-aside.js')) as typeof Aside;

const rows = textOf(strangers(4_500)).trimEnd().split('\n');
const long = [...rows.slice(0, 3_000), '310001,nobody,1404/01/01,1404/12/29,-', ...rows.slice(3_000)].join(
  '\n',
);

const threads = (): number => readdirSync('/proc/self/task').length;

describe('a list that is read in a thread of its own', () => {
  it('is the same, faults and notices and the end included', async () => {
    const aside = await withTableFile(long, async (file) => {
      const batches: ReadBatch[] = [];
      for await (const batch of readMembersAside(file, rules)) batches.push(batch);
      return batches;
    });
    expect(aside).toEqual(await batchesOf(long));
    expect(aside.at(-1)?.readings).toEqual([{ kind: 'finished', members: 4_500, faulty: 1 }]);
  });

  it('is let go where nobody wants the rest, and its thread ends', async () => {
    const before = threads();
    await withTableFile(long, async (file) => {
      for await (const { readings } of readMembersAside(file, rules)) {
        expect(readings.length).toBeGreaterThan(0);
        break;
      }
    });
    expect(threads()).toBeLessThanOrEqual(before);
  });

  it('throws here what the disk does to it there', async () => {
    const reading = withTableFile(long, async (file) => {
      for await (const batch of readMembersAside({ ...file, folder: '/nowhere' }, rules))
        expect(batch).toBeUndefined();
    });
    await expect(reading).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
