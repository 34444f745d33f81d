import { afterEach, describe, expect, it } from 'vitest';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { SmsMessage } from '../../entities/sms-message.js';
import { staffCast } from '../../playground/cast.js';
import { makeStageClock } from '../../playground/clock.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { renderDigest } from '../../src/bot/news/digest.js';
import { makeReplies } from '../../src/chat/reply.js';
import { platforms } from '../../src/chat/platform.js';
import { platformNames, type PlatformName } from '../../src/platforms.js';
import type { Locale } from '../../src/words/words.js';
import { facts, realWords } from '../conversations/harness.js';
import { bare } from '../conversations/screen.js';
import { databases } from '../support/databases.js';
import { day, handClock, hour } from '../support/hand-clock.js';
import { stranger } from '../support/reset-harness.js';
import { untilPasses } from '../support/eventually.js';

/** The digest in words, without the marks that keep blanks from being turned round. */
async function read(locale: Locale, changes: object = {}): Promise<string> {
  let said = '';
  const api = { sendMessage: async (_: number, text: string) => ((said = text), { message_id: 1 }) };
  const replies = makeReplies({
    ...{ api: api as never, ifSilentFor: () => api as never, chatId: 1, locale, words: realWords, facts },
    ...{ clock: handClock(), platform: platforms.bale },
  });
  await replies.say(
    renderDigest({
      ...{ kind: 'staff-digest', at: Date.UTC(2026, 4, 8, 20, 30), done: 41, givenBack: 1, waiting: 2 },
      ...{ codes: 57, delivered: 55, cost: 82_650, requests: 3 },
      refusals: [
        { kind: 'no-match', count: 12 },
        { kind: 'cover-not-active', count: 6 },
      ],
      credit: [{ name: 'kavenegar', left: 1_500_000, unit: 'rials' }],
      head: { sequence: 1_204, hash: 'abcdefabcdefabcdefabcdef' },
      ...changes,
    }),
  );
  return bare(said);
}

describe('the digest, read aloud', () => {
  it('in Persian', async () => {
    expect(await read('fa')).toBe(
      [
        'گزارش ۱۹ اردیبهشت ۱۴۰۵',
        '',
        'بازیابی‌ها: ۴۱ انجام‌شده، ۱ برگردانده‌شده؛ الان ۲ در انتظار پشتیبانی',
        'کدهای پیامکی: ۵۷ ارسال‌شده، ۵۵ رسیده',
        'هزینهٔ همهٔ پیامک‌ها: ۸۲٬۶۵۰ ریال',
        'درخواست‌های باز بیمه‌شدگان: ۳',
        '',
        realWords.plain('fa', 'digest-refusals'),
        `${realWords.plain('fa', 'chart-refusal-no-match')}: ۱۲ نفر`,
        `${realWords.plain('fa', 'chart-refusal-cover-not-active')}: ۶ نفر`,
        '',
        'اعتبار کاوه‌نگار: ۱٬۵۰۰٬۰۰۰ ریال',
        '',
        realWords.plain('fa', 'digest-head', { place: 1_204, head: 'abcdefabcdefabcd' }),
      ].join('\n'),
    );
    expect(await read('fa')).not.toMatch(/[0-9]/);
  });

  it('in English', async () => {
    const text = await read('en');
    expect(text).toContain('Recoveries: 41 done, 1 given back; waiting for support now: 2');
    expect(text).toContain('Cost of all text messages: 82,650 rials');
    expect(text).toContain('Seal of the trail up to row 1204: abcdefabcdefabcd.');
  });

  it('of a quiet day, without prices, credit or seal', async () => {
    const quiet = { cost: null, credit: [], refusals: [], head: null };
    const text = await read('fa', quiet);
    expect(text).toContain(realWords.plain('fa', 'digest-no-refusals'));
    expect(text).toContain('سابقه هنوز مهری ندارد.');
    expect(text).not.toContain('هزینه');
  });
});

