import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pair } from '../../src/reset/service.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { openResetHarness, pairOf, stranger, type ResetHarness } from '../support/reset-harness.js';

/** A server takes longer for each. */
const runsOn: Readonly<Record<string, number>> = { SQLite: 2_000, MariaDB: 600 };
const pairs: readonly Pair[] = [pairOf('behrouz'), { ...pairOf('behrouz'), nationalId: '0010000062' }];

/** How often the one took longer than the other right beside it, from 0 to 1: a half where they are alike. */
const oftenLonger = (first: readonly number[], others: readonly number[]): number =>
  first.filter((ms, at) => ms > (others[at] ?? 0)).length / first.length;

describe.each(databases)('$name', ({ name, missing, create }) => {
  const runs = runsOn[name] ?? 0;
  describe.skipIf(missing)('a stranger with a watch in the dark', () => {
    let db: TestDatabase;
    let harness: ResetHarness;
    beforeAll(async () => {
      db = await create();
      harness = await openResetHarness(db);
    });
    afterAll(() => db.drop());

    it(`cannot tell a right pair from a wrong one by ${runs} tries`, async () => {
      for (let chat = 0; chat < 10; chat += 1) await harness.identifies(pairs[1]!, stranger(chat));
      const times: [number[], number[]] = [[], []];
      for (let run = 0; run < runs; run += 1) {
        // Each goes first as often as the other.
        const which = ((run >> 1) + run) % 2;
        const begun = performance.now();
        const { kind } = await harness.identifies(pairs[which]!, stranger(100 + run));
        times[which]!.push(performance.now() - begun);
        expect(kind).toBe('code-perhaps-sent');
      }
      const statistic = oftenLonger(...times);
      console.log(
        `a right pair takes longer than a wrong one in ${(100 * statistic).toFixed(1)} % of tries beside one another`,
      );
      // Six standard deviations of chance. What a single statement more would cost drowns in a busy machine's noise: it is
      // the work that is held alike, in `stranger.test.ts`.
      expect(Math.abs(statistic - 0.5)).toBeLessThan(3 / Math.sqrt(runs / 2));
    }, 600_000);
  });
});
