import { afterEach, describe, expect, it } from 'vitest';
import { readKannelDelivery } from '../../../src/sms/vendors/kannel-delivery.js';
import { makeKannel, type KannelSettings } from '../../../src/sms/vendors/kannel.js';
import type { SmsTexts } from '../../../src/sms/texts.js';
import { codeMessage, keepsSmsContract, type SmsRig } from '../../contracts/sms-provider.js';
import { kannelFolder } from '../../support/services.js';
import { kannelAccount, startKannel, type Kannel } from '../../support/vendors/kannel.js';
import { texts as plainTexts } from '../../support/vendors/sms-vendor.js';
import { deadAddress, standIn } from '../../support/vendors/stand-in.js';
import { eventually, untilPasses } from '../../support/eventually.js';

/** A code's text as long as one SMS can be, with everything that Persian text has. */
const wholeText = 'کد فعال‌سازی سامانهٔ «بیمه»: ۱۲۳؛ آن را به هیچ‌کس نگویید، حتی به پشتیبا';
const texts: SmsTexts = { ...plainTexts, code: ({ code }) => `${wholeText.slice(0, 64)} ${code}` };

interface KannelRig extends SmsRig {
  kannel: Kannel;
  /** Read anew for each message. */
  settings: KannelSettings;
}

describe.skipIf(!kannelFolder())('a real Kannel', () => {
  const started: Kannel[] = [];
  afterEach(() => started.splice(0).forEach((kannel) => kannel.stop()));

  const open = async (): Promise<KannelRig> => {
    const kannel = await startKannel(kannelFolder() ?? '');
    started.push(kannel);
    await kannel.linkUp();
    const settings: KannelSettings = {
      ...kannelAccount,
      url: kannel.url,
      deliveryUrl: null,
    };
    return {
      kannel,
      settings,
      provider: makeKannel(settings, texts),
      arrived: () =>
        eventually(
          () => [...kannel.arrived],
          (arrived) => arrived.length > 0,
        ),
      secrets: [kannelAccount.password, kannelAccount.username],
      close: async () => undefined,
    };
  };

  keepsSmsContract('kannel', open, [
    {
      when: 'while the operator’s link is down it may arrive later',
      arrange: ({ kannel }) => kannel.linkDown(),
      says: { kind: 'unavailable', maybeSent: true },
    },
    {
      when: 'a wrong password is ours to mend',
      arrange: ({ settings }) => void (settings.password = 'another'),
      says: { kind: 'refused', reason: 'configuration' },
    },
    {
      when: 'a missing sender is ours to mend',
      arrange: ({ settings }) => void (settings.from = ''),
      says: { kind: 'refused', reason: 'configuration' },
    },
    {
      when: 'a smsbox that is down has certainly not sent it',
      arrange: async ({ settings }) => void (settings.url = await deadAddress()),
      says: { kind: 'unavailable', maybeSent: false },
    },
  ]);

  it('refuses what is no number', async () => {
    const { provider } = await open();
    const result = await provider.sendCode({ ...codeMessage, to: '0nobody' });
    expect(result).toMatchObject({ kind: 'refused', reason: 'recipient' });
  });

  it('Persian text arrives whole, in one message', async () => {
    const rig = await open();
    await rig.provider.sendCode(codeMessage);
    expect(await rig.arrived()).toEqual([{ to: codeMessage.to, text: texts.code(codeMessage) }]);
    expect(texts.code(codeMessage)).toHaveLength(70);
  });

  it('reports by itself what became of the message', async () => {
    const rig = await open();
    const callbacks = await standIn(() => ({ status: 200, body: '' }));
    rig.settings.deliveryUrl = `${callbacks.url}/sms/kannel?key=secret`;
    await rig.provider.sendCode(codeMessage);
    await untilPasses(() => expect(callbacks.received).toHaveLength(2));
    const queries = callbacks.received.map(({ url }) => url.searchParams);
    expect(queries.map((query) => query.get('key'))).toEqual(['secret', 'secret']);
    const reports = queries.map(readKannelDelivery);
    expect(new Set(reports.map((report) => report?.reference))).toEqual(new Set([codeMessage.reference]));
    expect(reports.map((report) => report?.delivery).sort()).toEqual(['delivered', 'sent']);
    await callbacks.close();
  });
});

describe('a delivery report', () => {
  it.each([
    ['1', 'delivered'],
    ['2', 'undelivered'],
    ['8', 'sent'],
    ['16', 'undelivered'],
  ])('state %s is %s', (state, delivery) => {
    expect(readKannelDelivery(new URLSearchParams({ reference: 'abc-1', state }))).toEqual({
      reference: 'abc-1',
      delivery,
    });
  });

  it.each(['', 'state=1', 'reference=abc', 'reference=abc&state=toString', 'reference=a/b&state=1'])(
    'what is none is not taken for one: "%s"',
    (query) => {
      expect(readKannelDelivery(new URLSearchParams(query))).toBeNull();
    },
  );
});
