import { Between, In, Like, MoreThan } from 'typeorm';
import { LimitCounter } from '../../entities/limit-counter.js';
import { findRow, findRows, updateRows } from '../db/rows.js';
import type { Transaction } from '../db/transaction.js';
import { changeRows, conflictOf, storedMoment } from '../db/statement.js';

/** The counters' rows. Instants are epoch milliseconds. */
export interface CounterStore {
  read(key: string): Promise<LimitCounter | null>;
  /** Those that are there, by their keys. */
  readAll(keys: readonly string[]): Promise<ReadonlyMap<string, LimitCounter>>;
  /** Holds these in their order until the transaction ends, even where there were none. */
  lockForUpdate(keys: readonly string[], now: number): Promise<void>;
  /** One more in the running window, which ends at `latest` if it would end later, or one in a new one; false when `most` are counted. */
  raise(window: Window & { latest: number }, now: number, most: number): Promise<boolean>;
  /** One more for each of these, whatever was counted; their rows are held from now on. No key twice. */
  raiseAll(windows: readonly Window[], now: number): Promise<void>;
  /** Takes back the last one of each. */
  lowerAll(keys: readonly string[]): Promise<void>;
  /** One less in the window that ran at `takenAt`. */
  lower(key: string, takenAt: number, windowMs: number): Promise<void>;
  extend(key: string, endsAt: number): Promise<void>;
  /** No later than that; what ends sooner stays. */
  shorten(key: string, endsAt: number): Promise<void>;
  remove(key: string): Promise<void>;
  /** Those whose keys begin so and whose window runs. */
  running(prefix: string, now: number): Promise<LimitCounter[]>;
}

/** Where one is counted; a new window ends at `endsAt`, and one that runs no later. */
export interface Window {
  key: string;
  endsAt: number;
}

export function makeCounterStore(tx: Transaction): CounterStore {
  return {
    read: (key) => findRow(tx, LimitCounter, { key }),
    readAll: async (keys) => {
      const rows = await findRows(tx, LimitCounter, { key: In([...keys]) });
      return new Map(rows.map((row) => [row.key, row]));
    },
    lockForUpdate: (keys, now) => ensure(tx, keys, now),

    raise: ({ key, endsAt, latest }, now, most) => {
      const raise = tx.connection.options.type === 'mysql' ? raiseOnServer : raiseEmbedded;
      const [at, ends, last] = [now, endsAt, latest].map((moment) => storedMoment(new Date(moment)));
      return raise(tx, { key, now: at!, endsAt: ends!, latest: last!, most });
    },

    raiseAll: (windows, now) => raiseTogether(tx, windows, now),

    lowerAll: async (keys) => {
      await updateRows(tx, LimitCounter, { key: In([...keys]) }, { count: () => 'count - 1' });
    },

    lower: async (key, takenAt, windowMs) => {
      const running = Between(new Date(takenAt + 1), new Date(takenAt + windowMs));
      const counted = { key, count: MoreThan(0), windowEndsAt: running };
      await updateRows(tx, LimitCounter, counted, { count: () => 'count - 1' });
    },

    extend: async (key, endsAt) => {
      await updateRows(tx, LimitCounter, { key }, { windowEndsAt: new Date(endsAt) });
    },

    shorten: async (key, endsAt) => {
      const windowEndsAt = new Date(endsAt);
      await updateRows(tx, LimitCounter, { key, windowEndsAt: MoreThan(windowEndsAt) }, { windowEndsAt });
    },

    remove: async (key) => {
      await changeRows(tx, 'DELETE FROM limit_counters WHERE `key` = ?', [key]);
    },

    running: (prefix, now) => {
      const begun = { key: Like(`${prefix}%`), windowEndsAt: MoreThan(new Date(now)) };
      return tx.find(LimitCounter, { where: begun, order: { key: 'ASC' } });
    },
  };
}

/** In this order: a column that was set further left has its new value already. */
async function raiseTogether(tx: Transaction, windows: readonly Window[], now: number): Promise<void> {
  const { update, given } = conflictOf(tx, '`key`');
  const givenEnd = given('window_ends_at');
  const at = storedMoment(new Date(now));
  await changeRows(
    tx,
    `INSERT INTO limit_counters (\`key\`, count, window_ends_at) VALUES ${windows.map(() => '(?, 1, ?)').join(', ')}` +
      ` ON ${update} count = CASE WHEN limit_counters.window_ends_at <= ? THEN 1 ELSE limit_counters.count + 1 END,` +
      ` window_ends_at = CASE WHEN limit_counters.window_ends_at <= ? OR limit_counters.window_ends_at > ${givenEnd}` +
      ` THEN ${givenEnd} ELSE limit_counters.window_ends_at END`,
    [...windows.flatMap(({ key, endsAt }) => [key, storedMoment(new Date(endsAt))]), at, at],
  );
}

interface Raise {
  key: string;
  now: string;
  endsAt: string;
  latest: string;
  most: number;
}

const windowEnd =
  ' window_ends_at = CASE WHEN window_ends_at <= ? THEN ? WHEN window_ends_at > ? THEN ? ELSE window_ends_at END';

/**
 * The count that it would come to is told as the number of the row, which there is none of for one that is new. In this
 * order: a column that was set further left has its new value already.
 */
async function raiseOnServer(tx: Transaction, { key, now, endsAt, latest, most }: Raise): Promise<boolean> {
  const { firstId } = await changeRows(
    tx,
    'INSERT INTO limit_counters (`key`, count, window_ends_at) VALUES (?, 1, ?) ON DUPLICATE KEY UPDATE' +
      ' count = CASE WHEN LAST_INSERT_ID(CASE WHEN window_ends_at <= ? THEN 1 ELSE count + 1 END) > ?' +
      ` THEN count ELSE LAST_INSERT_ID() END,${windowEnd}`,
    [key, endsAt, now, most, now, endsAt, latest, latest],
  );
  return firstId <= most;
}

async function raiseEmbedded(tx: Transaction, { key, now, endsAt, latest, most }: Raise): Promise<boolean> {
  const { affected } = await changeRows(
    tx,
    'INSERT INTO limit_counters (`key`, count, window_ends_at) VALUES (?, 1, ?) ON CONFLICT (`key`) DO UPDATE SET' +
      ` count = CASE WHEN window_ends_at <= ? THEN 1 ELSE count + 1 END,${windowEnd}` +
      ' WHERE window_ends_at <= ? OR count < ?',
    [key, endsAt, now, now, endsAt, latest, latest, now, most],
  );
  return affected === 1;
}

/** Rows to count on, whose windows are over. Takes hold of a row where there is one, so that two of us do not cross. */
async function ensure(tx: Transaction, keys: readonly string[], now: number): Promise<void> {
  const rows = keys.map(() => '(?, 0, ?)').join(', ');
  await changeRows(
    tx,
    `INSERT INTO limit_counters (\`key\`, count, window_ends_at) VALUES ${rows} ON ${conflictOf(tx, '`key`').update} count = limit_counters.count`,
    keys.flatMap((key) => [key, storedMoment(new Date(now))]),
  );
}
