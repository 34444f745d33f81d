import { createHmac, timingSafeEqual } from 'node:crypto';

/** What of a request is signed. */
export interface Signed {
  /** Unix seconds, as in `X-Timestamp`. */
  timestamp: string;
  method: string;
  /** With query, as it stands in the request line. */
  path: string;
  /** Empty for GET. */
  body: string;
}

/** The value of `X-Signature`. */
export function sign(secret: string, { timestamp, method, path, body }: Signed): string {
  const text = [timestamp, method, path, body].join('.');
  return `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
}

/** Was this signed with the secret? Compared in constant time. */
export function isSigned(secret: string, signed: Signed, signature: string): boolean {
  const [wanted, given] = [Buffer.from(sign(secret, signed)), Buffer.from(signature)];
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
