/** One bot's updates until it confirms them, handed out by long polling. */
export interface UpdateQueue {
  push(chat: number, message: object): void;
  /** What a question with this offset gets, as JSON: at once where something is there, else when it comes or the time is over. */
  poll(asked: { offset?: number; limit?: number; timeout?: number }): Promise<string>;
}

interface Queued {
  id: number;
  chat: number;
  json: string;
}

/** `handedOut` is called for each update in the moment in which the bot first gets it. */
export function makeUpdateQueue(handedOut: (chat: number) => void): UpdateQueue {
  let queued: Queued[] = [];
  let last = 0;
  let seen = 0;
  let wake: (() => void) | null = null;

  const take = (limit: number): string => {
    const batch = queued.slice(0, limit);
    for (const { id, chat } of batch) if (id > seen) handedOut(chat);
    seen = Math.max(seen, batch.at(-1)?.id ?? 0);
    return `[${batch.map(({ json }) => json).join(',')}]`;
  };
  const somethingComes = (seconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1_000);
      wake = () => {
        clearTimeout(timer);
        wake = null;
        // What comes in the same moment goes out together.
        setImmediate(resolve);
      };
    });
  return {
    push(chat, message) {
      last += 1;
      queued.push({ id: last, chat, json: JSON.stringify({ update_id: last, ...message }) });
      wake?.();
    },
    async poll({ offset = 0, limit = 100, timeout = 0 }) {
      queued = queued.filter(({ id }) => id >= offset);
      // One bot asks one question at a time; an earlier one that was given up gets nothing.
      wake?.();
      if (queued.length === 0) await somethingComes(timeout);
      return take(limit);
    },
  };
}
