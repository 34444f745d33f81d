import { describe, expect, it } from 'vitest';
import { makeJibit, type JibitSettings } from '../../src/ownership/jibit.js';
import { keepsOwnershipContract, type OwnershipRig } from '../contracts/mobile-ownership.js';
import { jibitKeys, jibitStandIn, owner } from '../support/vendors/ownership.js';
import { ampleTimeouts } from '../support/vendors/stand-in.js';

const openWith = (key?: 'wrong') => open(key ? { secretKey: key } : {});

async function open(given: Partial<JibitSettings> = {}): Promise<OwnershipRig> {
  const vendor = await jibitStandIn();
  const faults: string[] = [];
  const timeouts = ampleTimeouts();
  const settings = { ...jibitKeys, url: `${vendor.url}/ide`, timeouts, ...given };
  const ownership = makeJibit(settings, { onFault: (fault) => faults.push(fault) });
  return { ownership, vendor, timeouts, faults, secrets: Object.values(jibitKeys) };
}

keepsOwnershipContract('jibit', openWith, [
  'nationalCode.not_valid',
  'mobileNumber.not_valid',
  'matching.unknown',
  'daily_limit.reached',
  'providers.not_available',
  'balance.not_enough',
]);

describe('jibit', () => {
  it('signs in once, and again when its token has expired', async () => {
    const { ownership, vendor } = await open();
    await ownership.belongs(owner.phone, owner.nationalId);
    await ownership.belongs(owner.phone, owner.nationalId);
    const signedIn = () => vendor.received.filter(({ url }) => url.pathname.endsWith('/generate')).length;
    expect(signedIn()).toBe(1);
    vendor.expireTokens();
    expect(await ownership.belongs(owner.phone, owner.nationalId)).toBe('match');
    expect(signedIn()).toBe(2);
    await vendor.close();
  });

  it('wrong keys are said once, and asked about no further', async () => {
    const { ownership, vendor, faults } = await open({ secretKey: 'another' });
    expect(await ownership.belongs(owner.phone, owner.nationalId)).toBe('unknown');
    expect(faults).toEqual(['jibit HTTP 403 forbidden']);
    expect(vendor.received).toHaveLength(1);
    await vendor.close();
  });
});
