import { z } from 'zod';
import { json, type HttpResult } from '../http-client/http-client.js';

/** What the services say when they refuse: `{code}`, or `{error_code}`. Codes only: messages repeat what was asked. */
const refusal = z.union([
  z.object({ code: z.string() }).transform(({ code }) => code),
  z.object({ error_code: z.string() }).transform(({ error_code }) => error_code),
]);

/** Why an exchange was of no use, for the operator. */
export function faultOf(name: string, answer: HttpResult): string {
  if (answer.kind === 'silent') return `${name} ${answer.fault}`;
  const code = refusal.safeParse(json(answer)).data;
  return [name, 'HTTP', answer.status, code && /^[\w.-]{1,40}$/.test(code) ? code : ''].join(' ').trim();
}

/** An expired key is answered with 403 by some, as a forbidden one is. A firewall's page is no answer of the service. */
export const refusesKey = (answer: HttpResult): boolean =>
  answer.kind === 'answered' &&
  (answer.status === 401 || (answer.status === 403 && json(answer) !== undefined));
