import type { Clock } from '../clock.js';
import { makeHttpClient, type HttpResult } from '../http-client/http-client.js';
import type { Random } from '../random.js';
import {
  accountMeanings,
  accountPath,
  capabilitiesIn,
  capabilitiesPath,
  faultIn,
  nobody,
  optionalPath,
  orderPath,
  outcomeMeanings,
  resetMeanings,
  resetPath,
  wordIn,
} from './contract.js';
import type { Portal, PortalCapability } from './port.js';
import { signedRequest, type HttpPortalSettings, type PortalRequest } from './signed-request.js';

export interface HttpPortalParts {
  clock: Clock;
  random: Random;
  /** Waits so many milliseconds. */
  pause: (ms: number) => Promise<void>;
  /** Is told of each answer that was of no use, in words without secrets. */
  onFault: (fault: string) => void;
  /** Is told of each that was clear. */
  onClear?: () => void;
}

/** The insurer's portal behind the service of `docs/portal-api.yaml`. Only the words that stand there are believed. */
export function makeHttpPortal(settings: HttpPortalSettings, parts: HttpPortalParts): Portal {
  const ask = makeAsk(settings, parts);
  const account = (insuredCode: string, times: number) =>
    ask({ path: accountPath(insuredCode) }, meaningIn(accountMeanings), times);
  const outcome = (id: string, times: number) =>
    ask({ path: resetPath(id) }, meaningIn(outcomeMeanings), times);
  // Not repeated here: whoever ordered it asks for its outcome, or orders it again.
  const order = async (path: string, id: string) => {
    const body = JSON.stringify({ id, requestedAt: parts.clock.now().toISOString() });
    return (await ask({ path, order: { id, body } }, meaningIn(resetMeanings), 1)) ?? 'unknown';
  };
  const optional = (name: PortalCapability) => (id: string, insuredCode: string) =>
    order(optionalPath(name, insuredCode), id);
  return {
    account: async (insuredCode) => (await account(insuredCode, questions)) ?? 'away',
    reset: (id, insuredCode) => order(orderPath(insuredCode), id),
    outcome: async (id) => (await outcome(id, questions)) ?? 'unknown',
    capabilities: () => ask({ path: capabilitiesPath }, capabilitiesIn, questions),
    endSessions: optional('end-sessions'),
    lockAccount: optional('lock-account'),
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

/** What an answer means by this table; null when its word is not there. */
const meaningIn =
  <Meaning>(meanings: Readonly<Record<string, Meaning>>) =>
  (answer: HttpResult): Meaning | null =>
    meanings[wordIn(answer) ?? ''] ?? null;

/** Asks so often at most, and reads the last answer; null: it was no clear one. */
function makeAsk(
  settings: HttpPortalSettings,
  { clock, random, pause, onFault, onClear = () => undefined }: HttpPortalParts,
) {
  const client = makeHttpClient();
  return async <Meaning>(
    request: PortalRequest,
    read: (answer: HttpResult) => Meaning | null,
    times: number,
  ): Promise<Meaning | null> => {
    for (let time = 1; ; time += 1) {
      const answer = await signedRequest(client, settings, clock, request);
      const meaning = read(answer);
      if (meaning === null) onFault(`portal ${request.order ? 'POST' : 'GET'}: ${faultIn(answer)}`);
      else onClear();
      if (meaning !== null || time >= times || !mayChange(answer)) return meaning;
      await pause(jittered(questionPausesMs[time - 1] ?? 0, random));
    }
  };
}

/** Asking again might bring another answer. */
const mayChange = (answer: HttpResult): boolean =>
  answer.kind === 'silent' || answer.status >= 500 || answer.status === 429;
