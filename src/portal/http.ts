import { z } from 'zod';
import type { Clock } from '../clock.js';
import { httpRequest, json, type HttpRequest, type HttpResult, type Timeouts } from '../http-client.js';
import type { Random } from '../random.js';
import type { AccountAnswer, OutcomeAnswer, ResetAnswer } from '../reset/ports.js';
import type { Portal } from './port.js';
import { sign } from './signature.js';

export interface HttpPortalSettings {
  /** Where the insurer's service answers, with its base path. */
  url: string;
  token: string;
  /** Signs every request. */
  secret: string;
  timeouts?: Timeouts;
}

export interface HttpPortalParts {
  clock: Clock;
  random: Random;
  /** Waits so many milliseconds. */
  pause: (ms: number) => Promise<void>;
  /** Is told of each answer that was of no use, in words without secrets. */
  onFault: (fault: string) => void;
}

/** Short: a member is waiting, and a question is asked three times. */
const portalTimeouts: Timeouts = { connectMs: 2_000, answerMs: 6_000 };

/** The insurer's portal behind the service of `docs/portal-api.yaml`. */
export function makeHttpPortal(settings: HttpPortalSettings, parts: HttpPortalParts): Portal {
  const ask = makeAsking(settings, parts);
  const get = async (path: string): Promise<HttpResult> => {
    for (const wait of questionPausesMs) {
      const answer = await ask('GET', path);
      if (isClear(answer)) return answer;
      await parts.pause(jittered(wait, parts.random));
    }
    return ask('GET', path);
  };
  return {
    account: async (insuredCode) => accountIn(await get(accountPath(insuredCode))),
    // Not repeated here: whoever ordered it asks for its outcome before they order it again.
    reset: async (id, insuredCode) => {
      const body = JSON.stringify({ id, requestedAt: parts.clock.now().toISOString() });
      return resetIn(await ask('POST', `${accountPath(insuredCode)}/password-resets`, body, id));
    },
    outcome: async (id) => outcomeIn(await get(resetPath(id))),
    healthy: async () => outcomeIn(await ask('GET', resetPath(nobodysReset))) !== 'unknown',
  };
}

const accountPath = (insuredCode: string): string => `/accounts/${encodeURIComponent(insuredCode)}`;
const resetPath = (id: string): string => `/password-resets/${encodeURIComponent(id)}`;

/** Asked about to see whether the portal answers at all. */
const nobodysReset = '0'.repeat(32);

/** Before the second and the third time that a question is asked, about. */
const questionPausesMs = [200, 600];

/** Half to one and a half of it, so that many who wait do not ask all at once. */
function jittered(ms: number, random: Random): number {
  return Math.round(ms * (0.5 + random.bytes(4).readUInt32BE() / 2 ** 32));
}

const account = z.object({ password: z.enum(['initial', 'changed']) });
const done = z.object({ status: z.literal('done') });

function accountIn(answer: HttpResult): AccountAnswer {
  if (isMissing(answer)) return 'missing';
  return (answered(answer, 200) && account.safeParse(json(answer)).data?.password) || 'away';
}

function resetIn(answer: HttpResult): ResetAnswer {
  if (isMissing(answer)) return 'missing';
  if (answered(answer, 409)) return 'conflict';
  return isDone(answer) ? 'done' : 'unknown';
}

function outcomeIn(answer: HttpResult): OutcomeAnswer {
  if (isMissing(answer)) return 'never-arrived';
  return isDone(answer) ? 'done' : 'unknown';
}

const isDone = (answer: HttpResult): boolean =>
  answered(answer, 200, 201) && done.safeParse(json(answer)).success;

/** A web page, whatever its status, comes from something that stands in front, and says nothing of the account. */
const answered = (answer: HttpResult, ...statuses: number[]): boolean =>
  answer.kind === 'answered' && statuses.includes(answer.status) && !answer.type.includes('html');

const isMissing = (answer: HttpResult): boolean => answered(answer, 404);

/** Asking again would bring the same. */
const isClear = (answer: HttpResult): boolean =>
  answer.kind === 'answered' && answer.status < 500 && answer.status !== 429;

function makeAsking(settings: HttpPortalSettings, { clock, onFault }: HttpPortalParts) {
  return async (method: HttpRequest['method'], path: string, body = '', id?: string): Promise<HttpResult> => {
    const { url, token, secret, timeouts = portalTimeouts } = settings;
    const address = new URL(`${url.replace(/\/+$/, '')}${path}`);
    const timestamp = String(Math.floor(clock.now().getTime() / 1000));
    const signature = sign(secret, { timestamp, method, path: address.pathname + address.search, body });
    const headers = {
      authorization: `Bearer ${token}`,
      'x-timestamp': timestamp,
      'x-signature': signature,
      ...(id === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': id }),
    };
    const asking =
      method === 'POST' ? { method, url: address, headers, body } : { method, url: address, headers };
    const answer = await httpRequest(asking, timeouts);
    const fault = faultOf(answer);
    if (fault) onFault(`portal ${method}: ${fault}`);
    return answer;
  };
}

function faultOf(answer: HttpResult): string | null {
  if (answer.kind === 'silent') return answer.fault;
  if (answered(answer, 200, 201, 404, 409)) return null;
  return `HTTP ${answer.status}${answer.type.includes('html') ? ' with a web page' : ''}`;
}
