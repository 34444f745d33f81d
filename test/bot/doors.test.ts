import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBotHarness, type BotHarness, type Visitor } from '../conversations/harness.js';

let harness: BotHarness;
let sara: Visitor;
beforeEach(async () => {
  harness = await openBotHarness();
  sara = harness.visitor('sara');
});
afterEach(() => harness.drop());

const inGroup = (text: string, more: object = {}) =>
  sara.send({ text, chat: { id: -5, type: 'supergroup', title: 'خانواده' }, ...more });

describe('who is answered', () => {
  it.each(['/reset', '/start@ramzyar_bot', 'سلام @Ramzyar_Bot'])(
    'a group that calls (%s) is sent to the private chat',
    async (text) => {
      await inGroup(text);
      expect(sara.screen.news()).toEqual(['write-in-private']);
    },
  );

  it.each(['سلام', '310001', '/weather'])('a group that talks (%s) is left alone', async (text) => {
    await inGroup(text);
    expect(sara.screen.calls).toEqual([]);
  });

  it.each<[string, object]>([
    ['another bot', { from: { id: 5, is_bot: true, first_name: 'bot' } }],
    ['somebody speaking as a channel', { sender_chat: { id: -7, type: 'channel', title: 'کانال' } }],
    ['an inline bot', { via_bot: { id: 5, is_bot: true, first_name: 'bot' } }],
    ['nobody', { from: undefined }],
    ['a chat of no kind', { chat: { id: -5 } }],
  ])('%s gets nothing, and no dialogue', async (_, part) => {
    await sara.send({ text: '/reset', ...part });
    expect(sara.screen.news()).toEqual([]);
    expect(await sara.says('310001')).toEqual(['nothing-is-asked']);
  });

  it.each<Omit<Update, 'update_id'>>([
    { my_chat_member: {} } as Omit<Update, 'update_id'>,
    { channel_post: { text: '/reset', chat: { id: -7, type: 'channel' } } } as unknown as Omit<
      Update,
      'update_id'
    >,
    { poll: {} } as Omit<Update, 'update_id'>,
    {},
  ])('an update of another kind is let pass (%o)', async (part) => {
    await sara.update(part);
    expect(sara.screen.calls).toEqual([]);
  });

  it('a chat of no kind whose id is the sender’s own can only be theirs', async () => {
    await sara.send({ text: '/reset', chat: { id: sara.from.id } });
    expect(sara.screen.news()).toEqual(['reset-welcome', 'ask-insured-code']);
  });

  it('a button whose message the messenger has left out is still its presser’s own', async () => {
    await sara.pressData('reset', {});
    expect(sara.screen.news()).toEqual(['reset-welcome', 'ask-insured-code']);
  });

  it.each([
    ['the chat', { message_id: 7, date: 0 }, [{ chat_id: expect.anything() as unknown, message_id: 7 }]],
    ['the number', { date: 0, chat: { id: 5, type: 'private' } }, []],
  ])('a button does what it says though %s of its message was left out', async (_, message, edits) => {
    await sara.pressData('not-me:0', { message: { ...message } });
    expect(sara.screen.news()).toEqual(['chat-not-linked']);
    const edited = sara.screen.calls.filter(({ method }) => method === 'editMessageReplyMarkup');
    expect(edited.map(({ payload }) => payload)).toEqual(edits);
  });
});

describe('outside a dialogue', () => {
  it.each([
    ['/help', ['help']],
    ['/privacy', ['privacy']],
    ['/cancel', ['nothing-to-cancel']],
    ['انصراف', ['nothing-to-cancel']],
    ['\u200f /privacy', ['privacy']],
    ['/members', ['unknown-command']],
    ['چه خبر؟', ['not-understood']],
    ['سلام خسته نباشید', ['greeting']],
    ['Hello', ['greeting']],
    ['خیلی ممنون', ['thanked']],
    ['thanks a lot', ['thanked']],
    ['رمزم یادم رفته', ['reset-welcome', 'ask-insured-code']],
    ['سلام، کلمه عبورم را فراموش كرده ام', ['reset-welcome', 'ask-insured-code']],
    ['I forgot my password', ['reset-welcome', 'ask-insured-code']],
  ])('%s is answered', async (text, news) => {
    expect(await sara.says(text)).toEqual(news);
  });

  it('whoever greets, says something else and only then what they have come for is led there within the same minute', async () => {
    expect(await sara.says('سلام')).toEqual(['greeting']);
    expect(await sara.says('سلام')).toEqual([]);
    expect(await sara.says('ببخشید')).toEqual(['not-understood']);
    expect(await sara.says('هستید؟')).toEqual([]);
    expect(await sara.says('رمزم یادم رفته')).toEqual(['reset-welcome', 'ask-insured-code']);
  });

  it('/privacy names the number of the own account, by which an owner can take somebody on', async () => {
    await sara.says('/privacy');
    expect(sara.screen.last().text).toContain(`telegram:${sara.from.id}`);
  });

  it.each<[string, object, string?]>([
    ['a sticker', { sticker: { file_id: 's' } }],
    ['a voice', { voice: { file_id: 'v' } }],
    ['a card', { contact: { phone_number: '1' } }, 'nothing-is-asked'],
  ])('%s is answered with the way in', async (_, part, answer = 'not-understood') => {
    await sara.send(part);
    expect(sara.screen.news()).toEqual([answer]);
    expect(sara.screen.buttons()).toEqual(['کلمهٔ عبور را فراموش کرده‌ام']);
  });

  it('an old button is told to be old', async () => {
    await sara.pressData('resend:0123456789ab');
    expect(sara.screen.news()).toEqual(['old-button', 'begin-again-any-time']);
  });

  it('the language is kept for the next time', async () => {
    await sara.pressData('locale-en');
    expect(sara.screen.last().text).toMatch(/English/);
    await sara.says('/start');
    expect(sara.screen.last().text).toMatch(/^Hello/);
  });
});
