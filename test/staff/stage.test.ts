import { afterAll, beforeAll, expect, it } from 'vitest';
import { staffCast } from '../../playground/cast.js';
import { addDays } from '../../src/calendar/day.js';
import { dayInTehran, startOfDay } from '../../src/calendar/tehran.js';
import { hour } from '../../src/durations.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { platformNames, type PlatformName } from '../../src/platforms.js';
import { realWords } from '../conversations/harness.js';
import { bare } from '../conversations/screen.js';

let stage: PlayedStage;
beforeAll(async () => {
  stage = await startStage({ settings: { ADMINS: 'telegram:3901+bale:4901' } });
});
afterAll(() => stage.stop());

/** Words of the house, as they read on a screen. */
const said = (key: string, blanks?: Parameters<typeof realWords.say>[2]): string =>
  bare(realWords.say('fa', key, blanks));
const inUse = { breaker: 'closed', unit: 'rials', left: 5_000_000 };

const account = (messenger: PlatformName, id: number) =>
  stage.emulator.account({ messenger, id, firstName: 'همکار' });
const operator = (messenger: PlatformName) => account(messenger, staffCast[2]!.accounts[messenger]);

it('whoever the settings name is an owner, one person on both messengers', async () => {
  for (const [messenger, id] of [
    ['telegram', 3901],
    ['bale', 4901],
  ] as const) {
    const owner = account(messenger, id);
    owner.say('/whoami');
    expect(bare((await owner.nextMessage()).text)).toMatch(/^telegram:3901، مالک/);
  }
});

it.each(platformNames)('how SMS stands is asked outside and told in the chat: %s', async (messenger) => {
  const mina = operator(messenger);
  mina.say('/sms');
  expect((await mina.nextMessage()).text).toContain('می‌پرسیم');
  const told = bare((await mina.nextMessage()).text);
  expect(told).toContain(
    said('sms-line', { provider: said('sms-provider-kavenegar'), name: 'kavenegar', ...inUse }),
  );
  expect(told).toContain(said('sms-counts', { sent: 0, failed: 0, doubt: 0 }));
});

it('a question and its button go over the wire', async () => {
  const mina = operator('bale');
  mina.say('/unlock 310002');
  const asked = await mina.nextMessage();
  expect(asked.text).toContain('310002');
  mina.press('انجام شود');
  const nothing = { locks: 0, wrongCodes: 0, wrongPairs: 0, sends: 0, chats: 0 };
  expect(bare((await mina.nextMessage()).text)).toContain(
    said('did-unlock', { insuredCode: '310002', ...nothing }),
  );
});

it('a test message comes to the phone of whoever asked for it, in the words of the house', async () => {
  const [mina, phone] = [operator('telegram'), '09120000031'];
  mina.say(`/sms test ${phone}`);
  await mina.waitFor('آزمایشی');
  mina.press('انجام شود');
  expect((await stage.phone.next(phone)).text).toContain('این پیامک آزمایشی است');
});

it('what yesterday was like is told when the clock is pushed over a morning', async () => {
  const parvaneh = account('telegram', staffCast[0]!.accounts.telegram);
  parvaneh.say('/whoami');
  await parvaneh.nextMessage();
  const now = stage.clock.now();
  const tomorrowAtTen = startOfDay(addDays(dayInTehran(now), 1)).getTime() + 10 * hour;
  await stage.advance(tomorrowAtTen - now.getTime());
  expect((await parvaneh.waitFor('گزارش')).text).toContain('مهر سابقه');
});
