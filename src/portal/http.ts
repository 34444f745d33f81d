import type { Clock } from '../clock.js';
import { makeHttpClient, type HttpResult } from '../http-client/http-client.js';
import type { Random } from '../random.js';
import {
  accountMeanings,
  accountPath,
  faultIn,
  nobody,
  orderPath,
  outcomeMeanings,
  resetMeanings,
  resetPath,
  wordIn,
} from './contract.js';
import type { Portal } from './port.js';
import { signedRequest, type HttpPortalSettings, type PortalRequest } from './signed-request.js';

export interface HttpPortalParts {
  clock: Clock;
  random: Random;
  /** Waits so many milliseconds. */
  pause: (ms: number) => Promise<void>;
  /** Is told of each answer that was of no use, in words without secrets. */
  onFault: (fault: string) => void;
}

/** The insurer's portal behind the service of `docs/portal-api.yaml`. Only the words that stand there are believed. */
export function makeHttpPortal(settings: HttpPortalSettings, parts: HttpPortalParts): Portal {
  const ask = makeAsk(settings, parts);
  const account = (insuredCode: string, times: number) =>
    ask({ path: accountPath(insuredCode) }, accountMeanings, times);
  const outcome = (id: string, times: number) => ask({ path: resetPath(id) }, outcomeMeanings, times);
  return {
    account: async (insuredCode) => (await account(insuredCode, questions)) ?? 'away',
    // Not repeated here: whoever ordered it asks for its outcome before they order it again.
    reset: async (id, insuredCode) => {
      const body = JSON.stringify({ id, requestedAt: parts.clock.now().toISOString() });
      return (
        (await ask({ path: orderPath(insuredCode), order: { id, body } }, resetMeanings, 1)) ?? 'unknown'
      );
    },
    outcome: async (id) => (await outcome(id, questions)) ?? 'unknown',
    // Both, since a proxy may lead one of them elsewhere.
    healthy: async () => {
      const clear = [await account(nobody.insuredCode, 1), await outcome(nobody.resetId, 1)];
      return !clear.includes(null);
    },
  };
}

/** Before the second and the third time that a question is asked, about. */
const questionPausesMs = [200, 600];
const questions = questionPausesMs.length + 1;

/** Half to one and a half of it, so that many who wait do not ask all at once. */
function jittered(ms: number, random: Random): number {
  return Math.round(ms * (0.5 + random.bytes(4).readUInt32BE() / 2 ** 32));
}

/** Asks so often at most, and reads the last answer; null: it was no clear one. */
function makeAsk(settings: HttpPortalSettings, { clock, random, pause, onFault }: HttpPortalParts) {
  const client = makeHttpClient();
  return async <Meaning>(
    request: PortalRequest,
    meanings: Readonly<Record<string, Meaning>>,
    times: number,
  ): Promise<Meaning | null> => {
    for (let time = 1; ; time += 1) {
      const answer = await signedRequest(client, settings, clock, request);
      const meaning = meanings[wordIn(answer) ?? ''] ?? null;
      if (meaning === null) onFault(`portal ${request.order ? 'POST' : 'GET'}: ${faultIn(answer)}`);
      if (meaning !== null || time >= times || !mayChange(answer)) return meaning;
      await pause(jittered(questionPausesMs[time - 1] ?? 0, random));
    }
  };
}

/** Asking again might bring another answer. */
const mayChange = (answer: HttpResult): boolean =>
  answer.kind === 'silent' || answer.status >= 500 || answer.status === 429;
