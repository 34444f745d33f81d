import { z } from 'zod';

/**
 * What a messenger said. `refused`: it understood and said no, or somebody before it would not be hurried; `silent`:
 * nothing usable came, be it a broken connection, a proxy's page or no answer in time, and the call may have been
 * carried out all the same.
 */
export type Answer =
  | { kind: 'ok'; result: unknown }
  | { kind: 'refused'; status: number; description: string; retryAfterMs: number | null }
  | { kind: 'silent'; fault: string };

/** Reads an answer to the end. The errors of `fetch` are not handed on: they may quote the address, and with it the token. */
export async function answerTo(asked: Promise<Response>): Promise<Answer> {
  try {
    const response = await asked;
    return read(response.status, await response.text());
  } catch (error) {
    return { kind: 'silent', fault: faultOfFetch(error) };
  }
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

/** No connection came about, by the codes of Node and of its `fetch`. */
const unreached = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
]);

/** Is it certain that nobody has looked at the call: no connection, or a no before it was read? */
export function isUnheard(answer: Answer): boolean {
  if (answer.kind === 'silent') return unreached.has(answer.fault);
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
  if (!clear) return { kind: 'silent', fault: `status ${status} without a readable answer` };
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

/** A short code; what `fetch` itself says may quote the address. */
export function faultOfFetch(error: unknown): string {
  if (!(error instanceof Error)) return 'broken exchange';
  const { code } = (error.cause ?? {}) as { code?: unknown };
  if (typeof code === 'string') return code;
  return error.name === 'TimeoutError'
    ? 'too slow'
    : error.name === 'AbortError'
      ? 'given up'
      : 'broken exchange';
}
