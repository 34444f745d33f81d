import type { DataSource } from 'typeorm';
import { requireKeysOf } from '../app/keys-at-hand.js';
import { makeSealer } from '../audit/sealer.js';
import { readConfig } from '../config/config.js';
import type { DatabaseSettings } from '../db/database-url.js';
import { makeDoorway } from '../db/doorway.js';
import { migrate } from '../db/migrate.js';
import { openNamedLock } from '../db/named-lock.js';
import type { InTransaction } from '../db/transaction.js';
import { leadLock } from '../intake/leader.js';
import type { Keyring } from '../keys/keyring.js';
import { makeKeyring } from '../keys/make-keyring.js';
import { rotateSome } from '../keys/rotate.js';
import { makeSealedStore } from '../keys/sealed-store.js';
import { atTheDatabase } from './at-the-database.js';
import type { CliCommand, Shell } from './command.js';

export const keys: CliCommand = {
  name: 'keys',
  deeds: ['new', 'rotate'],
  does: 'makes an application key; or puts everything stored under the first of APP_KEYS',
  run: async (shell, deed) => {
    if (deed === 'rotate') return rotate(shell);
    shell.say(shell.random.bytes(32).toString('base64'));
    return 0;
  },
};

async function rotate({ env, say, random }: Shell): Promise<number> {
  const config = readConfig(env());
  const keyring = makeKeyring({ keys: config.keys, random });
  return atTheDatabase(config.database, async (dataSource) => {
    const door = await openDoor(dataSource, keyring);
    const left = await rotateRows(door, keyring, say);
    const sealed = await resealAudit(config.database, door, keyring);
    say(sealed ? 'The trail is chained under the new key.' : trailWaits);
    if (left > 0) say(`${left} rows still need an older key; run this again in a quarter of an hour.`);
    const over = left === 0 && sealed;
    say(over ? 'Done: older keys may leave APP_KEYS.' : 'Keep the older keys in APP_KEYS.');
    return over ? 0 : 1;
  });
}

const trailWaits =
  'The trail is still chained under an older key: stop all processes of the bot, and run this once more.';

async function openDoor(dataSource: DataSource, keyring: Keyring): Promise<InTransaction> {
  await migrate(dataSource);
  const door = makeDoorway(dataSource);
  await requireKeysOf(door, keyring);
  return door;
}

/** Returns how many rows must wait. */
async function rotateRows(
  inTransaction: InTransaction,
  keyring: Keyring,
  say: Shell['say'],
): Promise<number> {
  const left = () => inTransaction((tx) => makeSealedStore(tx).countUnderOthers(keyring.current));
  say(`${await left()} rows are under older keys.`);
  for (let done = 0; ;) {
    const some = await inTransaction((tx) => rotateSome({ tx, keyring }));
    if (some === 0) return left();
    done += some;
    say(`${done} done`);
  }
}

/** Only while nobody leads: whoever leads chains new lines to the last one, each second. False when somebody does. */
async function resealAudit(
  settings: DatabaseSettings,
  inTransaction: InTransaction,
  keyring: Keyring,
): Promise<boolean> {
  const lock =
    settings.kind === 'mysql' ? await openNamedLock(settings, leadLock(settings.database), silence) : null;
  try {
    if (lock && !(await lock.held())) return false;
    await inTransaction((tx) => makeSealer({ tx, keyring }).reseal());
    return true;
  } finally {
    lock?.drop();
  }
}

/** Seconds that the lock is kept without being asked about: longer than any trail takes. */
const silence = 3_600;
