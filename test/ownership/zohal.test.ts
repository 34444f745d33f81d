import { makeZohal } from '../../src/ownership/zohal.js';
import { keepsOwnershipContract, type OwnershipRig } from '../contracts/mobile-ownership.js';
import { zohalStandIn, zohalToken } from '../support/vendors/ownership.js';
import { ampleTimeouts } from '../support/vendors/stand-in.js';

async function open(key?: 'wrong'): Promise<OwnershipRig> {
  const vendor = await zohalStandIn();
  const faults: string[] = [];
  const timeouts = ampleTimeouts();
  const settings = { token: key ?? zohalToken, url: vendor.url, timeouts };
  const ownership = makeZohal(settings, { onFault: (fault) => faults.push(fault) });
  return { ownership, vendor, timeouts, faults, secrets: [zohalToken] };
}

keepsOwnershipContract('zohal', open, ['INVALID_NATIONAL_CODE', 'INSUFFICIENT_BALANCE']);
