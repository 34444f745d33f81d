import { describe } from 'vitest';
import { databases } from '../support/databases.js';

/** A suite in front of the bot, on every database that we promise. */
export function onBoth(suite: (database: (typeof databases)[number]) => void): void {
  describe.each(databases)('$name', (database) => {
    describe.skipIf(database.missing)('', () => suite(database));
  });
}
