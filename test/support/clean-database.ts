import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { emptyTables } from './both-databases.js';
import { databases, type DatabaseKind, type TestDatabase } from './databases.js';

/** A suite on every database we promise: one database, emptied before each test. */
export function onCleanDatabases(
  title: string,
  suite: (db: () => TestDatabase, kind: DatabaseKind) => void,
): void {
  describe.each(databases)('$name', (kind) => {
    describe.skipIf(kind.missing)(title, () => {
      let db: TestDatabase;
      beforeAll(async () => {
        db = await kind.create();
      });
      beforeEach(() => emptyTables(db));
      afterAll(() => db.drop());
      suite(() => db, kind);
    });
  });
}
