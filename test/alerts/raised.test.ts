import { afterEach, describe, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { person, staffCast } from '../../playground/cast.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { platformNames, type PlatformName } from '../../src/platforms.js';
import type { Env } from '../../src/config/setting.js';
import { enqueue } from '../../src/outbox/outbox.js';
import { bare } from '../conversations/screen.js';
import { minute } from '../support/hand-clock.js';
import { stranger } from '../support/reset-harness.js';
import { kavenegarKey, kavenegarStandIn } from '../support/vendors/kavenegar.js';
import type { SmsVendor } from '../support/vendors/sms-vendor.js';
import { untilPasses } from '../support/eventually.js';

const messengers = platformNames;
const behrouz = person('behrouz');

let stage: PlayedStage;
const vendors: SmsVendor[] = [];
afterEach(async () => {
  await stage.stop();
  for (const vendor of vendors.splice(0)) await vendor.close();
});

/** Sets the stage; the supervisor has written to the bot there. */
async function supervisorOn(messenger: PlatformName, settings: Env = {}) {
  stage = await startStage({ settings });
  const shahin = stage.emulator.account({
    ...{ messenger, id: staffCast[1]!.accounts[messenger], firstName: 'شاهین' },
  });
  shahin.say('/whoami');
  await shahin.nextMessage();
  // A message may come twice when the clock is pushed forward while it is being sent.
  const hears = (what: RegExp) => shahin.waitFor(({ text }) => what.test(bare(text)));
  return { shahin, hears, app: await stage.app() };
}

async function aVendor(): Promise<{ vendor: SmsVendor; settings: Env }> {
  const vendor = await kavenegarStandIn();
  vendors.push(vendor);
  const settings = {
    ...{ KAVENEGAR_URL: vendor.url, KAVENEGAR_API_KEY: kavenegarKey },
    ...{ KAVENEGAR_TEMPLATE: 'ramzyar-code', KAVENEGAR_NOTICE_TEMPLATE: 'ramzyar-notice' },
  };
  return { vendor, settings };
}

describe.each(messengers)('staff on %s hear by themselves', (messenger) => {
  it.each([
    { code: 424, says: /کاوه‌نگار.* کلید، قالب یا طرح خرید/ },
    { code: 418, says: /کاوه‌نگار.* اعتبار ندارد/ },
  ])('why the provider of SMS takes nothing: $code', async ({ code, says }) => {
    const { vendor, settings } = await aVendor();
    const { hears } = await supervisorOn(messenger, settings);
    vendor.refuse(code);
    const chat = stage.account('behrouz', messenger);
    chat.say('/reset');
    await chat.nextMessage();
    chat.say(behrouz.insuredCode);
    await chat.nextMessage();
    chat.say(behrouz.nationalId);
    await hears(says);
  });

  it('that a provider of SMS rests, having failed three times', async () => {
    const { vendor, settings } = await aVendor();
    const { hears, app } = await supervisorOn(messenger, settings);
    vendor.fail('bad-gateway-page');
    const { keyring } = app;
    await app.inTransaction(async (tx) => {
      for (const subject of ['one', 'two', 'three'])
        await enqueue(
          { tx, keyring, clock: stage.clock },
          { kind: 'sms-notice', payload: { to: behrouz.phone, notice: 'reset', subject } },
        );
    });
    await hears(/کاوه‌نگار.* کنار گذاشته شد/);
  });

  it('that credit is running out', async () => {
    const { settings } = await aVendor();
    const { hears, app } = await supervisorOn(messenger, {
      ...settings,
      SMS_CREDIT_WARNING_RIALS: '1500001',
    });
    await app.runTask('watch-sms-credit');
    await hears(/رو به پایان است. مانده: ۱٬۵۰۰٬۰۰۰ ریال/);
  });

  it('that the portal is away, and that it is back', async () => {
    const { hears, app } = await supervisorOn(messenger);
    await stage.portal.setAway(true);
    for (const tries of [1, 2, 3]) {
      await stage.advance(minute);
      await untilPasses(async () => {
        const rounds = await app.dataSource.manager.findBy(OutboxEntry, { kind: 'portal-health' });
        expect(rounds.some((round) => round.tries === tries && round.state !== 'in-hand')).toBe(true);
      });
    }
    await hears(/سامانه چند دقیقه است پاسخ نمی‌دهد/);
    await stage.portal.setAway(false);
    await stage.advance(minute);
    await hears(/سامانه دوباره پاسخ می‌دهد/);
  });

  it('that somebody had a hand in the trail', async () => {
    const { hears, app } = await supervisorOn(messenger);
    await app.inTransaction((tx) => app.services(tx).audit.write({ reason: 'code-sent', actor: 'system' }));
    const { manager } = app.dataSource;
    await untilPasses(() => manager.findOneByOrFail(AuditEntry, { sequence: 1 }));
    await app.inTransaction((tx) => tx.update(AuditEntry, { sequence: 1 }, { actor: 'nobody' }));
    await app.runTask('watch-trail');
    await hears(/زنجیرهٔ سابقه در ردیف ۱ شکسته است/);
  });

  it('that pairs are being tried from everywhere', async () => {
    const { hears, app } = await supervisorOn(messenger, { WRONG_PAIRS_WARNING_PER_HOUR: '5' });
    const tries = (count: number) =>
      app.inTransaction(async (tx) => {
        const pair = { insuredCode: '990001', nationalId: '0010000011' };
        for (let chat = 0; chat < count; chat += 1)
          await app.services(tx).reset.identify(pair, stranger(chat));
      });
    await tries(4);
    expect(await app.runTask('watch-pairs')).toBe(0);
    await tries(1);
    await app.runTask('watch-pairs');
    await hears(/۵ بار کد بیمه‌شده و کد ملی/);
  });

  it('that the other messenger refuses the token, before the bot goes down', async () => {
    const other = messenger === 'telegram' ? 'bale' : 'telegram';
    const { shahin, app } = await supervisorOn(messenger);
    stage.emulator.faults.revokeToken(other);
    stage.account('behrouz', other).say('/start');
    expect((await app.fatalError).message).toContain(`${other} refuses`);
    expect(bare(shahin.messages().at(-1)?.text ?? '')).toMatch(/توکن ربات را دیگر نمی‌پذیرد/);
  });
});
