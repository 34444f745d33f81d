import { serveParent } from './child.js';
import { serveHttp, type Answered, type Asking } from './http.js';

/** The insurer's portal by the contract of `docs/portal-api.yaml`; every account exists. In a process of its own. */
export type Portal = typeof services;

/** Accounts whose password was put back, and the resets that did it. */
const initial = new Set<string>();
const done = new Map<string, string>();

const services = { url: (_: null) => url, resets: (_: null) => done.size };

const url = await serveHttp(answer);
serveParent(services);

function answer({ method, path, headers, body }: Asking): Answered {
  if (!headers.authorization?.startsWith('Bearer ')) return problem(401, 'not-authorised');
  const [, room, name = '', what] = path.split('/');
  if (room === 'password-resets') return done.has(name) ? isDone : problem(404, 'no-such-reset');
  if (room !== 'accounts') return problem(404, 'no-such-page');
  if (method === 'GET') return JSON.stringify({ password: initial.has(name) ? 'initial' : 'changed' });
  return what === 'password-resets'
    ? reset(name, headers['idempotency-key'], body)
    : problem(404, 'no-such-page');
}

function reset(account: string, key: unknown, body: string): Answered {
  const { id } = JSON.parse(body) as { id: string };
  if (id !== key) return problem(400, 'ids-differ');
  const before = done.get(id);
  if (before !== undefined) return before === account ? isDone : problem(409, 'id-of-another-account');
  done.set(id, account);
  initial.add(account);
  return isDone;
}

const isDone = JSON.stringify({ status: 'done' });

const problem = (status: number, error: string): Answered => ({ status, json: JSON.stringify({ error }) });
