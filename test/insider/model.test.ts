import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyTables } from '../support/both-databases.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { listSteps } from './list-steps.js';
import { outsideSteps } from './outside-steps.js';
import { staffSteps } from './staff-steps.js';
import { watch } from './watch.js';
import { openWorld } from './world.js';

/** So many sequences of steps on SQLite, and a tenth of it on MariaDB; `INSIDER_SEQUENCES` sets another number. */
const usualSequences = 150;
const sequences = Number(process.env['INSIDER_SEQUENCES'] ?? usualSequences);

const insider = fc.constantFrom('operator' as const, 'supervisor' as const, 'owner' as const);
const steps = fc.commands([...staffSteps, ...staffSteps, ...listSteps, ...outsideSteps], { maxCommands: 24 });

/** Whatever an operator, a supervisor and an owner do, one of whom is dishonest, and whatever the clock does. */
describe.each(databases)('$name', ({ name, missing, create }) => {
  describe.skipIf(missing)('a dishonest insider', () => {
    let db: TestDatabase;
    beforeAll(async () => {
      db = await create();
    });
    afterAll(() => db.drop());

    it('alone has no code sent to another number, and no recovery made beyond the allowance', async () => {
      const numRuns = name === 'SQLite' ? sequences : Math.ceil(sequences / 10);
      let ran = 0;
      const played = fc.asyncProperty(insider, steps, async (who, commands) => {
        await emptyTables(db);
        const world = await openWorld(db, who);
        const real = { world, watch: await watch(world) };
        await fc.asyncModelRun(() => ({ model: {}, real }), commands);
        ran += 1;
      });
      await fc.assert(played, { numRuns });
      expect(ran).toBeGreaterThanOrEqual(numRuns);
    }, 3_600_000);
  });
});
