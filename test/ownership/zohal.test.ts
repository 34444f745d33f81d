import { makeZohal } from '../../src/ownership/zohal.js';
import { keepsOwnershipContract, type OwnershipRig } from '../contracts/mobile-ownership.js';
import { zohalStandIn, zohalToken } from '../support/vendors/ownership.js';
import { amplePatience } from '../support/vendors/stand-in.js';

async function open(key?: 'wrong'): Promise<OwnershipRig> {
  const vendor = await zohalStandIn();
  const faults: string[] = [];
  const patience = amplePatience();
  const settings = { token: key ?? zohalToken, url: vendor.url, patience };
  const ownership = makeZohal(settings, { onFault: (fault) => faults.push(fault) });
  return { ownership, vendor, patience, faults, secrets: [zohalToken] };
}

keepsOwnershipContract('zohal', open, ['INVALID_NATIONAL_CODE', 'INSUFFICIENT_BALANCE']);
