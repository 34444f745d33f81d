import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { forgetWritten } from '../../src/audit/writer.js';
import { entities } from '../../src/db/entities.js';
import type { Policy } from '../../src/reset/policy.js';
import { databases, type TestDatabase } from './databases.js';
import { openResetHarness, type ResetHarness } from './reset-harness.js';

/** A suite on every database we promise, each test in a house of its own with nobody but the cast in it. */
export function onBothDatabases(
  title: string,
  suite: (harness: () => ResetHarness) => void,
  changes: Partial<Policy> = {},
): void {
  describe.each(databases)('$name', ({ missing, create }) => {
    describe.skipIf(missing)(title, () => {
      let db: TestDatabase;
      let harness: ResetHarness;
      beforeAll(async () => {
        db = await create();
      });
      beforeEach(async () => {
        await emptyTables(db);
        harness = await openResetHarness(db, changes);
      });
      afterAll(() => db.drop());
      suite(() => harness);
    });
  });
}

/** Nobody and nothing is left in it. */
export function emptyTables({ inTransaction }: TestDatabase): Promise<void> {
  return inTransaction(async (tx) => {
    for (const entity of entities) await tx.createQueryBuilder().delete().from(entity).execute();
    forgetWritten(tx);
  });
}
