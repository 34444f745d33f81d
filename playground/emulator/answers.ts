import type { Fault, WireAnswer } from './faults.js';
import { Refusal } from './refusal.js';

/** The answer as it travels; `plainErrors`: an error is only its description, as text. */
export function toResponse(answer: WireAnswer, plainErrors: boolean): Response {
  const status = answer.ok ? 200 : answer.error_code;
  if (!answer.ok && plainErrors) return new Response(answer.description, { status });
  return Response.json(answer, { status });
}

export const refused = ({ code, message, parameters }: Refusal): WireAnswer => ({
  ok: false,
  error_code: code,
  description: message,
  ...(parameters ? { parameters } : {}),
});

/** The answer of a messenger that has had enough, or is unwell. */
export function troubled(fault: Fault & { kind: 'too-many-requests' | 'server-error' }): WireAnswer {
  if (fault.kind === 'server-error') {
    return refused(new Refusal(fault.status ?? 500, 'Internal Server Error'));
  }
  const { retryAfter } = fault;
  return refused(
    new Refusal(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter }),
  );
}

/** What something on the way says in the messenger's place. */
export function stranger({ status = 502, body }: Fault & { kind: 'not-json' }): Response {
  const page = '<html><body><h1>Bad Gateway</h1></body></html>';
  const type = body === undefined ? 'text/html' : 'text/plain';
  return new Response(body ?? page, { status, headers: { 'content-type': type } });
}
