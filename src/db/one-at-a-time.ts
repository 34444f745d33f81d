import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import type { DataSource } from 'typeorm';
import { detachEnds, writeUnwritten, type DetachedEnds } from './after-commit.js';
import { sharedSync } from './shared-sync.js';
import { isTorn } from './torn.js';
import type { Transaction, TransactionRunner } from './transaction.js';

/** Brings to the disk what SQLite has written to the log of this database file. */
export type SyncLog = (file: string) => Promise<void>;

/**
 * The transactions of an embedded database: one after the other on its one connection. SQLite itself would wait for the
 * disk at each commit, and the whole process with it. Here a commit ends in SQLite's log and the next transaction begins;
 * one wait for the disk, beside all other work, is for all who have committed meanwhile. Nobody hears of a commit, nor of
 * what it made others read, before it is on the disk: what a power cut could still take back is known to nobody.
 */
export function oneAtATime(dataSource: DataSource, syncLog: SyncLog = syncFile): TransactionRunner {
  const commit = makeCommit(dataSource, syncLog);
  let last: Promise<unknown> = Promise.resolve();
  /** Resolves when all before have been told, and have done what they do at once. */
  let told: Promise<unknown> = Promise.resolve();
  return (work) => {
    const committed = last.then(() => commit(work));
    last = committed;
    const mine = tell(committed, told);
    told = mine.catch(() => undefined).then(othersHaveRun);
    return mine;
  };
}

/** In the order of the commits: who has read what another wrote is not to act on it before that other. */
async function tell<T>(committed: Promise<Ended<T>>, before: Promise<unknown>): Promise<T> {
  const { outcome, onDisk } = await committed;
  const kept = await onDisk.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  await before;
  if ('error' in outcome) throw outcome.error;
  if (!kept) {
    outcome.ends.committed();
    return outcome.value;
  }
  outcome.ends.rolledBack();
  throw kept.error;
}

/** Node runs its ticks when whatever else could run at once has run. */
const othersHaveRun = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** How a transaction ended for SQLite, and when everything that it has read or written is on the disk. */
interface Ended<T> {
  outcome: { value: T; ends: DetachedEnds } | { error: unknown };
  onDisk: Promise<void>;
}

/** Never rejects. */
type Commit = <T>(work: (tx: Transaction) => Promise<T>) => Promise<Ended<T>>;

function makeCommit(dataSource: DataSource, syncLog: SyncLog): Commit {
  const file = String(dataSource.options.database);
  const sync = sharedSync(() => syncLog(file));
  let connection: 'new' | 'known' | 'torn' = 'new';
  let hasLog = false;
  let changes = 0;
  let onDisk: Promise<void> = Promise.resolve();

  const open = async (): Promise<void> => {
    if (connection === 'torn') {
      // SQLite has ended the transaction by itself, or the disk has not taken it, and nothing on this connection knows.
      if (dataSource.isInitialized) await dataSource.destroy();
      await dataSource.initialize();
      onDisk = Promise.resolve();
    }
    hasLog = await commitToLog(dataSource);
    changes = await countChanges(dataSource);
    connection = 'known';
  };
  const followChanges = async (): Promise<void> => {
    const now = await countChanges(dataSource);
    if (!hasLog || now === changes) return;
    changes = now;
    onDisk = sync();
    onDisk.catch(() => (connection = 'torn'));
  };
  return async (work) => {
    try {
      if (connection !== 'known') await open();
      const done = await dataSource.transaction(async (tx) => {
        const value = await work(tx);
        await writeUnwritten(tx);
        return { value, ends: detachEnds(tx) };
      });
      await followChanges();
      return { outcome: done, onDisk };
    } catch (error) {
      if (isTorn(error)) connection = 'torn';
      return { outcome: { error }, onDisk };
    }
  };
}

/**
 * How many pages may stand in the log before they are put in their places, while the whole process waits for the disk,
 * twice: 16 MB. What is written again and again meanwhile is put there once.
 */
const mostInLog = 4_000;

/** Has SQLite no longer wait for the disk at a commit, where it keeps a log of commits; false where it does not. */
async function commitToLog(dataSource: DataSource): Promise<boolean> {
  const [mode] = await dataSource.query<{ journal_mode: string }[]>('PRAGMA journal_mode');
  if (mode?.journal_mode !== 'wal') return false;
  await dataSource.query('PRAGMA synchronous = NORMAL');
  await dataSource.query(`PRAGMA wal_autocheckpoint = ${mostInLog}`);
  return true;
}

/** Rows changed on this connection so far, those of transactions that were rolled back included. */
async function countChanges(dataSource: DataSource): Promise<number> {
  const [row] = await dataSource.query<{ changes: number }[]>('SELECT total_changes() AS changes');
  return row?.changes ?? 0;
}

const toDisk = promisify(fdatasync);

async function syncFile(file: string): Promise<void> {
  const log = openSync(`${file}-wal`, 'r+');
  try {
    await toDisk(log);
  } finally {
    closeSync(log);
  }
}
