import { makeZohal } from '../../src/ownership/zohal.js';
import { keepsOwnershipContract, type OwnershipRig } from '../contracts/mobile-ownership.js';
import { zohalStandIn, zohalToken } from '../support/vendors/ownership.js';
import { shortPatience } from '../support/vendors/sms-vendor.js';

async function open(): Promise<OwnershipRig> {
  const vendor = await zohalStandIn();
  const faults: string[] = [];
  const settings = { token: zohalToken, url: vendor.url, patience: shortPatience };
  const ownership = makeZohal(settings, { onFault: (fault) => faults.push(fault) });
  return { ownership, vendor, faults, secrets: [zohalToken] };
}

keepsOwnershipContract('zohal', open, ['INVALID_NATIONAL_CODE', 'INSUFFICIENT_BALANCE']);
