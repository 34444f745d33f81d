import { person } from '../../playground/cast.js';
import { describe, expect, it } from 'vitest';
import { halfWay } from './half-way.js';
import { codeIsSent } from './screen.js';
import { realWords, type Visitor } from './harness.js';

const { behrouz, harness } = halfWay();

describe('in the middle of a dialogue', () => {
  it.each([
    ['/help', ['help', 'ask-national-id']],
    ['/privacy', ['privacy', 'ask-national-id']],
    ['/language', ['choose-language', 'ask-national-id']],
    ['/unlock 310002', ['unknown-command', 'ask-national-id']],
    ['/', ['unknown-command', 'ask-national-id']],
  ])('%s is answered and the open question put again', async (text, news) => {
    expect(await behrouz().says(text)).toEqual(news);
    expect(await behrouz().says('0020000022')).toContain('code-sent');
  });

  it('the language may change, and the open question is put in it', async () => {
    await behrouz().says('/language');
    expect(await behrouz().press('button-locale-en')).toEqual(['language-chosen', 'ask-national-id']);
    expect(behrouz().screen.last().text).toBe(realWords.say('en', 'ask-national-id'));
    expect(await behrouz().says('0020000022')).toContain('code-sent');
    expect(behrouz().screen.last().text).toContain(realWords.say('en', 'ask-code', { digits: 5 }));
  });

  it('only the newest question keeps its buttons', async () => {
    await behrouz().says('0020000022');
    harness().clock.pass(60_000);
    await behrouz().press('button-resend');
    await behrouz().says(await harness().code());
    const asked = behrouz().screen.messages.filter(({ markup }) => markup?.inline_keyboard).length;
    const putAway = behrouz().screen.calls.filter(({ method }) => method === 'editMessageReplyMarkup');
    expect(asked).toBeGreaterThan(0);
    expect(putAway).toHaveLength(asked);
    expect(new Set(putAway.map(({ payload }) => payload['message_id'])).size).toBe(asked);
  });

  it.each(['/cancel', '/CANCEL@ramzyar_bot', ' \u200f/cancel', 'انصراف', '«انصراف»', 'لغو', 'Cancel'])(
    '%s ends it',
    async (text) => {
      expect(await behrouz().says(text)).toEqual(['dialogue-cancelled']);
      expect(behrouz().screen.buttons()).toEqual([realWords.say('fa', 'button-reset')]);
      expect(await behrouz().says('0020000022')).toEqual(['nothing-is-asked']);
    },
  );

  it('who cancels and begins again goes on with the code that was sent, and reads that it is valid', async () => {
    await behrouz().says('0020000022');
    const code = await harness().code();
    expect(await behrouz().press('button-cancel')).toEqual(['dialogue-cancelled']);
    expect(await behrouz().says(code)).toEqual(['nothing-is-asked']);
    const again = await behrouz().says('/reset', '310002', '0020000022');
    expect(again).toEqual(['code-still-valid', ...codeIsSent.slice(1)]);
    expect(await harness().heart.jobs('sms-code')).toHaveLength(1);
    expect(await behrouz().says(code)).toEqual(['code-right']);
  });

  it.each(['/start', '/reset', '/start reset'])('%s asks whether to go on or begin again', async (text) => {
    expect(await behrouz().says(text)).toEqual(['go-on-or-begin-again']);
    expect(await behrouz().press('button-go-on')).toEqual(['ask-national-id']);
    await behrouz().says(text);
    expect(await behrouz().press('button-begin-again')).toEqual(['ask-insured-code']);
    expect(await behrouz().says('310002', '0020000022')).toContain('code-sent');
  });

  it('an answer goes on without the button', async () => {
    await behrouz().says('/start');
    expect(await behrouz().says('0020000022')).toContain('code-sent');
  });

  it('the big button of an older message asks the same', async () => {
    expect(await behrouz().says('/cancel')).toEqual(['dialogue-cancelled']);
    await behrouz().pressData('reset');
    behrouz().screen.news();
    await behrouz().pressData('reset');
    expect(behrouz().screen.news()).toEqual(['go-on-or-begin-again']);
  });

  it.each(['cancel:000000000000', 'resend:3f', 'nonsense', ':', '', 'it-is-right'])(
    'an old button (%s) is answered and changes nothing',
    async (data) => {
      await behrouz().pressData(data);
      expect(behrouz().screen.news()).toContain('old-button');
      expect(await behrouz().says('0020000022')).toContain('code-sent');
    },
  );

  it('every press is confirmed to the messenger', async () => {
    await behrouz().pressData('nonsense');
    await behrouz().pressData('help');
    const confirmed = behrouz().screen.calls.filter(({ method }) => method === 'answerCallbackQuery');
    expect(confirmed).toHaveLength(2);
  });

  it('what happens elsewhere is told without disturbing it', async () => {
    const at = harness().clock.now().getTime();
    expect(await behrouz().told({ kind: 'notice-wrong-codes', at })).toEqual(['notice-wrong-codes']);
    expect(await behrouz().told({ kind: 'portal-account', ticketId: 'other', account: 'initial' })).toEqual(
      [],
    );
    expect(await behrouz().says('0020000022')).toContain('code-sent');
  });

  it('more messages than any dialogue needs end it', async () => {
    for (let count = 0; count < 58; count += 1) await behrouz().say(count % 2 === 0 ? '/help' : '/privacy');
    expect(await behrouz().says('/help')).toContain('ask-national-id');
    expect(await behrouz().says('/help')).toEqual(['dialogue-too-long']);
  });
});

describe('a finger that trembles', () => {
  it.each([
    ['the button that begins', (b: Visitor) => b.pressData('reset')],
    ['the command that begins', (b: Visitor) => b.say('/reset')],
  ])('begins once: %s', async (_, touch) => {
    await behrouz().says('/cancel');
    harness().fingers.tremble = true;
    await touch(behrouz());
    await touch(behrouz());
    expect(behrouz().screen.news()).toEqual(['ask-insured-code']);
  });

  it('is none where something was answered in between', async () => {
    await behrouz().says('/cancel');
    harness().fingers.tremble = true;
    await behrouz().says('/reset');
    await behrouz().says(person('behrouz').insuredCode);
    expect(await behrouz().says('/reset')).toEqual(['go-on-or-begin-again']);
  });

  it('sends once, and is heard again a little later', async () => {
    await behrouz().says('0020000022');
    harness().clock.pass(60_000);
    harness().fingers.tremble = true;
    expect(await behrouz().press('button-resend')).toEqual(['code-sent-again', 'next-send']);
    expect(await behrouz().press('button-resend')).toEqual([]);
    harness().fingers.tremble = false;
    expect(await behrouz().press('button-resend')).toEqual(['resend-too-early']);
  });

  it('hears that the code was taken already', async () => {
    await behrouz().says('0020000022');
    const code = await harness().code();
    expect(await behrouz().says(code)).toEqual(['code-right']);
    expect(await behrouz().says(code)).toEqual(['under-way']);
    const [reset] = await harness().heart.jobs<{ resetId: string }>('portal-reset');
    await harness().heart.settle((results) => results.resetAnswered(reset?.resetId ?? '', 'done'));
    await harness().settleDown();
    expect(await behrouz().says(`کد: ${code}`)).toEqual(['done-already']);
    harness().clock.pass(20 * 60_000);
    expect(await behrouz().says(code)).toEqual(['nothing-is-asked']);
  });
});
