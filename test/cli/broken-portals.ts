import { Hono, type Context, type Next } from 'hono';
import { makePortalServer, type PortalHouse } from '../../playground/portal-server/portal-server.js';
import type { Clock } from '../../src/clock.js';
import { sign } from '../../src/portal/signature.js';

const customer = { token: 'portal-token-of-tests', secret: 'portal-secret-of-tests' };
export const portalKeys = { PORTAL_API_TOKEN: customer.token, PORTAL_API_SECRET: customer.secret };

/** Stands before a sound portal and spoils one thing; remembers what it likes between two requests. */
type Fault = (memory: Set<string>) => (c: Context, next: Next) => Promise<Response | void>;

const isOrder = (c: Context): boolean => c.req.method === 'POST';
const asksAccount = (c: Context): boolean => !isOrder(c) && c.req.path.startsWith('/accounts/');
const asksOutcome = (c: Context): boolean => c.req.path.startsWith('/password-resets/');
const idOf = (c: Context): string => c.req.header('idempotency-key') ?? c.req.path.split('/').at(-1) ?? '';

function answerInstead(c: Context, status: 200 | 202 | 401 | 404 | 500, body: object): void {
  c.res = undefined;
  c.res = c.json(body, status);
}

/** As though whoever asks held the keys, and had just signed. */
async function letIn(
  c: Context,
  headers: readonly ('authorization' | 'x-timestamp' | 'x-signature')[],
): Promise<void> {
  const [timestamp, given] = [String(Math.floor(Date.now() / 1_000)), c.req.header()];
  const fresh = headers.includes('x-timestamp') ? timestamp : (given['x-timestamp'] ?? timestamp);
  const signed = { timestamp: fresh, method: c.req.method, path: c.req.path, body: await c.req.text() };
  const right = {
    authorization: `Bearer ${customer.token}`,
    'x-timestamp': fresh,
    'x-signature': sign(customer.secret, signed),
  };
  const raw = new Headers(c.req.raw.headers);
  for (const name of headers) raw.set(name, right[name]);
  c.req.raw = new Request(c.req.raw.url, {
    method: c.req.method,
    headers: raw,
    ...(isOrder(c) && { body: signed.body }),
  });
  c.req.bodyCache = {};
}

