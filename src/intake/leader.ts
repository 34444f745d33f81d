import { createHash } from 'node:crypto';
import type { LockKeeper } from '../db/lock-keeper.js';
import { describeError } from '../safe-error.js';
import type { Log } from '../log.js';

/** Of several replicas one polls and runs the schedule; the others stand by. */
export interface Leader {
  /** Calls back whenever this process takes the lead or loses it. */
  start(changed: (leading: boolean) => void): void;
  /** Gives up the lead, so that another may take it at once. */
  stop(): Promise<void>;
  leading(): boolean;
}

/** Without locks there is one process, which leads. */
export const makeLeader = (locks: LockKeeper | null, log: Log): Leader =>
  locks ? elected(locks, log) : alone();

function alone(): Leader {
  let leading = false;
  return {
    start(changed) {
      leading = true;
      changed(true);
    },
    stop: async () => void (leading = false),
    leading: () => leading,
  };
}

/**
 * A leader that loses its connection leads on until it hears that the lock is another's. When the database is away,
 * nobody can take the lock, and somebody has to go on telling members that they will be answered later. Where it is
 * only this process that the database is away for, two lead for a while: each update is still stored once, since
 * neither confirms what is not stored, and each job of the schedule has the effect of one.
 */
function elected(locks: LockKeeper, log: Log): Leader {
  let kept: ReturnType<LockKeeper['keep']> | null = null;
  let leading = false;
  return {
    start(changed) {
      kept = locks.keep({
        name: leadLock(locks.database),
        heard: (now) => {
          if (now === leading) return;
          leading = now;
          log.info({ leading }, leading ? 'leading' : 'standing by');
          changed(leading);
        },
        broken: (error) =>
          log.warn({ fault: describeError(error) }, 'lost the connection that stands for the lead'),
      });
    },
    stop: async () => kept?.giveUp(),
    leading: () => leading,
  };
}

/** The lock that whoever leads holds. Locks are the server's, not the database's, and their names have 64 characters at most. */
export const leadLock = (database: string): string =>
  `ramzyar_lead_${createHash('sha256').update(database).digest('hex').slice(0, 32)}`;
