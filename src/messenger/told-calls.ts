import type { PlatformName } from '../chats/address.js';
import type { Clock } from '../clock.js';
import type { Answer } from './answer.js';
import type { Messenger } from './messenger.js';

/** One call as it went. */
export interface ToldCall {
  platform: PlatformName;
  method: string;
  /** `ok`, `silent`, or the number that it was refused with. */
  result: string;
  seconds: number;
}

/** The same messenger, with every call told once it has ended. */
export function withToldCalls(messenger: Messenger, clock: Clock, tell: (call: ToldCall) => void): Messenger {
  const { platform } = messenger;
  return {
    ...messenger,
    async call(method, asking) {
      const began = clock.now().getTime();
      const answer = await messenger.call(method, asking);
      const seconds = (clock.now().getTime() - began) / 1_000;
      tell({ platform, method, result: resultOf(answer), seconds });
      return answer;
    },
  };
}

const resultOf = (answer: Answer): string =>
  answer.kind === 'refused' ? String(answer.status) : answer.kind;
