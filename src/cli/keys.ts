import { requireKeys } from '../app/require-keys.js';
import { makeAuditChain, sealWaiting } from '../audit/sealer.js';
import type { Clock } from '../clock.js';
import { readConfig } from '../config/config.js';
import type { DatabaseSettings } from '../db/database-url.js';
import { makeTransactionRunner } from '../db/transaction-runner.js';
import { migrate } from '../db/migrate.js';
import type { TransactionRunner } from '../db/transaction.js';
import { takeLead } from './alone.js';
import { leftUnderOthers } from '../keys/at-rest.js';
import type { Keyring } from '../keys/keyring.js';
import { makeKeyring } from '../keys/make-keyring.js';
import { reencryptActions } from '../keys/reencrypt-actions.js';
import { reencryptRows } from '../keys/reencrypt-runs.js';
import { reindexBoundChats } from '../keys/bound-chat-index-store.js';
import { rotateSome } from '../keys/rotate.js';
import { makeEncryptedRunStore } from '../keys/encrypted-run-store.js';
import { withDatabase } from './with-database.js';
import type { CliCommand, Shell } from './command.js';
import { startProgress } from './progress.js';

export const keys: CliCommand = {
  name: 'keys',
  subcommands: ['new', 'rotate'],
  does: 'makes an application key, or puts everything stored under the first of APP_KEYS',
  usage: [
    { words: 'new', does: 'a key for APP_KEYS; nothing is stored' },
    { words: 'rotate', does: 'beside the running bot; says when older keys may leave APP_KEYS' },
  ],
  run: async (shell, subcommand) => {
    if (subcommand === 'rotate') return rotate(shell);
    shell.say(shell.random.bytes(32).toString('base64'));
    return 0;
  },
};

async function rotate(shell: Shell): Promise<number> {
  const { env, say, random } = shell;
  const config = readConfig(env());
  const keyring = makeKeyring({ keys: config.keys, random });
  return withDatabase(config.database, async (dataSource) => {
    await migrate(dataSource);
    const inTransaction = makeTransactionRunner(dataSource);
    await requireKeys(inTransaction, keyring, shell.clock);
    const left = await rotateRows(shell, inTransaction, keyring);
    const chained = await resealAudit(config.database, inTransaction, keyring);
    say(chained ? 'The trail is chained under the new key.' : trailWaits);
    if (left > 0) say(`${left} rows still need an older key; run this again in a quarter of an hour.`);
    const over = left === 0 && chained;
    say(over ? 'Done: older keys may leave APP_KEYS.' : 'Keep the older keys in APP_KEYS.');
    return over ? 0 : 1;
  });
}

const trailWaits =
  'The trail is still chained under an older key: stop all processes of the bot, and run this once more.';

/** Members before the lists that would change them: a list is compared with what is on record. Returns how many rows must wait. */
async function rotateRows(shell: Shell, inTransaction: TransactionRunner, keyring: Keyring): Promise<number> {
  const { clock, say } = shell;
  const left = () => inTransaction((tx) => leftUnderOthers(tx, keyring.current, clock.now()));
  const total = await left();
  say(`${total} rows are under older keys.`);
  const progress = startProgress(shell, { what: 'sealing anew', total });
  let done = 0;
  try {
    for await (const some of rotation(inTransaction, keyring, clock)) progress.at((done += some));
  } finally {
    progress.end();
  }
  return left();
}

/** Encrypts everything anew, some rows in one transaction; yields how many each time. */
async function* rotation(
  inTransaction: TransactionRunner,
  keyring: Keyring,
  clock: Clock,
): AsyncGenerator<number> {
  for (;;) {
    const some = await inTransaction((tx) => rotateSome({ tx, keyring }));
    if (some === 0) break;
    yield some;
  }
  for (let bond: number | null = 0; bond !== null;) {
    const after: number = bond;
    const some = await inTransaction((tx) => reindexBoundChats({ tx, keyring }, after));
    yield some.changed;
    bond = some.last;
  }
  yield await inTransaction((tx) => reencryptActions({ tx, keyring }, clock.now()));
  for (const { runId } of await inTransaction((tx) =>
    makeEncryptedRunStore(tx).underOthers(keyring.current),
  )) {
    for (let line = 0; ;) {
      const some = await inTransaction((tx) => reencryptRows({ tx, keyring }, runId, line));
      if (!some) break;
      yield some.rows;
      ({ line } = some);
    }
  }
}

/** Only while nobody leads: whoever leads chains new lines to the last one, each second. False when somebody does. */
async function resealAudit(
  settings: DatabaseSettings,
  inTransaction: TransactionRunner,
  keyring: Keyring,
): Promise<boolean> {
  const leaveLead = settings.kind === 'mysql' ? await takeLead(settings) : () => undefined;
  if (!leaveLead) return false;
  try {
    // What waits is signed under an older key, and could not be believed without it.
    await sealWaiting(inTransaction, keyring);
    await inTransaction((tx) => makeAuditChain({ tx, keyring }).rechain());
    return true;
  } finally {
    leaveLead();
  }
}
