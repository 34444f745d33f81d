import type { PlatformName } from '../platforms.js';
import type { Clock } from '../clock.js';
import type { Answer } from './answer.js';
import type { Fetched } from './download.js';
import type { Messenger } from './messenger.js';

/** One call as it went; `file` is the fetching of a file. */
export interface ObservedCall {
  platform: PlatformName;
  method: string;
  /** `ok`, `silent`, or the number that it was refused with. */
  result: string;
  seconds: number;
}

/** The same messenger, with every call told once it has ended. */
export function instrumentCalls(
  messenger: Messenger,
  clock: Clock,
  tell: (call: ObservedCall) => void,
): Messenger {
  const { platform } = messenger;
  const timed = async <A extends Answer | Fetched>(method: string, asked: Promise<A>): Promise<A> => {
    const began = clock.now().getTime();
    const answer = await asked;
    const seconds = (clock.now().getTime() - began) / 1_000;
    tell({ platform, method, result: resultOf(answer), seconds });
    return answer;
  };
  return {
    ...messenger,
    call: (method, asking) => timed(method, messenger.call(method, asking)),
    fetch: (path, fetching) => timed('file', messenger.fetch(path, fetching)),
  };
}

const resultOf = (answer: Answer | Fetched): string =>
  answer.kind === 'refused' ? String(answer.status) : answer.kind;
