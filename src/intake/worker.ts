import type { Bell } from '../wake-up.js';
import { faultOf } from '../safe-error.js';
import { handleNext, type TurnParts } from './process-next.js';

/** How often to look when nothing rings: other replicas write rows whose bell is not heard here. */
const lookAgainMs = 500;

export interface InboxWorkerParts extends Omit<TurnParts, 'taken'> {
  bell: Bell;
  /** Called after each entry: what was handled has mostly left something to be sent. */
  handled: () => void;
  /** How many chats at once in this process. */
  hands: number;
}

export interface InboxWorker {
  start(): void;
  /** Lets the entries in hand be finished. */
  stop(): Promise<void>;
}

/** Handles entry after entry: one chat in order and in one hand, each entry in one transaction. */
export function makeInboxWorker(parts: InboxWorkerParts): InboxWorker {
  const { bell, log, hands, handled } = parts;
  const turns: TurnParts = { ...parts, taken: bell.ring };
  let running = false;
  let shifts: Promise<void>[] = [];
  let lookingAgain: NodeJS.Timeout | undefined;

  const work = async (): Promise<void> => {
    while (running) {
      try {
        if (await handleNext(turns)) {
          handled();
          continue;
        }
      } catch (error) {
        log.warn({ fault: faultOf(error) }, 'inbox out of reach');
      }
      await bell.heard();
    }
    // Whoever else still waits is to go home as well.
    bell.ring();
  };
  return {
    start() {
      running = true;
      lookingAgain = setInterval(bell.ring, lookAgainMs);
      shifts = Array.from({ length: hands }, work);
    },
    async stop() {
      running = false;
      clearInterval(lookingAgain);
      bell.ring();
      await Promise.all(shifts);
    },
  };
}
