import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { makeTransactionRunner } from '../../src/db/transaction-runner.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { systemRandom } from '../../src/random.js';
import type { Asker } from '../../src/chats/address.js';
import { handClock } from '../support/hand-clock.js';
import { testKeys } from '../support/test-keys.js';
import { testServices } from '../support/test-services.js';

/** Codes to be typed all at once. */
export interface Race {
  challengeId: string;
  codes: string[];
  from: Asker;
  now: string;
}

/** A replica of its own: a process on the database that it is given, which runs races until it is let go. */
const settings = parseDatabaseUrl(process.argv[2] ?? '');
if (!settings) throw new Error('a replica needs a database');
const dataSource = await makeDataSource(settings).initialize();
const inTransaction = makeTransactionRunner(dataSource);
const keyring = makeKeyring({ keys: testKeys, random: systemRandom });

async function run({ challengeId, codes, from, now }: Race): Promise<string[]> {
  const clock = handClock(new Date(now));
  const confirm = (code: string) =>
    inTransaction((tx) => testServices(tx, { keyring, clock }).reset.confirm(challengeId, code, from));
  const answers = await Promise.all(codes.map(confirm));
  return answers.map(({ kind }) => kind);
}

process.on('message', (race: Race) => void run(race).then((kinds) => process.send?.(kinds)));
process.on('disconnect', () => void dataSource.destroy());
process.send?.('ready');
