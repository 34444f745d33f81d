import type { Trouble } from '../alerts/alerts.js';
import type { TransactionRunner } from '../db/transaction.js';
import { describeError } from '../safe-error.js';
import type { Log } from '../log.js';
import { makeSparingLog } from '../sparing-log.js';
import { servicesIn, type SharedDeps } from './services.js';

/** Makes a row of what has happened in this process alone, so that staff hear of it. Never throws. */
export type RaiseAlert = (trouble: Trouble) => Promise<void>;

export interface RaiseAlertParts {
  shared: SharedDeps;
  inTransaction: TransactionRunner;
  log: Log;
}

export function makeRaiseAlert({ shared, inTransaction, log }: RaiseAlertParts): RaiseAlert {
  const sparing = makeSparingLog({ log, clock: shared.clock }, ['cause']);
  return async (trouble) => {
    try {
      await inTransaction((tx) => servicesIn(shared, tx).alerts.raise(trouble));
    } catch (error) {
      sparing.error({ cause: trouble.cause, fault: describeError(error) }, 'staff could not be told');
    }
  };
}
