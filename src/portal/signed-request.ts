import type { Clock } from '../clock.js';
import type { HttpClient, HttpResult } from '../http-client/http-client.js';
import type { Timeouts } from '../http-client/send.js';
import { sign } from './signature.js';

export interface HttpPortalSettings {
  /** Where the insurer's service answers, with its base path. */
  url: string;
  token: string;
  /** Signs every request. */
  secret: string;
  timeouts?: Timeouts;
}

/** A question to the portal, or an order with its id. `path` is the one after the base path. */
export interface PortalRequest {
  path: string;
  order?: { id: string; body: string };
}

/** Short: a member is waiting, and a question is asked three times. */
export const portalTimeouts: Timeouts = { connectMs: 2_000, answerMs: 6_000 };

/** Where a request goes, and the headers that carry token and signature. */
export function signedHeaders(
  { url, token, secret }: HttpPortalSettings,
  clock: Clock,
  { path, order }: PortalRequest,
): { url: URL; headers: Record<string, string> } {
  const address = new URL(`${url.replace(/\/+$/, '')}${path}`);
  const timestamp = String(Math.floor(clock.now().getTime() / 1000));
  const method = order ? 'POST' : 'GET';
  const signed = { timestamp, method, path: address.pathname + address.search, body: order?.body ?? '' };
  const headers = {
    authorization: `Bearer ${token}`,
    'x-timestamp': timestamp,
    'x-signature': sign(secret, signed),
    ...(order && { 'content-type': 'application/json', 'idempotency-key': order.id }),
  };
  return { url: address, headers };
}

/** Asks once, signed. The settings are read anew for each request. */
export function signedRequest(
  ask: HttpClient,
  settings: HttpPortalSettings,
  clock: Clock,
  request: PortalRequest,
): Promise<HttpResult> {
  const { timeouts = portalTimeouts } = settings;
  const to = signedHeaders(settings, clock, request);
  const { order } = request;
  return order
    ? ask({ ...to, method: 'POST', body: order.body }, timeouts)
    : ask({ ...to, method: 'GET' }, timeouts);
}
