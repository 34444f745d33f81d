import { z } from 'zod';
import type { HttpResult } from '../http-client/http-client.js';
import type { Silent } from '../http-client/send.js';

/**
 * What a messenger said. `refused`: it understood and said no, or somebody before it would not be hurried; `silent`:
 * nothing usable came, be it a broken connection, a proxy's page or no answer in time, and the call may have been
 * carried out all the same.
 */
export type Answer =
  | { kind: 'ok'; result: unknown }
  | { kind: 'refused'; status: number; description: string; retryAfterMs: number | null }
  | Silent;

/** What a messenger's HTTP answer says. */
export function readAnswer(result: HttpResult): Answer {
  if (result.kind === 'silent') return result;
  const { status, body } = result;
  // Nothing that stands elsewhere is asked: the address carries the token.
  return status >= 300 && status < 400 ? unreadable(status, '') : read(status, body);
}

/** Does this say that the bot's token is not, or no longer, good? Telegram says 401, Bale 403. */
export function refusesToken(answer: Answer): boolean {
  if (answer.kind !== 'refused') return false;
  const { status, description } = answer;
  return status === 401 || (status === 403 && /token/i.test(description));
}

/** The same, of a method that every messenger has: there, 404 says that no bot has such a token. */
export function refusesBot(answer: Answer): boolean {
  const nobody =
    answer.kind === 'refused' && answer.status === 404 && /^not found$/i.test(answer.description);
  return nobody || refusesToken(answer);
}

/** Is it certain that nobody has looked at the call: no connection, or a no before it was read? */
export function isUnheard(answer: Answer): boolean {
  if (answer.kind === 'silent') return !answer.written;
  return answer.kind === 'refused' && answer.status < 500;
}

const said = z.union([
  // With a result or without: it was done, and is not done again for want of a word about it.
  z.object({ ok: z.literal(true), result: z.unknown().optional() }),
  z.object({
    ok: z.literal(false),
    error_code: z.number().optional(),
    description: z.string().optional(),
    parameters: z.object({ retry_after: z.number().optional() }).nullish(),
  }),
]);

function read(status: number, text: string): Answer {
  const parsed = said.safeParse(json(text));
  if (!parsed.success) return unreadable(status, text);
  if (parsed.data.ok) return { kind: 'ok', result: parsed.data.result };
  const { error_code = status, description = '', parameters } = parsed.data;
  const seconds = parameters?.retry_after;
  const retryAfterMs = seconds === undefined ? null : seconds * 1_000;
  return { kind: 'refused', status: error_code, description, retryAfterMs };
}

/** Bale and the proxy before it say some things in plain text that are clear all the same; pages and the rest say nothing. */
function unreadable(status: number, text: string): Answer {
  const clear = status === 429 || (status === 403 && /^[^<]{0,80}\btoken not found\b/i.test(text));
  if (!clear) return { kind: 'silent', written: true, fault: `status ${status} without a readable answer` };
  return {
    kind: 'refused',
    status,
    description: status === 403 ? 'token not found' : '',
    retryAfterMs: null,
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
