import { makeOutageLog, type OutageLog } from '../outage-log.js';
import { describeError } from '../safe-error.js';
import { makeLeftToOthers, type LeftToOthers } from '../keys/left-to-others.js';
import type { MissingKeys } from '../keys/missing-keys.js';
import { makeLookout, type LookoutParts } from './lookout.js';
import { processNext, type ProcessNextParts } from './process-next.js';

export interface InboxWorkerParts extends ProcessNextParts, Omit<LookoutParts, 'reach'> {
  /** How many chats at once in this process. */
  concurrency: number;
  missingKeys: MissingKeys;
}

export interface InboxWorker {
  start(): void;
  /** Lets the entries in hand be finished. */
  stop(): Promise<void>;
}

/** Handles entry after entry: one chat in order and in one hand, each entry in one transaction. */
export function makeInboxWorker(parts: InboxWorkerParts): InboxWorker {
  const { chatQueue, concurrency, clock, missingKeys } = parts;
  const left = makeLeftToOthers<string>(clock, missingKeys);
  const offer = (chatKey: string): void => (left.has(chatKey) ? undefined : chatQueue.offer(chatKey));
  const reach = makeOutageLog(parts, { out: 'inbox out of reach', back: 'inbox is reached again' });
  const lookout = makeLookout({ ...parts, reach, chatQueue: { ...chatQueue, offer } });
  let running = false;
  let shifts: Promise<void>[] = [];

  const work = async (): Promise<void> => {
    while (running) {
      const chatKey = await chatQueue.take();
      if (chatKey !== null) chatQueue.release(chatKey, await goOnWith({ ...parts, reach }, left, chatKey));
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
async function goOnWith(
  parts: InboxWorkerParts & { reach: OutageLog },
  left: LeftToOthers<string>,
  chatKey: string,
): Promise<boolean> {
  try {
    return (await processNext(parts, chatKey)).more;
  } catch (error) {
    if (left.leave(chatKey, error)) return false;
    parts.reach.out({ fault: describeError(error) });
    return false;
  }
}
