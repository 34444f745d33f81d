import { setTimeout as pause } from 'node:timers/promises';
import { makeRandom } from './random.js';

/** Chats that begin a recovery, and then write one thing after the other that is no answer. */
export interface Noise {
  firstChat: number;
  chats: number;
  /** Between two messages of one chat, on the average. */
  everyMs: number;
}

/** Chats that make noise until they are told to be quiet. */
export interface NoisyChats {
  /** Returns when each of them has begun. */
  begin(noise: Noise): Promise<void>;
  end(): void;
}

export function makeNoisyChats(say: (chat: number, text: string) => void): NoisyChats {
  let noisy = 0;
  const go = async (chat: number, of: number, everyMs: number): Promise<void> => {
    const random = makeRandom(chat);
    while (noisy === of) {
      await pause(everyMs * (0.5 + random()));
      if (noisy === of) say(chat, random() < 0.2 ? '/reset' : 'سلام؟');
    }
  };
  return {
    async begin({ firstChat, chats, everyMs }) {
      noisy += 1;
      for (let chat = firstChat; chat < firstChat + chats; chat += 1) {
        say(chat, '/reset');
        void go(chat, noisy, everyMs);
        await pause(everyMs / chats);
      }
    },
    end: () => void (noisy += 1),
  };
}
