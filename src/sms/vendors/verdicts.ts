import type { HttpResult } from '../../http-client/http-client.js';
import type { SmsRefusalReason, SmsResult } from '../port.js';

/** A vendor's own refusal codes, and what each means to us. Codes that are not in it are the vendor's own trouble. */
export type Refusals = Readonly<Record<number, SmsRefusalReason>>;

/** Refused for certain, with the vendor's code and nothing else of its answer: answers repeat the text with the code. */
export function vendorRefusal(
  vendor: string,
  code: number | string,
  reason: SmsRefusalReason = 'vendor',
): SmsResult {
  return { kind: 'refused', reason, fault: `${vendor} ${code}` };
}

/** The verdict on an exchange whose answer is not in the vendor's shape, or that brought none. */
export function unreadable(vendor: string, exchange: HttpResult): SmsResult {
  if (exchange.kind === 'silent') {
    return { kind: 'unavailable', maybeSent: exchange.written, fault: `${vendor} ${exchange.fault}` };
  }
  const { status } = exchange;
  // A 3xx or 4xx was turned away at the door; behind any other page the message may have gone out.
  if (status < 300 || status >= 500) {
    return { kind: 'unavailable', maybeSent: true, fault: `${vendor} HTTP ${status}` };
  }
  return vendorRefusal(vendor, `HTTP ${status}`, status === 429 ? 'rate' : 'configuration');
}
