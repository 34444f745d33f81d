import { serveParent, tellParent } from './child.js';
import { serveHttp, type Asking } from './http.js';

/** A vendor as Kavenegar: takes every message at once, and tells the parent of each code. In a process of its own. */
export type SmsVendor = typeof services;

/** A code that has reached a phone. */
export interface CodeReceived {
  mobile: string;
  code: string;
}

let last = 0;
const services = { url: (_: null) => url, sent: (_: null) => last };

const url = await serveHttp(answer);
serveParent(services);

function answer({ path, body }: Asking): string {
  const fields = new URLSearchParams(body);
  if (path.endsWith('/account/info.json')) return entries({ remaincredit: 1_000_000_000, type: 'master' });
  if (path.endsWith('/sms/status.json'))
    return entries({ messageid: Number(fields.get('messageid')), status: 10 });
  last += 1;
  const [mobile, code] = [fields.get('receptor') ?? '', fields.get('token') ?? ''];
  // The token of a notice is whom to call.
  if (/^\d{4,8}$/.test(code)) tellParent({ mobile, code } satisfies CodeReceived);
  return entries({ messageid: last, status: 5, statustext: '-' });
}

const entries = (entry: object): string =>
  JSON.stringify({ return: { status: 200, message: '-' }, entries: [entry] });
