import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Coverage } from '../../entities/coverage.js';
import { ImportRow } from '../../entities/import-row.js';
import { ImportRun } from '../../entities/import-run.js';
import { ImportTask } from '../../entities/import-task.js';
import { Member } from '../../entities/member.js';
import { colleague } from '../../playground/cast.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import type { ProductProcess } from '../support/product-process.js';
import { openTown, type Town } from '../support/town.js';
import { makeColleague, type Colleague } from './chat-harness.js';
import { strangers, textOf } from './list-harness.js';

const shahin = colleague('supervisor');
/** Seven transactions to read them, and seven to apply them. */
const crowd = 7_000;

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing)('a product that is killed over a list from the chat', () => {
    let town: Town;
    let product: ProductProcess;
    let staff: Colleague;
    beforeEach(async () => {
      town = await openTown(kind, [], { settings: { ADMINS: `telegram:${shahin.accounts.telegram}` } });
      product = await town.startProduct();
      const account = town.emulator.account({
        ...{ messenger: 'telegram', id: shahin.accounts.telegram, firstName: shahin.name },
      });
      staff = makeColleague(account, 'fa', 60_000);
    });
    afterEach(async () => {
      product.kill();
      await product.gone;
      await town.close();
    });

    const run = () => town.db.dataSource.manager.findOneByOrFail(ImportRun, {}).catch(() => null);
    const killedAt = async (isThere: (run: ImportRun) => boolean): Promise<ImportRun> => {
      await eventually(run, (seen) => seen !== null && isThere(seen));
      product.kill();
      await product.gone;
      return (await run())!;
    };

    it('goes on where it was, in reading and in applying, and the one who sent it reads the end', async () => {
      await staff.handsOver(textOf(strangers(crowd)));
      const read = await killedAt(({ readTo }) => readTo > 0);
      expect(read.state).toBe('reading');
      expect(read.readTo).toBeLessThan(crowd);
      product = await town.startProduct();
      await staff.hears('ask-apply-list', { faulty: 0 });

      staff.press('staff-yes');
      const applied = await killedAt(({ appliedTo }) => appliedTo > 0);
      expect(applied.state).toBe('applying');
      expect(applied.appliedTo).toBeLessThan(crowd);
      product = await town.startProduct();
      await staff.hears('list-over-applied', { overtaken: 0 });

      const { manager } = town.db.dataSource;
      expect(await manager.find(ImportRun)).toMatchObject([
        { state: 'done', newcomers: crowd, changed: 0, unchanged: 0, faulty: 0, overtaken: 0 },
      ]);
      expect(await manager.countBy(Member, {})).toBe(crowd);
      expect(await manager.countBy(Coverage, {})).toBe(crowd);
      expect(await manager.countBy(ImportTask, { state: 'working' })).toBe(0);
      const ends = staff
        .texts()
        .filter((text) => staff.like('list-over-applied', { overtaken: 0 }).test(text));
      expect(ends).toHaveLength(1);
    });

    if (kind.name === 'MariaDB')
      it('is relieved by another that lives, which goes on where it was', async () => {
        await staff.handsOver(textOf(strangers(crowd)));
        await eventually(run, (seen) => (seen?.readTo ?? 0) > 0);
        const dying = product;
        dying.hang();
        product = await town.startProduct();
        const before = await run();
        expect(before?.state).toBe('reading');
        expect(before?.readTo).toBeLessThan(crowd);
        dying.kill();
        await dying.gone;
        await staff.hears('ask-apply-list', { faulty: 0 });

        const { manager } = town.db.dataSource;
        const held = { id: before!.id, reference: before!.reference };
        expect(await manager.find(ImportRun)).toMatchObject([{ ...held, state: 'judged', newcomers: crowd }]);
        expect(await manager.countBy(ImportRow, {})).toBe(crowd);
        expect(await manager.countBy(ImportTask, { state: 'working' })).toBe(0);
      });
  });
});
