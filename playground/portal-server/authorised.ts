import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Clock } from '../../src/clock.js';
import { isSigned } from '../../src/portal/signature.js';

/** Who may call: holds the token, and signs with the secret. */
export interface PortalCustomer {
  token: string;
  secret: string;
}

/** A request older or newer than this is refused: an overheard one cannot be used later. */
const mostSkewSeconds = 300;

/** Lets through who holds the token and has signed the very request, just now; everybody else gets 401. */
export function authorised({ token, secret }: PortalCustomer, clock: Clock): MiddlewareHandler {
  return async (c, next) => {
    const timestamp = c.req.header('x-timestamp') ?? '';
    const { pathname, search } = new URL(c.req.url);
    const signed = { timestamp, method: c.req.method, path: pathname + search, body: await c.req.text() };
    const fresh = Math.abs(clock.now().getTime() / 1000 - Number(timestamp || NaN)) <= mostSkewSeconds;
    const known = same(c.req.header('authorization') ?? '', `Bearer ${token}`);
    if (!fresh || !known || !isSigned(secret, signed, c.req.header('x-signature') ?? '')) {
      return c.json({ error: 'not-authorised' }, 401);
    }
    await next();
  };
}

function same(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
