import { describeError } from '../safe-error.js';
import { makeLookout, type LookoutParts } from './lookout.js';
import { processNext, type ProcessNextParts } from './process-next.js';

export interface InboxWorkerParts extends ProcessNextParts, LookoutParts {
  /** How many chats at once in this process. */
  concurrency: number;
}

export interface InboxWorker {
  start(): void;
  /** Lets the entries in hand be finished. */
  stop(): Promise<void>;
}

/** Handles entry after entry: one chat in order and in one hand, each entry in one transaction. */
export function makeInboxWorker(parts: InboxWorkerParts): InboxWorker {
  const { chatQueue, concurrency } = parts;
  const lookout = makeLookout(parts);
  let running = false;
  let shifts: Promise<void>[] = [];

  const work = async (): Promise<void> => {
    while (running) {
      const chatKey = await chatQueue.take();
      if (chatKey !== null) chatQueue.release(chatKey, await goOnWith(parts, chatKey));
    }
  };
  return {
    start() {
      running = true;
      shifts = Array.from({ length: concurrency }, work);
      lookout.start();
    },
    async stop() {
      running = false;
      chatQueue.dismiss();
      await Promise.all([lookout.stop(), ...shifts]);
    },
  };
}

/** One entry of this chat; true when the chat has more. What cannot be reached now is found again by looking. */
async function goOnWith(parts: InboxWorkerParts, chatKey: string): Promise<boolean> {
  try {
    return (await processNext(parts, chatKey)).more;
  } catch (error) {
    parts.log.warn({ fault: describeError(error) }, 'inbox out of reach');
    return false;
  }
}
