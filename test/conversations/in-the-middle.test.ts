import { describe, expect, it } from 'vitest';
import { halfWay } from './half-way.js';

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
    expect(behrouz().screen.last().text).toMatch(/^Write the national ID/);
    expect(await behrouz().says('0020000022')).toContain('code-sent');
    expect(behrouz().screen.last().text).toMatch(/^An activation code/);
  });

  it('only the newest question keeps its buttons', async () => {
    await behrouz().says('0020000022');
    await behrouz().says(await harness().code());
    const asked = behrouz().screen.messages.filter(({ markup }) => markup?.inline_keyboard).length;
    const putAway = behrouz().screen.calls.filter(({ method }) => method === 'editMessageReplyMarkup');
    expect(asked).toBeGreaterThan(2);
    expect(putAway).toHaveLength(asked);
    expect(new Set(putAway.map(({ payload }) => payload['message_id'])).size).toBe(asked);
  });

  it.each(['/cancel', '/CANCEL@ramzyar_bot', 'انصراف', 'Cancel'])('%s ends it', async (text) => {
    expect(await behrouz().says(text)).toEqual(['dialogue-cancelled']);
    expect(await behrouz().says('0020000022')).toEqual(['not-understood']);
  });

  it('who cancels and begins again goes on with the code that was sent, and reads that it is valid', async () => {
    await behrouz().says('0020000022');
    const code = await harness().code();
    expect(await behrouz().press('button-cancel')).toEqual(['dialogue-cancelled']);
    expect(await behrouz().says(code)).toEqual(['not-understood']);
    const again = await behrouz().says('/reset', '310002', '0020000022');
    expect(again).toEqual(['asking-portal', 'code-still-valid', 'next-send', 'ask-code']);
    expect(await harness().heart.jobs('sms-code')).toHaveLength(1);
    expect(await behrouz().says(code)).toEqual(['code-right']);
  });

  it.each(['/start', '/reset', '/start reset'])('%s asks whether to go on or begin again', async (text) => {
    expect(await behrouz().says(text)).toEqual(['go-on-or-begin-again']);
    expect(await behrouz().press('button-go-on')).toEqual(['ask-national-id']);
    await behrouz().says(text);
    expect(await behrouz().press('button-begin-again')).toEqual(['reset-welcome', 'ask-insured-code']);
    expect(await behrouz().says('310002', '0020000022')).toContain('code-sent');
  });

  it('an answer goes on without the button', async () => {
    await behrouz().says('/start');
    expect(await behrouz().says('0020000022')).toContain('code-sent');
  });

  it('the big button of an older message asks the same', async () => {
    expect(await behrouz().press('button-cancel')).toEqual(['dialogue-cancelled']);
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
    await behrouz().press('button-cancel');
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
    for (let count = 0; count < 58; count += 1) await behrouz().say('/help');
    expect(await behrouz().says('/help')).toContain('ask-national-id');
    expect(await behrouz().says('/help')).toEqual(['dialogue-too-long']);
  });
});
