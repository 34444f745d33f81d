import { describe, expect, it } from 'vitest';
import { makeSmsir, type SmsirSettings } from '../../../src/sms/vendors/smsir.js';
import { codeMessage, keepsSmsContract, noticeMessage } from '../../contracts/sms-provider.js';
import { httpTroubles, refusing, type VendorRig } from '../../support/vendors/http-troubles.js';
import { texts } from '../../support/vendors/sms-vendor.js';
import { ampleTimeouts } from '../../support/vendors/stand-in.js';
import { smsirKey, smsirStandIn } from '../../support/vendors/smsir.js';

async function open(given: Partial<SmsirSettings> = {}): Promise<VendorRig> {
  const vendor = await smsirStandIn();
  const timeouts = ampleTimeouts();
  const settings: SmsirSettings = {
    apiKey: smsirKey,
    templateId: 100_001,
    noticeTemplateId: 100_002,
    url: vendor.url,
    timeouts,
    ...given,
  };
  return {
    vendor,
    timeouts,
    provider: makeSmsir(settings, texts),
    arrived: async () => vendor.arrived,
    secrets: [smsirKey],
    close: () => vendor.close(),
  };
}

keepsSmsContract('smsir', open, [
  ...httpTroubles,
  refusing(10, 'configuration'),
  refusing(12, 'configuration'),
  refusing(20, 'rate'),
  refusing(102, 'credit'),
  refusing(104, 'recipient'),
  refusing(113, 'configuration'),
  refusing(115, 'recipient'),
  refusing(118, 'vendor'),
  {
    when: 'a stumble of its own leaves it in doubt',
    arrange: ({ vendor }) => vendor.refuse(0),
    says: { kind: 'unavailable', maybeSent: true },
  },
]);

describe('smsir', () => {
  it('fills both templates by name, and can be asked what became of a message', async () => {
    const { provider, vendor, close } = await open();
    const sent = await provider.sendCode(codeMessage);
    await provider.sendNotice(noticeMessage);
    expect(vendor.arrived.map(({ text }) => text)).toEqual(['04071 | 5 | bale', 'رویداد reset | ۰۲۱ ۱۲۳۴']);
    expect(sent).toEqual({ kind: 'accepted', id: '89545112' });
    expect(await provider.status('89545112')).toBe('delivered');
    expect(await provider.credit()).toEqual({ left: 2_500.5, unit: 'messages' });
    await close();
  });

  it('a wrong key is ours to mend', async () => {
    const { provider, close } = await open({ apiKey: 'another' });
    expect(await provider.sendCode(codeMessage)).toMatchObject({ kind: 'refused', reason: 'configuration' });
    expect(await provider.credit()).toBeNull();
    await close();
  });
});
