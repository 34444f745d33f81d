import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { makeDoorway } from '../../src/db/doorway.js';
import type { InTransaction } from '../../src/db/transaction.js';
import { readMembers } from '../../src/import/read-members.js';
import { makeImportRuns, usualImportPolicy } from '../../src/import/runs.js';
import { applyList, judgeList } from '../../src/jobs/member-list.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { systemClock } from '../../src/clock.js';
import { systemRandom } from '../../src/random.js';
import { testKeys } from '../support/test-keys.js';
import { rules } from './files.js';

/**
 * A process that takes a list into the book of the database that it is given. It may be told to die at the end of its
 * n-th transaction, just before or just after the commit.
 */
const [url = '', path = '', moment = '', nth = '0'] = process.argv.slice(2);
const settings = parseDatabaseUrl(url);
if (!settings) throw new Error('an importer needs a database');
const dataSource = await makeDataSource(settings).initialize();
const keyring = makeKeyring({ keys: testKeys, random: systemRandom });
const doorway = makeDoorway(dataSource);

let left = Number(nth);
const die = (at: string): void => {
  if (at === moment && left === 0) process.kill(process.pid, 'SIGKILL');
};

const inTransaction: InTransaction = async (work) => {
  left -= 1;
  const done = await doorway(async (tx) => {
    const result = await work(tx);
    die('before commit');
    return result;
  });
  die('after commit');
  return done;
};

const house = { inTransaction, keyring, clock: systemClock, policy: usualImportPolicy };
const room = { keyring, clock: systemClock, random: systemRandom };
const begun = await inTransaction((tx) =>
  makeImportRuns({ ...room, tx }).begin({ digest: 'd', by: 'staff:1' }),
);
if (begun.state === 'reading') {
  const judging = judgeList(house, begun, readMembers({ path, name: 'list.csv' }, rules));
  while (!(await judging.next()).done);
}
const applied = await applyList(house, begun.id);
await dataSource.destroy();
process.exit(applied.kind === 'applied' ? 0 : 1);
