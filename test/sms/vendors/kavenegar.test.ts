import { describe, expect, it } from 'vitest';
import { makeKavenegar, type KavenegarSettings } from '../../../src/sms/vendors/kavenegar.js';
import { codeMessage, keepsSmsContract, noticeMessage } from '../../contracts/sms-provider.js';
import { httpTroubles, refusing, type VendorRig } from '../../support/vendors/http-troubles.js';
import { kavenegarKey, kavenegarStandIn } from '../../support/vendors/kavenegar.js';
import { texts } from '../../support/vendors/sms-vendor.js';
import { ampleTimeouts } from '../../support/vendors/stand-in.js';

const settings: Omit<KavenegarSettings, 'url'> = {
  apiKey: kavenegarKey,
  template: 'ramzyar-code',
  noticeTemplate: 'ramzyar-notice',
};

async function open(
  given: Partial<KavenegarSettings> = {},
  entriesAs?: 'list' | 'object',
): Promise<VendorRig> {
  const vendor = await kavenegarStandIn(entriesAs);
  const timeouts = ampleTimeouts();
  return {
    vendor,
    timeouts,
    provider: makeKavenegar({ ...settings, timeouts, url: `${vendor.url}/`, ...given }, texts),
    arrived: async () => vendor.arrived,
    secrets: [kavenegarKey, encodeURIComponent(kavenegarKey)],
    close: () => vendor.close(),
  };
}

keepsSmsContract('kavenegar', open, [
  ...httpTroubles,
  refusing(400, 'vendor'),
  refusing(403, 'configuration'),
  refusing(411, 'recipient'),
  refusing(418, 'credit'),
  refusing(424, 'configuration'),
  refusing(431, 'configuration'),
  refusing(451, 'rate'),
  {
    when: 'a stumble of its own leaves it in doubt',
    arrange: ({ vendor }) => vendor.refuse(500),
    says: { kind: 'unavailable', maybeSent: true },
  },
]);

describe('kavenegar', () => {
  it.each(['list', 'object'] as const)('reads entries that come as a %s', async (entriesAs) => {
    const { provider, close } = await open({}, entriesAs);
    const result = await provider.sendCode(codeMessage);
    expect(result).toEqual({ kind: 'accepted', id: '8792344' });
    expect(await provider.status('8792344')).toBe('delivered');
    expect(await provider.credit()).toEqual({ left: 1_500_000, unit: 'rials' });
    await close();
  });

  it('fills the template: code, minutes and messenger; what happened and whom to call', async () => {
    const { provider, vendor, close } = await open();
    await provider.sendCode(codeMessage);
    await provider.sendNotice(noticeMessage);
    expect(vendor.arrived.map(({ text }) => text)).toEqual(['04071 | 5 | bale', '۰۲۱-۱۲۳۴ | رویداد reset']);
    await close();
  });

  it('keeps code and number out of the address', async () => {
    const { provider, vendor, close } = await open();
    await provider.sendCode(codeMessage);
    expect(vendor.received[0]?.url.search).toBe('');
    await close();
  });

  it('a wrong key is ours to mend, and credit is then unknown', async () => {
    const { provider, close } = await open({ apiKey: 'another' });
    expect(await provider.sendCode(codeMessage)).toMatchObject({ kind: 'refused', reason: 'configuration' });
    expect(await provider.credit()).toBeNull();
    await close();
  });
});
