import type { WakeUp } from '../wake-up.js';
import { describeError } from '../safe-error.js';
import { processNext, type ProcessNextParts } from './process-next.js';

/** How often to look without a signal: other replicas write rows whose signal is not heard here. */
const lookAgainMs = 500;

export interface InboxWorkerParts extends Omit<ProcessNextParts, 'onLeased'> {
  wakeUp: WakeUp;
  /** Called after each entry: what was handled has mostly left something to be sent. */
  onProcessed: () => void;
  /** How many chats at once in this process. */
  concurrency: number;
}

export interface InboxWorker {
  start(): void;
  /** Lets the leased entries be finished. */
  stop(): Promise<void>;
}

/** Handles entry after entry: those of one chat in order and by one worker at a time, each in one transaction. */
export function makeInboxWorker(parts: InboxWorkerParts): InboxWorker {
  const { wakeUp, log, concurrency, onProcessed } = parts;
  const turns: ProcessNextParts = { ...parts, onLeased: wakeUp.notify };
  let running = false;
  let workers: Promise<void>[] = [];
  let lookingAgain: NodeJS.Timeout | undefined;

  const work = async (): Promise<void> => {
    while (running) {
      try {
        if (await processNext(turns)) {
          onProcessed();
          continue;
        }
      } catch (error) {
        log.warn({ fault: describeError(error) }, 'inbox out of reach');
      }
      await wakeUp.wait();
    }
    // Whoever else still waits is to stop as well.
    wakeUp.notify();
  };
  return {
    start() {
      running = true;
      lookingAgain = setInterval(wakeUp.notify, lookAgainMs);
      workers = Array.from({ length: concurrency }, work);
    },
    async stop() {
      running = false;
      clearInterval(lookingAgain);
      wakeUp.notify();
      await Promise.all(workers);
    },
  };
}
