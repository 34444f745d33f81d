import { openSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { makeTransactionRunner } from '../../src/db/transaction-runner.js';
import type { TransactionRunner } from '../../src/db/transaction.js';
import { readMembers } from '../../src/import/read-members.js';
import { defaultPolicy } from '../../src/reset/policy.js';
import { makeImportRuns } from '../../src/import/runs.js';
import { applyList, judgeList } from '../../src/handlers/import/run.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { systemClock } from '../../src/clock.js';
import { systemRandom } from '../../src/random.js';
import { testKeys } from '../support/test-keys.js';
import { rules } from './files.js';

/**
 * A process that takes a list into the book of the database that it is given. It may be told to die at the end of the
 * n-th of its transactions that bring the list on, just before or just after the commit.
 */
const [url = '', path = '', moment = '', nth = '0'] = process.argv.slice(2);
const settings = parseDatabaseUrl(url);
if (!settings) throw new Error('an importer needs a database');
const dataSource = await makeDataSource(settings).initialize();
const keyring = makeKeyring({ keys: testKeys, random: systemRandom });
const doorway = makeTransactionRunner(dataSource);
const nothing = (): void => undefined;

let left = Number(nth);
const die = (at: string): void => {
  if (at === moment && left === 0) process.kill(process.pid, 'SIGKILL');
};

const bringsOn = new WeakSet<object>();
dataSource.logger = {
  logQuery: (query, _parameters, runner) => {
    if (runner && /^UPDATE .import_runs/.test(query)) bringsOn.add(runner);
  },
  ...{ logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing, logMigration: nothing },
  log: nothing,
};

const inTransaction: TransactionRunner = async (work) => {
  const done = await doorway(async (tx) => {
    const result = await work(tx);
    const runner = tx.queryRunner ?? {};
    const counts = bringsOn.delete(runner);
    if (counts) left -= 1;
    if (counts) die('before commit');
    return { result, counts };
  });
  if (done.counts) die('after commit');
  return done.result;
};

const harness = { inTransaction, keyring, clock: systemClock, policy: defaultPolicy };
const room = { keyring, clock: systemClock, random: systemRandom };
const begun = await inTransaction((tx) =>
  makeImportRuns({ ...room, tx }).begin({ digest: 'd', by: 'staff:1' }),
);
if (begun.state === 'reading') {
  const fd = openSync(path, 'r');
  await judgeList(harness, begun, readMembers({ fd, folder: dirname(path) }, rules));
}
const applied = await applyList(harness, begun.id);
await dataSource.destroy();
process.exit(applied.kind === 'applied' ? 0 : 1);
