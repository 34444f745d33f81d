import { setTimeout as pause } from 'node:timers/promises';
import { makeRandom } from './random.js';

/** Chats that begin a recovery one by one, at moments that know nothing of each other (Poisson). */
export interface Trickle {
  /** The first chat's number; the others follow. */
  firstChat: number;
  count: number;
  perSecond: number;
  /** For the same moments each time. */
  seed: number;
}

/** Chats that begin a recovery and leave it there: so many at once, the next as soon as one has heard something. */
export interface OpenDialogues {
  firstChat: number;
  count: number;
  atOnce: number;
}

/** What stands between an update and the first words to its chat. */
export interface FirstWords {
  /** For each chat, milliseconds from when the bot got its update to its first words. Throws when a chat hears nothing for a minute. */
  trickle(trickle: Trickle): Promise<number[]>;
  open(dialogues: OpenDialogues): Promise<number[]>;
  handedOut(chat: number): void;
  hear(chat: number): void;
}

/** Longer than anybody waits, in milliseconds. */
const patienceMs = 60_000;

export function makeFirstWords(begin: (chat: number) => void): FirstWords {
  const begun = new Set<number>();
  const out = new Map<number, number>();
  let waits: number[] = [];
  let heardOne: () => void = () => undefined;

  const start = (chat: number): void => {
    begun.add(chat);
    begin(chat);
  };
  const oneMore = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const nobody = () => reject(new Error(`${begun.size - waits.length} chats have heard nothing`));
      const timer = setTimeout(nobody, patienceMs);
      heardOne = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const hearing = async (count: number): Promise<number[]> => {
    while (waits.length < count) await oneMore();
    return waits;
  };
  const afresh = (): void => {
    begun.clear();
    waits = [];
  };
  return {
    async trickle({ firstChat, count, perSecond, seed }) {
      afresh();
      const random = makeRandom(seed);
      let due = performance.now();
      for (let chat = firstChat; chat < firstChat + count; chat += 1) {
        due += (-Math.log(1 - random()) / perSecond) * 1_000;
        await pause(Math.max(0, due - performance.now()));
        start(chat);
      }
      return hearing(count);
    },

    async open({ firstChat, count, atOnce }) {
      afresh();
      for (let chat = 0; chat < count; chat += 1) {
        if (chat >= atOnce) await hearing(chat - atOnce + 1);
        start(firstChat + chat);
      }
      return hearing(count);
    },

    handedOut(chat) {
      if (begun.has(chat)) out.set(chat, performance.now());
    },

    hear(chat) {
      const since = out.get(chat);
      if (since === undefined) return;
      out.delete(chat);
      waits.push(performance.now() - since);
      heardOne();
    },
  };
}
