import { setTimeout as pause } from 'node:timers/promises';

/** Chats that begin a recovery one by one, at moments that know nothing of each other (Poisson). */
export interface Trickle {
  /** The first chat's number; the others follow. */
  firstChat: number;
  count: number;
  perSecond: number;
  /** For the same moments each time. */
  seed: number;
  patienceMs: number;
}

/** What stands between an update and the first words to its chat. */
export interface Trickling {
  /** For each chat, milliseconds from when the bot got its update to its first words. Throws when a chat hears nothing. */
  run(trickle: Trickle): Promise<number[]>;
  handedOut(chat: number): void;
  hear(chat: number): void;
}

export function makeTrickle(begin: (chat: number) => void): Trickling {
  const out = new Map<number, number>();
  let waits: number[] = [];
  let wanted = 0;
  let heardAll: () => void = () => undefined;
  return {
    async run({ firstChat, count, perSecond, seed, patienceMs }) {
      [waits, wanted] = [[], count];
      out.clear();
      const all = new Promise<void>((resolve) => (heardAll = resolve));
      const random = makeRandom(seed);
      let due = performance.now();
      for (let chat = firstChat; chat < firstChat + count; chat += 1) {
        due += (-Math.log(1 - random()) / perSecond) * 1_000;
        await pause(Math.max(0, due - performance.now()));
        begin(chat);
      }
      await Promise.race([all, pause(patienceMs, undefined, { ref: false })]);
      if (waits.length < count) throw new Error(`${count - waits.length} chats have heard nothing`);
      return waits;
    },
    handedOut(chat) {
      if (wanted > 0) out.set(chat, performance.now());
    },
    hear(chat) {
      const since = out.get(chat);
      if (since === undefined) return;
      out.delete(chat);
      waits.push(performance.now() - since);
      if (waits.length === wanted) heardAll();
    },
  };
}

/** Numbers from 0 up to 1 that follow from the seed (a linear congruential generator, Numerical Recipes' constants). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
