import { z } from 'zod';
import { json, type HttpResult } from '../http-client/http-client.js';
import { portalCapabilities, type PortalCapability } from './port.js';

/** The answers of `docs/portal-api.yaml`, each read as its one word. */
const answers = [
  {
    statuses: [200],
    body: z.object({ password: z.enum(['initial', 'changed']) }).transform(({ password }) => password),
  },
  { statuses: [200, 201], body: z.object({ status: z.literal('done') }).transform(({ status }) => status) },
  {
    statuses: [404],
    body: z.object({ error: z.enum(['no-such-account', 'no-such-reset']) }).transform(({ error }) => error),
  },
  {
    statuses: [409],
    body: z.object({ error: z.literal('id-of-another-account') }).transform(({ error }) => error),
  },
];

/** What the portal itself can say. */
export type PortalWord = z.output<(typeof answers)[number]['body']>;

/** What each call's answers mean. Whatever stands in no table is no clear answer to that call. */
export const accountMeanings = {
  initial: 'initial',
  changed: 'changed',
  'no-such-account': 'missing',
} as const;
export const resetMeanings = {
  done: 'done',
  'no-such-account': 'missing',
  'id-of-another-account': 'conflict',
} as const;
export const outcomeMeanings = { done: 'done', 'no-such-reset': 'never-arrived' } as const;

/**
 * The portal's word in an answer; null when it has none. A status alone says nothing: a proxy, a firewall or a server
 * at another address has statuses too.
 */
export function wordIn(answer: HttpResult): PortalWord | null {
  if (answer.kind === 'silent' || isPage(answer)) return null;
  const { status } = answer;
  const read = answers
    .filter(({ statuses }) => statuses.includes(status))
    .map(({ body }) => body.safeParse(json(answer)));
  return read.find(({ success }) => success)?.data ?? null;
}

/** A 404 of whoever stands there: the portal's own has its word in it. */
export const bareNotFound = 'HTTP 404 without a word of the contract';

const named = z.object({ capabilities: z.array(z.string()) });

/** The optional calls that an answer names; a portal that has no such page has none of them. Null: no clear answer. */
export function capabilitiesIn(answer: HttpResult): readonly PortalCapability[] | null {
  if (answer.kind === 'silent') return null;
  if (answer.status === 404) return [];
  const read = named.safeParse(json(answer));
  if (answer.status !== 200 || isPage(answer) || !read.success) return null;
  return portalCapabilities.filter((name) => read.data.capabilities.includes(name));
}

/** What was wrong with an answer that was of no use, without anything secret. */
export function faultIn(answer: HttpResult): string {
  if (answer.kind === 'silent') return answer.fault;
  if (isPage(answer)) return `HTTP ${answer.status} with a web page`;
  if (answer.status === 404) return wordIn(answer) ? 'HTTP 404 about something else' : bareNotFound;
  return `HTTP ${answer.status}${answer.status < 300 || answer.status === 409 ? ' with an unknown body' : ''}`;
}

const isPage = ({ type }: Extract<HttpResult, { kind: 'answered' }>): boolean => type.includes('html');

/** Nobody has this insured code, and nobody's recovery this id: asked about to see whether the portal answers. */
export const nobody = { insuredCode: '0'.repeat(12), resetId: '0'.repeat(32) };

export const accountPath = (insuredCode: string): string => `/accounts/${encodeURIComponent(insuredCode)}`;
export const orderPath = (insuredCode: string): string => `${accountPath(insuredCode)}/password-resets`;
export const resetPath = (id: string): string => `/password-resets/${encodeURIComponent(id)}`;
export const capabilitiesPath = '/capabilities';

const optionalCalls = { 'end-sessions': 'session-ends', 'lock-account': 'locks' } as const;

/** Where an optional call of this name is ordered. */
export const optionalPath = (name: PortalCapability, insuredCode: string): string =>
  `${accountPath(insuredCode)}/${optionalCalls[name]}`;
