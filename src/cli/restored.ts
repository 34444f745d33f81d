import { endAfterRestore } from '../app/end-after-restore.js';
import { readConfig } from '../config/config.js';
import { makeTransactionRunner } from '../db/transaction-runner.js';
import { migrate } from '../db/migrate.js';
import { makeKeyring } from '../keys/make-keyring.js';
import { alone } from './alone.js';
import { withDatabase } from './with-database.js';
import { operator, type CliCommand } from './command.js';

export const restored: CliCommand = {
  name: 'restored',
  does: 'ends every request whose code was on its way: after a restore, before the start',
  usage: [{ words: '', does: 'says how many there were; the bot must be stopped' }],
  run: async ({ env, say, clock, random }) => {
    const config = readConfig(env());
    const keyring = makeKeyring({ keys: config.keys, random });
    const shared = { config, keyring, clock, random, dialogueVersion: '' };
    const { database } = config;
    const ended = await withDatabase(database, (dataSource) =>
      alone(database, async () => {
        await migrate(dataSource);
        const inTransaction = makeTransactionRunner(dataSource);
        return endAfterRestore({ shared, inTransaction, dataSource, database }, operator);
      }),
    );
    say(`${ended} requests were open, and are over: a code of theirs is worth nothing.`);
    return 0;
  },
};
