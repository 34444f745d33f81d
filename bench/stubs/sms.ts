import { givenPort, serveParent, tellParent } from './child.js';
import { serveHttp, type Asking } from './http.js';

/** A vendor as Kavenegar: takes every message at once, and tells the parent of each. In a process of its own. */
export type SmsVendor = typeof services;

/** A text message that has reached a phone. */
export interface SmsReceived {
  mobile: string;
  /** Null: it brings none. */
  code: string | null;
}

/** Its messages are numbered by the moment, so that none has the number of another before it. */
let last = Date.now() * 100;
const services = { url: (_: null) => url };

const url = await serveHttp(answer, givenPort());
serveParent(services);

async function answer({ path, body }: Asking): Promise<string> {
  const fields = new URLSearchParams(body);
  if (path.endsWith('/account/info.json')) return entries({ remaincredit: 1_000_000_000, type: 'master' });
  if (path.endsWith('/sms/status.json'))
    return entries({ messageid: Number(fields.get('messageid')), status: 10 });
  last += 1;
  const [id, mobile, token] = [last, fields.get('receptor') ?? '', fields.get('token') ?? ''];
  // The token of a notice is whom to call.
  const code = /^\d{4,8}$/.test(token) ? token : null;
  await tellParent({ mobile, code } satisfies SmsReceived);
  return entries({ messageid: id, status: 5, statustext: '-' });
}

const entries = (entry: object): string =>
  JSON.stringify({ return: { status: 200, message: '-' }, entries: [entry] });
