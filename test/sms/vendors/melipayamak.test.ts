import { describe, expect, it } from 'vitest';
import { makeMelipayamak, type MelipayamakSettings } from '../../../src/sms/vendors/melipayamak.js';
import { codeMessage, keepsSmsContract, noticeMessage } from '../../contracts/sms-provider.js';
import { httpTroubles, refusing, type VendorRig } from '../../support/vendors/http-troubles.js';
import { melipayamakAccount, melipayamakStandIn } from '../../support/vendors/melipayamak.js';
import { texts } from '../../support/vendors/sms-vendor.js';
import { ampleTimeouts } from '../../support/vendors/stand-in.js';

async function open(given: Partial<MelipayamakSettings> = {}, words = texts): Promise<VendorRig> {
  const vendor = await melipayamakStandIn();
  const timeouts = ampleTimeouts();
  const settings: MelipayamakSettings = {
    ...melipayamakAccount,
    templateId: 200_001,
    noticeTemplateId: 200_002,
    url: vendor.url,
    timeouts,
    ...given,
  };
  return {
    vendor,
    timeouts,
    provider: makeMelipayamak(settings, words),
    arrived: async () => vendor.arrived,
    secrets: [melipayamakAccount.password],
    close: () => vendor.close(),
  };
}

keepsSmsContract('melipayamak', open, [
  ...httpTroubles,
  refusing(0, 'configuration'),
  refusing(2, 'credit'),
  refusing(3, 'rate'),
  refusing(6, 'vendor'),
  refusing(16, 'recipient'),
  refusing(35, 'recipient'),
  refusing(-4, 'configuration'),
  refusing(-5, 'configuration'),
]);

describe('melipayamak', () => {
  it('fills both templates in order, and can be asked what became of a message', async () => {
    const { provider, vendor, close } = await open();
    const sent = await provider.sendCode(codeMessage);
    await provider.sendNotice(noticeMessage);
    expect(vendor.arrived.map(({ text }) => text)).toEqual(['04071 | 5 | bale', 'رویداد reset | ۰۲۱ ۱۲۳۴']);
    expect(sent).toEqual({ kind: 'accepted', id: '5082938271653' });
    expect(await provider.status('5082938271653')).toBe('delivered');
    expect(await provider.credit()).toEqual({ left: 1_234.5, unit: 'messages' });
    await close();
  });

  it('a semicolon in a value does not break the template', async () => {
    const { provider, vendor, close } = await open({}, { ...texts, support: '۱۲۳۴؛ ;داخلی ۵' });
    expect(await provider.sendNotice(noticeMessage)).toMatchObject({ kind: 'accepted' });
    expect(vendor.arrived[0]?.text).toBe('رویداد reset | ۱۲۳۴؛ ،داخلی ۵');
    await close();
  });

  it('a wrong password is ours to mend', async () => {
    const { provider, close } = await open({ password: 'another' });
    expect(await provider.sendCode(codeMessage)).toMatchObject({ kind: 'refused', reason: 'configuration' });
    expect(await provider.credit()).toBeNull();
    await close();
  });
});
