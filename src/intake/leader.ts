import { createHash } from 'node:crypto';
import type { DatabaseSettings } from '../db/database-url.js';
import { openNamedLock } from '../db/named-lock.js';
import { faultOf } from '../fault.js';
import type { Log } from '../log.js';
import { pause } from './pauses.js';

/** Of several replicas one polls and keeps the timetable; the others stand by. */
export interface Leader {
  /** Calls back whenever this process takes the lead or loses it. */
  start(changed: (leading: boolean) => void): void;
  /** Gives up the lead, so that another may take it at once. */
  stop(): Promise<void>;
  leading(): boolean;
}

/** The database closes the lease's connection when it has heard nothing for so long: a process that hangs is replaced. */
const silenceSeconds = 3;
const beatMs = 1_000;

/** SQLite means one process, which leads. */
export function makeLeader(settings: DatabaseSettings, log: Log): Leader {
  return settings.kind === 'sqlite' ? alone() : elected(settings, log);
}

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

function elected(settings: DatabaseSettings & { kind: 'mysql' }, log: Log): Leader {
  const stopping = new AbortController();
  let standing = Promise.resolve();
  let leading = false;

  const stand = async (set: (now: boolean) => void): Promise<void> => {
    while (!stopping.signal.aborted) {
      const lock = await openNamedLock(settings, leadLock(settings.database), silenceSeconds).catch(
        () => null,
      );
      try {
        while (lock && !stopping.signal.aborted) {
          set(await lock.held());
          await pause(beatMs, stopping.signal);
        }
      } catch (error) {
        log.warn({ fault: faultOf(error) }, 'lost the connection that holds the lead');
      }
      set(false);
      lock?.drop();
      await pause(beatMs, stopping.signal);
    }
  };
  return {
    start(changed) {
      standing = stand((now) => {
        if (now === leading) return;
        leading = now;
        log.info({ leading }, leading ? 'leading' : 'standing by');
        changed(leading);
      });
    },
    async stop() {
      stopping.abort();
      await standing;
    },
    leading: () => leading,
  };
}

/** The lock that whoever leads holds. Locks are the server's, not the database's, and their names have 64 characters at most. */
export const leadLock = (database: string): string =>
  `ramzyar_lead_${createHash('sha256').update(database).digest('hex').slice(0, 32)}`;
