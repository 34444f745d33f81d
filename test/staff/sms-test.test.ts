import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SmsMessage } from '../../entities/sms-message.js';
import { StaffQuestion } from '../../entities/staff-question.js';
import { staffCast } from '../../playground/cast.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { platformNames } from '../../src/platforms.js';
import { bare } from '../conversations/screen.js';
import { openStaffHarness, type StaffHarness } from './staff-harness.js';
import type { Visitor } from '../conversations/harness.js';
import { untilPasses } from '../support/eventually.js';

const own = '09120003003';

describe.each(platformNames)('a test message to oneself, on %s', (messenger) => {
  let stage: PlayedStage;
  afterEach(() => stage.stop());

  const open = async (settings = {}) => {
    stage = await startStage({ settings });
    const mina = stage.emulator.account({
      ...{ messenger, id: staffCast[2]!.accounts[messenger], firstName: 'مینا' },
    });
    const hears = (what: RegExp) => mina.waitFor(({ text }) => what.test(bare(text)));
    return { mina, hears };
  };

  it('is asked for with the button and the own number, sent by the provider named, and told', async () => {
    const { mina, hears } = await open();
    mina.say('/sms');
    await hears(/وضعیت پیامک:/);
    mina.press('پیامک آزمایشی به خودم');
    await hears(/شمارهٔ همراهی را که پیامک آزمایشی/);
    mina.say(`/sms test kavenegar ${own}`);
    const asked = await hears(/ارسال یک پیامک آزمایشی به 0912•••••03، فقط با kavenegar/);
    expect(asked.text).not.toContain(own);
    mina.press('انجام شود');
    await hears(/کاوه‌نگار: پذیرفته شد/);
    const sms = await stage.phone.next(own);
    expect(sms.text).toBe('بیمه نوین: این پیامک آزمایشی است. پشتیبانی: \u200e02100001000');
    const app = await stage.app();
    const lines = await app.dataSource.manager.find(SmsMessage);
    expect(lines).toMatchObject([{ purpose: 'test', provider: 'kavenegar', state: 'accepted' }]);
    expect(mina.messages().some(({ text, deleted }) => text.includes(own) && !deleted)).toBe(false);
    const trail = JSON.stringify(
      await app.inTransaction((tx) => app.services(tx).staff.trail.last(null, 20)),
    );
    expect(trail).toContain('staff-test-sms');
    expect(trail).not.toContain(own);
  });

  it('counts in the budget of the whole bot, and is not sent when that is spent', async () => {
    const { mina, hears } = await open({ SMS_PER_HOUR: '1' });
    for (const what of [/پذیرفته شد/, /سقف پیامک این شماره/]) {
      mina.say(`/sms test ${own}`);
      await hears(/با اولین سرویس فعال/);
      mina.press('انجام شود');
      await hears(what);
    }
    await untilPasses(() => expect(stage.phone.inbox(own)).toHaveLength(1));
  });

  it('that the provider refuses is told, and is not counted', async () => {
    const { mina, hears } = await open({ SMS_PER_HOUR: '1' });
    stage.phone.setReception(own, { down: true });
    for (let asked = 0; asked < 2; asked += 1) {
      mina.say(`/sms test ${own}`);
      await hears(/با اولین سرویس فعال/);
      mina.press('انجام شود');
      await hears(/کاوه‌نگار: سرویس آن را نپذیرفت/);
    }
  });
});

describe('the command', () => {
  let harness: StaffHarness;
  let mina: Visitor;
  beforeEach(async () => {
    harness = await openStaffHarness();
    mina = await harness.atWork('operator');
  });
  afterEach(() => harness.drop());

  it.each(['/sms test', '/sms test 123', '/sms test somebody 09120003003', '/sms test kavenegar'])(
    '%s says how it is done',
    async (typed) => {
      expect(await mina.says(typed)).toEqual(['usage', 'usage-sms-test']);
    },
  );

  it('takes the number in any digits and with spaces, and takes it out of the chat', async () => {
    expect(await mina.says('/sms test ۰۹۱۲ ۰۰۰ ۳۰۰۳')).toEqual(['ask-test-sms', 'ask-are-you-sure']);
    expect(mina.screen.erased()).toHaveLength(1);
    const [question] = await harness.heart.manager.find(StaffQuestion);
    expect(question?.action).not.toContain(own.slice(1));
  });

  it('asks under its button for the number, and sends to it', async () => {
    await mina.pressData('sms-test');
    expect(mina.screen.news()).toEqual(['sms-test-number']);
    expect(await mina.says('0912')).toEqual(['mobile-too-short', 'mobile-hint']);
    expect(await mina.says('۰۹۱۲ ۰۰۰ ۳۰۰۳')).toEqual(['did-test-sms']);
    expect(mina.screen.erased()).toHaveLength(2);
    expect(await harness.heart.jobs('sms-test')).toHaveLength(1);
    expect(await harness.trail('staff-test-sms')).toHaveLength(1);
    expect(await mina.says(own)).toEqual(['nothing-is-asked']);
  });

  it('waits for the number five minutes, and for nobody else', async () => {
    await mina.pressData('sms-test');
    mina.screen.news();
    expect(await harness.visitor('sara').says(own)).toEqual(['nothing-is-asked']);
    harness.clock.pass(6 * 60_000);
    expect(await mina.says(own)).toEqual(['nothing-is-asked']);
    expect(await harness.heart.jobs('sms-test')).toHaveLength(0);
  });

  it('does it once, however often the button is pressed', async () => {
    await mina.says(`/sms test ${own}`);
    const yes = mina.screen.dataOf('انجام شود');
    await mina.pressData(yes);
    await mina.pressData(yes);
    expect(mina.screen.news()).toEqual(['did-test-sms', 'question-over']);
    expect(await harness.heart.jobs('sms-test')).toHaveLength(1);
  });
});
