import type { SmsRig, SmsTrouble } from '../../contracts/sms-provider.js';
import type { SmsVendor } from './sms-vendor.js';
import type { Timeouts } from '../../../src/http-client/send.js';
import { soon, type Failure } from './stand-in.js';

/** A provider whose vendor's stand-in is at hand. */
export interface VendorRig extends SmsRig {
  vendor: SmsVendor;
  /** Read anew for each message. */
  timeouts: Timeouts;
}

const failing = (when: string, how: Failure, says: object): SmsTrouble<VendorRig> => ({
  when,
  arrange: ({ vendor }) => vendor.fail(how),
  says,
});

const inDoubt = { kind: 'unavailable', maybeSent: true };

/** What can go wrong with any vendor that speaks HTTP. */
export const httpTroubles: readonly SmsTrouble<VendorRig>[] = [
  {
    when: 'a vendor that does not answer in time may have sent it',
    arrange: ({ vendor, timeouts }) => {
      timeouts.answerMs = soon;
      vendor.fail('silence');
    },
    says: inDoubt,
  },
  failing('a line dropped after the request may have sent it', 'hang-up', inDoubt),
  failing('a page of a proxy in front leaves it in doubt', 'bad-gateway-page', inDoubt),
  failing('a page with 200 is no success', 'welcome-page', inDoubt),
  failing('an answer without an end is cut off', 'endless', inDoubt),
  failing('a page of a firewall in front is a refusal', 'forbidden-page', {
    kind: 'refused',
    reason: 'configuration',
  }),
  failing('a page of a server that was moved is a refusal', 'not-found-page', {
    kind: 'refused',
    reason: 'configuration',
  }),
  failing('a redirect is not followed, and is a refusal', 'redirect', {
    kind: 'refused',
    reason: 'configuration',
  }),
  {
    when: 'a vendor that cannot be reached has certainly not sent it',
    arrange: ({ vendor }) => vendor.close(),
    says: { kind: 'unavailable', maybeSent: false },
  },
];

/** The vendor refuses with this code of its own. */
export const refusing = (code: number, reason: string): SmsTrouble<VendorRig> => ({
  when: `refusal ${code} is about: ${reason}`,
  arrange: ({ vendor }) => vendor.refuse(code),
  says: { kind: 'refused', reason },
});
