import { afterEach, describe, expect, it } from 'vitest';
import { SmsMessage } from '../../entities/sms-message.js';
import { person, staffCast } from '../../playground/cast.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { platformNames, type PlatformName } from '../../src/platforms.js';
import type { Env } from '../../src/config/setting.js';
import { bare } from '../conversations/screen.js';
import { minute } from '../support/hand-clock.js';
import { kannelFolder } from '../support/services.js';
import { kannelAccount, startKannel } from '../support/vendors/kannel.js';
import { vendorHarnesses, vendorNames, type VendorName } from '../support/vendors/harnesses.js';
import type { SmsVendor } from '../support/vendors/sms-vendor.js';
import { deadAddress } from '../support/vendors/stand-in.js';
import { firstLine } from '../support/walk.js';
import { untilPasses } from '../support/eventually.js';

const behrouz = person('behrouz');
const messengers = platformNames;

let stage: PlayedStage;
const vendors: SmsVendor[] = [];
afterEach(async () => {
  await stage.stop();
  for (const vendor of vendors.splice(0)) await vendor.close();
});

/** The stage with these vendors in their order, each of whom keeps what arrived and says what became of it. */
async function open(...names: VendorName[]): Promise<SmsVendor[]> {
  const settings: Env[] = [];
  for (const name of names) {
    const vendor = await vendorHarnesses[name].open();
    vendors.push(vendor);
    settings.push(vendorHarnesses[name].settings(vendor.url));
  }
  stage = await startStage({ settings: Object.assign({ SMS_PROVIDERS: names.join() }, ...settings) as Env });
  return vendors;
}

/** Behrouz, as far as the code that is on its way to him. */
async function asFarAsTheCode(messenger: PlatformName) {
  const chat = stage.account('behrouz', messenger);
  chat.say('/reset');
  await chat.nextMessage();
  chat.say(behrouz.insuredCode);
  await chat.nextMessage();
  chat.say(behrouz.nationalId);
  await chat.waitFor(/0912/);
  return chat;
}

const rows = async () => (await stage.app()).dataSource.manager.find(SmsMessage, { order: { id: 'ASC' } });
const became = (...deliveries: string[]) =>
  untilPasses(async () => expect((await rows()).map(({ delivery }) => delivery)).toEqual(deliveries));
const codeIn = (text = ''): string => /\d{5}/.exec(text)?.[0] ?? '';
/** The message is on record, the minute is over, and its provider is asked. */
const aMinuteLater = async (lines: number) => {
  await untilPasses(async () => expect(await rows()).toHaveLength(lines));
  await stage.advance(minute);
};

describe.each(vendorNames)('what %s says became of a code', (name) => {
  it.each(['delivered', 'undelivered', 'blacklisted'] as const)('%s: is in the book', async (delivery) => {
    const [vendor] = await open(name);
    const chat = await asFarAsTheCode('telegram');
    vendor?.became(vendorHarnesses[name].states[delivery]);
    await aMinuteLater(1);
    await became(delivery);
    if (delivery !== 'delivered') await chat.waitFor(/پیامک نرسید.*0912•••••02/);
  });
});

describe.each(messengers)('on %s', (messenger) => {
  it('a lost code comes by the second provider; the member hears of it and goes on', async () => {
    const [first, second] = await open('kavenegar', 'smsir');
    const chat = await asFarAsTheCode(messenger);
    first?.became(11);
    second?.became(2);
    await aMinuteLater(1);
    await chat.waitFor(/از راه دیگری/);
    await untilPasses(() => expect(second?.arrived).toHaveLength(1));
    const code = codeIn(second?.arrived[0]?.text);
    expect(code).toBe(codeIn(first?.arrived[0]?.text));
    await aMinuteLater(2);
    await chat.waitFor(/شاید گوشی خاموش/);
    await became('undelivered', 'undelivered');
    expect(first?.arrived).toHaveLength(1);
    chat.say(code);
    await chat.waitFor(firstLine('reset-done', { left: 0, until: 0 }));
  });

  it('staff read how each provider stands and what became of its messages', async () => {
    await open('kavenegar', 'smsir');
    await asFarAsTheCode(messenger);
    await aMinuteLater(1);
    await became('delivered');
    const mina = stage.emulator.account({
      ...{ messenger, id: staffCast[2]!.accounts[messenger], firstName: 'مینا' },
    });
    mina.say('/sms');
    const told = bare((await mina.waitFor(/وضعیت پیامک:/)).text);
    expect(told).toContain('کاوه‌نگار (kavenegar): فعال، اعتبار ۱٬۵۰۰٬۰۰۰ ریال');
    expect(told).toContain('یک شبانه‌روز گذشته: ۱۰۰ درصد رسیده (۱ رسیده، ۰ نرسیده');
    expect(told).toContain('اس‌ام‌اس‌آی‌آر (smsir): فعال، اعتبار ۲٬۵۰۰٫۵ پیامک');
    expect(told).toContain('۱ پذیرفته، ۰ رد، ۰ نامعلوم');
  });
});

describe.skipIf(!kannelFolder())('a real Kannel', () => {
  it('reports by itself, and its report is brought to the book', async () => {
    const kannel = await startKannel(kannelFolder() ?? '');
    await kannel.linkUp();
    const reports = await deadAddress();
    const settings = {
      ...{ SMS_PROVIDERS: 'kannel', KANNEL_URL: kannel.url, KANNEL_USERNAME: kannelAccount.username },
      ...{ KANNEL_PASSWORD: kannelAccount.password, KANNEL_FROM: kannelAccount.from },
      ...{ KANNEL_DELIVERY_URL: reports, KANNEL_DELIVERY_SECRET: 'the-end-of-the-address' },
      HTTP_PORT: new URL(reports).port,
    };
    stage = await startStage({ settings });
    await asFarAsTheCode('telegram');
    await became('delivered');
    expect(await rows()).toMatchObject([{ provider: 'kannel', askedAt: null, nextAskAt: null }]);
    kannel.stop();
  });
});