let stage: PlayedStage | null = null;
afterEach(async () => {
  await stage?.stop();
  stage = null;
});

const account = (role: number, messenger: PlatformName) =>
  stage!.emulator.account({ messenger, id: staffCast[role]!.accounts[messenger], firstName: 'همکار' });

/** At noon in Tehran, or so much earlier; everybody of staff has written to the bot on both messengers. */
async function open({ before = 0, settings = {}, database = '' } = {}) {
  const clock = handClock();
  clock.pass(-before);
  stage = await startStage({
    ...{ clock: makeStageClock(clock), settings: { KAVENEGAR_PRICE_RIALS: '1450', ...settings } },
    ...(database === '' ? {} : { database }),
  });
  for (const role of [0, 1, 2])
    for (const messenger of platformNames) {
      account(role, messenger).say('/whoami');
      await account(role, messenger).nextMessage();
    }
  return { clock, app: await stage.app() };
}

describe.each(databases)('$name', ({ missing, createEmpty }) => {
  it.skipIf(missing)('tells of yesterday in the chats of supervisors and owners, once', async () => {
    const empty = await createEmpty();
    const { clock, app } = await open({ database: empty.url });
    const yesterday = new Date(clock.now().getTime() - day);
    const line = { purpose: 'code', provider: 'kavenegar', priceRials: 1_450, sentAt: yesterday } as const;
    const blank = { askedAt: null, nextAskAt: null, state: 'accepted' } as const;
    await app.inTransaction(async (tx) => {
      for (const [number, delivery] of (['delivered', 'delivered', 'undelivered'] as const).entries())
        await tx.insert(SmsMessage, {
          ...{ ...line, ...blank, subject: String(number), providerId: String(number), delivery },
        });
      await tx.insert(SmsMessage, {
        ...{ ...line, ...blank, sentAt: clock.now(), subject: 'today', providerId: '9', delivery: 'sent' },
      });
      for (let chat = 0; chat < 4; chat += 1)
        await app
          .services(tx)
          .reset.identify({ insuredCode: '990001', nationalId: '0010000011' }, stranger(chat));
    });
    await app.runTask('morning-digest');
    expect(await app.runTask('morning-digest')).toBe(0);
    for (const role of [0, 1])
      for (const messenger of platformNames) {
        const text = bare((await account(role, messenger).waitFor(/گزارش/)).text);
        expect(text).toContain('۱۹ اردیبهشت ۱۴۰۵');
        expect(text).toContain('کدهای پیامکی: ۳ ارسال‌شده، ۲ رسیده');
        expect(text).toContain('هزینهٔ همهٔ پیامک‌ها: ۴٬۳۵۰ ریال');
        expect(text).toContain('اعتبار کاوه‌نگار: ۵٬۰۰۰٬۰۰۰ ریال');
        // Four people are too few to be told by what stopped them.
        expect(text).toContain(realWords.plain('fa', 'digest-no-refusals'));
      }
    const all = platformNames.flatMap((messenger) => account(2, messenger).messages());
    expect(all.some(({ text }) => text.includes('گزارش'))).toBe(false);
    await untilPasses(async () =>
      expect(await app.dataSource.manager.countBy(OutboxEntry, { kind: 'morning-digest' })).toBe(1),
    );
    await stage?.stop();
    stage = null;
    await empty.drop();
  });
});

describe('the digest', () => {
  it('waits for half past eight', async () => {
    const { app } = await open({ before: 3.5 * hour + 1 });
    expect(await app.runTask('morning-digest')).toBe(0);
  });

  it('comes from half past eight on', async () => {
    const { app } = await open({ before: 3.5 * hour });
    expect(await app.runTask('morning-digest')).toBe(1);
  });

  it('is not told where nobody wants it', async () => {
    const { app } = await open({ settings: { MORNING_DIGEST: 'off' } });
    expect(await app.runTask('morning-digest')).toBe(0);
  });
});
