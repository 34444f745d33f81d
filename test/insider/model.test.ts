import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyTables } from '../support/both-databases.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { chatSteps } from './chat-steps.js';
import { listSteps } from './list-steps.js';
import { jobSteps, outsideSteps } from './outside-steps.js';
import { peopleSteps } from './people-steps.js';
import { onMariaDb, usualSequences } from './sequences.js';
import { staffSteps } from './staff-steps.js';
import type { Step } from './steps.js';
import { makeTally } from './tally.js';
import { watch } from './watch.js';
import { openWorld, victims } from './world.js';

const { INSIDER_SEQUENCES: asked, INSIDER_SEED: seed } = process.env;
const sequences = Number(asked ?? usualSequences);

const aims = fc.record({
  insider: fc.constantFrom('operator' as const, 'supervisor' as const, 'owner' as const),
  aim: fc.constantFrom(...victims),
});
const oneOf = (steps: fc.Arbitrary<Step>[], weight: number) => ({ weight, arbitrary: fc.oneof(...steps) });
const anyStep = fc.oneof(
  oneOf(outsideSteps, 10),
  oneOf(staffSteps, 6),
  oneOf(listSteps, 6),
  oneOf(peopleSteps, 4),
  oneOf(jobSteps, 3),
  oneOf(chatSteps, 1),
);
const steps = fc.commands([anyStep], { maxCommands: 40, size: 'max' });

/** Whatever an operator, a supervisor and an owner do, one of whom is dishonest, and whatever the clock does. */
describe.each(databases)('$name', ({ name, missing, create }) => {
  describe.skipIf(missing)('a dishonest insider', () => {
    let db: TestDatabase;
    beforeAll(async () => {
      db = await create();
    });
    afterAll(() => db.drop());

    it('alone has no code sent to another number, and no recovery made beyond the allowance', async () => {
      const numRuns = name === 'SQLite' ? sequences : onMariaDb(sequences);
      const tally = makeTally();
      const played = fc.asyncProperty(aims, steps, async (aim, commands) => {
        await emptyTables(db);
        const world = await openWorld(db, aim, tally);
        const real = { world, watch: await watch(world) };
        await fc.asyncModelRun(() => ({ model: {}, real }), commands);
        tally.count('sequences');
      });
      const again = seed === undefined ? {} : { seed: Number(seed) };
      await fc.assert(played, { numRuns, ...again });
      if (asked !== undefined) console.log(`${name}: ${tally.toString()}`);
      expect(tally.of('sequences')).toBeGreaterThanOrEqual(numRuns);
      // So many never miss these; a few may.
      const never = numRuns < usualSequences ? ['steps'] : ['codes', 'recoveries', 'approvals', 'lists'];
      for (const what of never) expect(tally.of(what), what).toBeGreaterThan(0);
    }, 3_600_000);
  });
});
