import { loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { SmsMessage } from '../../entities/sms-message.js';
import { staffCast } from '../../playground/cast.js';
import type { Account } from '../../playground/emulator/account.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { localesFolder } from '../../src/app/locales.js';
import { auditEvent, type AuditReason } from '../../src/audit/vocabulary.js';
import { addDays } from '../../src/calendar/day.js';
import { writeJalali } from '../../src/calendar/jalali.js';
import { dayInTehran, startOfDay } from '../../src/calendar/tehran.js';
import { platformNames, type PlatformName } from '../../src/platforms.js';
import { statsSummary, statsWording } from '../../src/reports/stats-wording.js';
import type { Stats } from '../../src/reports/stats.js';
import { loadWords } from '../../src/words/load-words.js';
import type { Locale } from '../../src/words/words.js';
import { bare } from '../conversations/screen.js';
import { ledgerRow } from './ledger-rows.js';
import * as samples from './sample-stats.js';

const words = loadWords(localesFolder());
let stage: PlayedStage;
let today: string;
beforeAll(async () => {
  stage = await startStage();
  today = dayInTehran(stage.clock.now());
  const app = await stage.app();
  await app.inTransaction(async (tx) => {
    await tx.insert(AuditEntry, month.flatMap(trailOf));
    await tx.insert(PasswordReset, month.filter(({ done }) => done).map(resetOf));
    await tx.insert(SmsMessage, month.filter(({ sent }) => sent).map(messageOf));
  });
});
afterAll(() => stage.stop());

/** Twelve people whose details nobody knows; eight get a code, six of them their password. */
const month = Array.from({ length: 20 }, (_, number) => ({
  number,
  daysAgo: number % 29,
  sent: number < 8,
  done: number < 6,
}));
type Visit = (typeof month)[number];

const noonOf = ({ daysAgo }: Visit) =>
  new Date(startOfDay(addDays(today, -daysAgo)).getTime() + 12 * 3_600_000);
const chatOf = ({ number }: Visit) => `telegram:700001:${5_000 + number}`;

function trailOf(visit: Visit) {
  const reasons: AuditReason[] = visit.sent
    ? ['pair-matched', 'code-sent', ...(visit.done ? (['code-right'] as const) : [])]
    : ['no-match'];
  return reasons.map((reason) => ({
    ...{ at: noonOf(visit), event: auditEvent(reason), actor: `chat:${chatOf(visit)}`, detail: '{}' },
    ...{ memberId: visit.sent ? 9_000 + visit.number : null, reference: null, sequence: null, hash: null },
  }));
}

const resetOf = (visit: Visit) =>
  ledgerRow(visit.number, noonOf(visit), { chatKey: chatOf(visit), memberId: 9_000 + visit.number });

const messageOf = (visit: Visit) => ({
  ...{ purpose: 'code' as const, subject: 'x', provider: 'kavenegar', providerId: String(visit.number) },
  ...{ state: 'accepted' as const, delivery: visit.done ? ('delivered' as const) : ('undelivered' as const) },
  ...{ priceRials: 3_000, sentAt: noonOf(visit), askedAt: null, nextAskAt: null },
});

const expected = (soFar: Date): Stats => ({
  ...{ from: addDays(today, -29), to: today, soFar },
  days: Array.from({ length: 30 }, (_, place) => {
    const daysAgo = 29 - place;
    const done = month.filter((visit) => visit.done && visit.daysAgo === daysAgo).length;
    return { day: addDays(today, -daysAgo), done };
  }),
  reached: { begun: 20, matched: 8, 'code-sent': 8, 'code-right': 6, done: 6 },
  neededNone: 0,
  sms: { sent: 8, arrived: { count: 6, of: 8 }, cost: 24_000 },
  stillInitial: 0,
  refusals: [{ kind: 'no-match', count: 12 }],
});

const mina = (messenger: PlatformName): Account => {
  const { name, accounts } = staffCast[2]!;
  return stage.emulator.account({ messenger, id: accounts[messenger], firstName: name });
};

async function speaks(account: Account, locale: Locale): Promise<void> {
  account.say('/language');
  const choice = words.say(locale, `button-locale-${locale}`);
  await account.waitFor(({ buttons }) => buttons.flat().some(({ text }) => text === choice));
  account.press(choice);
  await account.waitFor(bareIn(words.say(locale, 'language-chosen')));
}

const bareIn =
  (text: string) =>
  (message: { text: string }): boolean =>
    bare(message.text).includes(bare(text));

describe.each(platformNames)('the picture of the last days on %s', (messenger) => {
  it.each(['fa', 'en'] as const)(
    'is a picture, with the numbers of the database under it: %s',
    async (locale) => {
      const account = mina(messenger);
      await speaks(account, locale);
      const asked = stage.clock.now();
      account.say('/stats');
      const sent = await account.waitFor(({ file }) => file !== null);
      expect(sent).toMatchObject({ kind: 'photo', file: { mime: 'image/png' } });
      const [first, last] = [addDays(today, -29), today].map((day) => writeJalali(day).replaceAll('/', '-'));
      expect(sent.file?.name).toBe(`recoveries-${first}-${last}.png`);
      const picture = account.open(sent);
      expect(picture.subarray(1, 4).toString()).toBe('PNG');
      const { width, height } = await loadImage(picture);
      expect([width, height]).toEqual([1_080, 1_350]);
      const told = [asked, stage.clock.now()].map((soFar) => statsSummary(expected(soFar), words, locale));
      expect(told.map(bare)).toContain(bare(sent.text));
      expect(sent.text.split('\n')).toHaveLength(3);
      account.press(words.say(locale, 'button-stats-in-words'));
      const all = await account.waitFor(({ text }) => text.startsWith(words.say(locale, 'chart-title')));
      const inWords = [asked, stage.clock.now()].map((soFar) => statsWording(expected(soFar), words, locale));
      expect(inWords.map(bare)).toContain(bare(all.text));
    },
  );

  it('may be of other days, in any digits', async () => {
    const account = mina(messenger);
    await speaks(account, 'en');
    account.say('/stats ۱');
    const sent = await account.waitFor(({ file }) => file !== null);
    expect(bare(sent.text)).toMatch(/^\d+ \S+ \d{4}, until \d\d:\d\d\nRecoveries done: 1\n/);
  });

  it.each(['0', '401', 'soon'])('is not drawn of %s days', async (days) => {
    const account = mina(messenger);
    account.say(`/stats ${days}`);
    await account.waitFor('number of days, up to 400');
  });
});

it.each([
  ['fa', 'از ۱ شهریور ۱۴۰۴ تا ۳۱ شهریور ۱۴۰۴، ساعت ۱۰:۳۰'],
  ['en', '1 Shahrivar 1404 to 31 Shahrivar 1404, 10:30'],
] as const)('the words under a picture say up to what hour today is counted: %s', (locale, span) => {
  const lines = (stats: Stats) => bare(statsWording(stats, words, locale)).split('\n');
  expect(lines(samples.monthSoFar)[1]).toBe(span);
  expect(span).toContain(lines(samples.month)[1]);
});

it('the words under a picture fit there, however large the numbers', () => {
  for (const stats of Object.values(samples)) {
    for (const locale of ['fa', 'en'] as const) {
      expect(statsWording(stats, words, locale).length).toBeLessThanOrEqual(1_024);
    }
  }
});

it('nothing that was sent to Bale was unknown to it', () => {
  const sent = stage.emulator.calls().filter(({ method }) => method === 'sendPhoto');
  expect(sent.length).toBeGreaterThan(5);
  expect(sent.flatMap(({ unknownFields }) => unknownFields)).toEqual([]);
});
