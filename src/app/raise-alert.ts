import type { Trouble } from '../alerts/alerts.js';
import type { InTransaction } from '../db/transaction.js';
import { faultOf } from '../safe-error.js';
import type { Log } from '../log.js';
import { servicesIn, type Ground } from './services.js';

/** Makes a row of what has happened in this process alone, so that staff hear of it. Never throws. */
export type TellStaff = (trouble: Trouble) => Promise<void>;

export interface TellStaffParts {
  ground: Ground;
  inTransaction: InTransaction;
  log: Log;
  /** Called when there is something to be told. */
  wake: () => void;
}

export const makeTellStaff =
  ({ ground, inTransaction, log, wake }: TellStaffParts): TellStaff =>
  async (trouble) => {
    try {
      if (await inTransaction((tx) => servicesIn(ground, tx).alerts.raise(trouble))) wake();
    } catch (error) {
      log.error({ cause: trouble.cause, fault: faultOf(error) }, 'staff could not be told');
    }
  };
