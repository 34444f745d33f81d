/**
 * The chats that have something waiting, as far as this process knows, and those that a worker of it has in hand. What
 * it is told may be wrong and may be lost: the rows are the truth, and are looked at before anything is done.
 */
export interface ChatQueue {
  /** Something may be waiting in this chat. It stands behind those that were added before, and once. */
  add: (chatKey: string) => void;
  /** It was seen to have something. Left alone while it is in a hand: whoever has it sees the same, and knows if there is more. */
  offer: (chatKey: string) => void;
  /** The chat that has stood longest, now in the caller's hand and in no other; null when nobody is to wait any longer. */
  take(): Promise<string | null>;
  /** In the caller's hand at once, unless it stands or is in another's already; false: it is not. */
  claim(chatKey: string): boolean;
  /** Out of the hand. It stands in the queue again when it has `more`, or was added while it was in hand. */
  release(chatKey: string, more: boolean): void;
  /** Nothing stands or is in a hand. */
  isQuiet(): boolean;
  /** How many stand. */
  length(): number;
  /** Sends home whoever waits. */
  dismiss(): void;
}

export function makeChatQueue(): ChatQueue {
  const standing = new Set<string>();
  /** Each with whether it was added again meanwhile. */
  const inHand = new Map<string, boolean>();
  let idle: ((chatKey: string | null) => void)[] = [];

  const first = (): string | null => {
    const [chatKey] = standing;
    if (chatKey === undefined) return null;
    standing.delete(chatKey);
    inHand.set(chatKey, false);
    return chatKey;
  };
  const add = (chatKey: string): void => {
    if (inHand.has(chatKey)) return void inHand.set(chatKey, true);
    standing.add(chatKey);
    const worker = idle.shift();
    worker?.(first());
  };
  return {
    add,
    offer(chatKey) {
      if (!inHand.has(chatKey)) add(chatKey);
    },
    take: async () => first() ?? new Promise((resolve) => idle.push(resolve)),
    claim(chatKey) {
      if (standing.has(chatKey) || inHand.has(chatKey)) return false;
      inHand.set(chatKey, false);
      return true;
    },
    release(chatKey, more) {
      const added = inHand.get(chatKey);
      inHand.delete(chatKey);
      if (more || added) add(chatKey);
    },
    isQuiet: () => standing.size + inHand.size === 0,
    length: () => standing.size,
    dismiss() {
      const all = idle;
      idle = [];
      for (const worker of all) worker(null);
    },
  };
}
