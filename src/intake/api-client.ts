import type { Clock } from '../clock.js';
import type { Log } from '../log.js';
import { refusesBot, type Answer } from '../messenger/answer.js';
import type { Messenger } from '../messenger/messenger.js';
import { makeOutageLog } from '../outage-log.js';

/** The wire to one messenger, and whether anybody is at its other end. */
export interface ApiClient {
  /** The result, or null when there was none: it said no, or nothing. */
  call(method: string, question: object, signal: AbortSignal): Promise<unknown>;
  reached: () => boolean;
}

export interface ApiClientParts {
  messenger: Messenger;
  clock: Clock;
  log: Log;
  /** Called once the messenger has refused the token. */
  tokenRefused: () => void;
}

/** Longer than the longest poll. */
const timeoutMs = 35_000;

export function makeApiClient({ messenger, clock, log, tokenRefused }: ApiClientParts): ApiClient {
  const { platform } = messenger;
  const outage = makeOutageLog(
    { log, clock },
    { out: 'messenger gives no updates', back: 'messenger answers again' },
  );
  let reached = true;
  const watch = (answer: Answer): void => {
    reached = answer.kind === 'ok';
    if (reached) outage.back({ platform });
    else outage.out({ platform, said: inShort(answer) });
  };
  return {
    async call(method, question, signal) {
      const body = JSON.stringify(question);
      const answer = await messenger.call(method, { body, timeoutMs, signal });
      if (signal.aborted) return null;
      watch(answer);
      if (refusesBot(answer)) {
        log.error({ platform }, 'messenger refuses the bot token');
        tokenRefused();
      }
      return answer.kind === 'ok' ? answer.result : null;
    },
    reached: () => reached,
  };
}

function inShort(answer: Answer): string {
  return answer.kind === 'silent' ? answer.fault : answer.kind === 'refused' ? String(answer.status) : '';
}
