import type { DataSource } from 'typeorm';
import type { DatabaseSettings } from '../db/database-url.js';
import { databasePlace } from '../db/place.js';
import type { TransactionRunner } from '../db/transaction.js';
import type { Log } from '../log.js';
import { makeStaffOverride } from '../reset/staff-override.js';
import { servicesIn, type SharedDeps } from './services.js';
import { settleIn } from './settle-in.js';

export interface RestoreParts {
  shared: SharedDeps;
  inTransaction: TransactionRunner;
  dataSource: DataSource;
  database: DatabaseSettings;
}

/** A code that was on its way when the backup was taken would take a recovery a second time. Returns how many requests are over. */
export async function endAfterRestore(parts: RestoreParts, by: string): Promise<number> {
  const { shared, inTransaction, dataSource, database } = parts;
  await settleIn(inTransaction, await databasePlace(dataSource, database));
  return endRequests(parts.inTransaction, shared, by);
}

/** The same at a start, where the operator has not said that it was a restore and the rows tell of another place. */
export async function noticeRestore(parts: RestoreParts, log: Log): Promise<void> {
  const { shared, inTransaction, dataSource, database } = parts;
  if ((await settleIn(inTransaction, await databasePlace(dataSource, database))) !== 'moved') return;
  const ended = await endRequests(inTransaction, shared, 'system');
  log.warn({ ended }, 'the database was restored or moved: requests whose code was on its way are over');
}

const endRequests = (inTransaction: TransactionRunner, shared: SharedDeps, by: string): Promise<number> =>
  inTransaction((tx) => makeStaffOverride(servicesIn(shared, tx).resetDeps).endEveryRequest(by));
