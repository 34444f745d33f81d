import type { Bell } from '../bell.js';
import { faultOf } from '../fault.js';
import { handleNext, type TurnParts } from './turn.js';

/** How long to sleep when nothing is due: other replicas write rows whose bell is not heard here. */
const lookAgainMs = 500;

export interface InboxWorkerParts extends TurnParts {
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
  let running = false;
  let shifts: Promise<void>[] = [];

  const work = async (): Promise<void> => {
    while (running) {
      try {
        if (await handleNext(parts)) {
          handled();
          continue;
        }
      } catch (error) {
        log.warn({ fault: faultOf(error) }, 'inbox out of reach');
      }
      await bell.heard(lookAgainMs);
    }
  };
  return {
    start() {
      running = true;
      shifts = Array.from({ length: hands }, work);
    },
    async stop() {
      running = false;
      bell.ring();
      await Promise.all(shifts);
    },
  };
}
