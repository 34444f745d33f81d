import { readConfig } from '../config/config.js';
import { migrate } from '../db/migrate.js';
import { withDatabase } from './with-database.js';
import type { CliCommand } from './command.js';

export const migrateCommand: CliCommand = {
  name: 'migrate',
  does: 'brings the database up to date (the start does so by itself)',
  usage: [{ words: '', does: 'says each step that was taken' }],
  run: async ({ env, say }) => {
    const done = await withDatabase(readConfig(env()).database, migrate);
    for (const name of done) say(`done: ${name}`);
    say('The database is up to date.');
    return 0;
  },
};
