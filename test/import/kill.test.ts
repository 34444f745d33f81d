import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Coverage } from '../../entities/coverage.js';
import { ImportRun } from '../../entities/import-run.js';
import { Member } from '../../entities/member.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { openTown, strangers, textOf } from './list-harness.js';

const importer = new URL('importer.ts', import.meta.url).pathname;
const typescript = new URL('../support/typescript.mjs', import.meta.url).pathname;

/**
 * Which transactions of which process, of those that bring the list on: of the first the second of three that judge, of
 * the second the first that applies, of the third the one after that.
 */
const deaths = [
  ['before commit', 2],
  ['after commit', 5],
  ['before commit', 1],
] as const;

describe.each(databases)('$name', ({ missing, create }) => {
  describe.skipIf(missing)('a process that is killed over a list', () => {
    let db: TestDatabase;
    let folder: string;
    beforeEach(async () => {
      db = await create();
      folder = mkdtempSync(join(tmpdir(), 'ramzyar-import-'));
    });
    afterEach(async () => {
      rmSync(folder, { recursive: true });
      await db.drop();
    });

    const importing = async (path: string, ...dying: string[]): Promise<unknown[]> =>
      (await once(
        fork(importer, [db.url, path, ...dying], { execArgv: ['--import', typescript] }),
        'exit',
      )) as unknown[];

    it('leaves it to be gone on with: everybody is in the book, and nobody twice', async () => {
      const [known, others] = [strangers(300), strangers(2_200, 300)];
      await openTown(db).enter(...known);
      // SQLite has one process, and that is not this one now.
      await db.dataSource.destroy();
      const path = join(folder, 'upload');
      const moved = known.map((line) => ({ ...line, to: '2027-06-01' }));
      writeFileSync(path, textOf([...moved, ...others]));

      for (const [moment, nth] of deaths) {
        expect(await importing(path, moment, String(nth))).toEqual([null, 'SIGKILL']);
      }
      expect(await importing(path)).toEqual([0, null]);

      const { manager } = await db.dataSource.initialize();
      expect(await manager.countBy(Member, {})).toBe(2_500);
      expect(await manager.countBy(Coverage, {})).toBe(2_500);
      expect(await manager.countBy(Coverage, { endsOn: '2027-06-01' })).toBe(300);
      const runs = await manager.findBy(ImportRun, { digest: 'd' });
      expect(runs).toMatchObject([
        { state: 'done', newcomers: 2_200, changed: 300, unchanged: 0, faulty: 0, overtaken: 0 },
      ]);
    });
  });
});
