import { servicesIn } from '../app/services.js';
import { readConfig } from '../config/config.js';
import { makeTransactionRunner } from '../db/transaction-runner.js';
import { migrate } from '../db/migrate.js';
import { makeKeyring } from '../keys/make-keyring.js';
import { makeStaffOverride } from '../reset/staff-override.js';
import { withDatabase } from './with-database.js';
import { operator, type CliCommand } from './command.js';

export const restored: CliCommand = {
  name: 'restored',
  does: 'ends every request whose code was on its way: after a restore, before the start',
  usage: [{ words: '', does: 'says how many there were' }],
  run: async ({ env, say, clock, random }) => {
    const config = readConfig(env());
    const keyring = makeKeyring({ keys: config.keys, random });
    const shared = { config, keyring, clock, random, dialogueVersion: '' };
    const ended = await withDatabase(config.database, async (dataSource) => {
      await migrate(dataSource);
      return makeTransactionRunner(dataSource)((tx) =>
        makeStaffOverride(servicesIn(shared, tx).resetDeps).endEveryRequest(operator),
      );
    });
    say(`${ended} requests were open, and are over: a code of theirs is worth nothing.`);
    return 0;
  },
};