/** By the rule that it breaks, a portal as one might come to be written. */
export const brokenPortals: Readonly<Record<string, Fault>> = {
  'the account that was named': () => async (c, next) => {
    await next();
    const { password } = (await c.res.clone().json()) as { password?: string };
    if (asksAccount(c) && password === 'changed') answerInstead(c, 200, { password: 'set' });
  },
  'an account that does not exist': () => async (c, next) => {
    await next();
    if (asksAccount(c) && c.res.status === 404) answerInstead(c, 404, { message: 'not found' });
  },
  'a reset that never arrived': (asked) => async (c, next) => {
    const first = asksOutcome(c) && asked.size === 0;
    if (asksOutcome(c)) asked.add('one');
    await next();
    if (first) answerInstead(c, 404, {});
  },
  'no token, or another one': () => async (c, next) => {
    await letIn(c, ['authorization']);
    await next();
  },
  'no signature': () => async (c, next) => {
    if (!c.req.header('x-signature')) await letIn(c, ['x-signature']);
    await next();
  },
  'a signature of another secret': () => async (c, next) => {
    if (c.req.header('x-signature') && !isOrder(c) && isFresh(c)) await letIn(c, ['x-signature']);
    await next();
  },
  'a timestamp six minutes old': () => async (c, next) => {
    if (!isFresh(c)) await letIn(c, ['x-timestamp', 'x-signature']);
    await next();
  },
  'an order that is refused': () => async (c, next) => {
    if (!isOrder(c)) return next();
    const timestamp = c.req.header('x-timestamp') ?? '';
    const signed = { timestamp, method: 'POST', path: c.req.path, body: await c.req.text() };
    const known = sign(customer.secret, signed) === c.req.header('x-signature');
    await letIn(c, ['x-signature']);
    await next();
    if (!known) answerInstead(c, 401, { error: 'not-authorised' });
  },
  'an order whose header and body': () => async (c, next) => {
    if (isOrder(c)) {
      const { id } = JSON.parse(await c.req.text()) as { id: string };
      const headers = new Headers(c.req.raw.headers);
      headers.set('idempotency-key', id);
      c.req.raw = new Request(c.req.raw.url, { method: 'POST', headers, body: await c.req.text() });
      c.req.bodyCache = {};
    }
    await next();
  },
  'an order for an account that does not exist': (taken) => async (c, next) => {
    await next();
    if (isOrder(c) && c.res.status === 404) taken.add(idOf(c));
    if (asksOutcome(c) && taken.has(idOf(c))) answerInstead(c, 200, { status: 'done' });
  },
  'an order: 200 or 201': (seen) => async (c, next) => {
    await next();
    if (isOrder(c) && c.res.status === 200 && seen.size === 0) {
      seen.add('the first');
      answerInstead(c, 202, { status: 'accepted' });
    }
  },
  'after it the account': () => async (c, next) => {
    await next();
    if (asksAccount(c) && c.res.status === 200) answerInstead(c, 200, { password: 'changed' });
  },
  'and what became of it': () => async (c, next) => {
    await next();
    if (asksOutcome(c) && c.res.status === 200) answerInstead(c, 404, { error: 'no-such-reset' });
  },
  'the same order again': (taken) => async (c, next) => {
    const again = isOrder(c) && taken.has(idOf(c)) && !c.req.path.includes('/000000000000/');
    await next();
    // Of the first order only: two at once are another rule.
    if (again) answerInstead(c, 500, { error: 'duplicate-key' });
    else if (isOrder(c) && c.res.status === 200 && taken.size === 0) taken.add(idOf(c));
  },
  'its id for another account': () => async (c, next) => {
    await next();
    if (isOrder(c) && c.res.status === 409) answerInstead(c, 404, { error: 'no-such-account' });
  },
  'the same order twice at once': (inHand) => async (c, next) => {
    if (!isOrder(c)) return next();
    if (inHand.has(idOf(c))) return c.json({ error: 'deadlock' }, 500);
    inHand.add(idOf(c));
    // The other one is on its way.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await next();
    inHand.delete(idOf(c));
  },
  'the optional calls': () => async (c, next) => {
    await next();
    if (c.req.path === '/capabilities') answerInstead(c, 200, { capabilities: 'both' });
  },
  ...spoilsOptional('ending all sessions of an account', '/session-ends'),
  ...spoilsOptional('locking an account', '/locks'),
  'every answer is application/json': () => async (c, next) => {
    await next();
    c.res = new Response(await c.res.text(), {
      status: c.res.status,
      headers: { 'content-type': 'text/plain' },
    });
  },
};

/** One portal for each rule of an optional call. */
function spoilsOptional(does: string, path: string): Record<string, Fault> {
  const isMeant = (c: Context): boolean => c.req.path.endsWith(path);
  return {
    [`${does} with a signature of another secret`]: () => async (c, next) => {
      if (isMeant(c)) await letIn(c, ['x-signature']);
      await next();
    },
    [`${does} that does not exist`]: () => async (c, next) => {
      await next();
      if (isMeant(c) && c.res.status === 404) answerInstead(c, 404, {});
    },
    [`${does}, and once more`]: (taken) => async (c, next) => {
      const again = isMeant(c) && taken.has(idOf(c));
      await next();
      if (again) answerInstead(c, 500, { error: 'duplicate-key' });
      else if (isMeant(c)) taken.add(idOf(c));
    },
  };
}

const isFresh = (c: Context): boolean =>
  Math.abs(Date.now() / 1_000 - Number(c.req.header('x-timestamp'))) < 300;

/** A sound portal with one fault before it, or with none. */
export function portalWith(fault: Fault | null, portal: PortalHouse, clock: Clock): Hono {
  const app = new Hono();
  if (fault) app.use(fault(new Set()));
  return app.route('/', makePortalServer({ portal, customer, clock }));
}
