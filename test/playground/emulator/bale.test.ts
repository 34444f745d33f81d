import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../playground/emulator/account.js';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { caller, newcomer, sara } from './caller.js';

describe('on Bale', () => {
  let emulator: Emulator;
  let bot: ReturnType<typeof caller>;
  let person: Account;
  beforeEach(async () => {
    emulator = await startEmulator();
    bot = caller(emulator, 'bale');
    person = sara(emulator, 'bale');
  });
  afterEach(() => emulator.stop());

  const send = (text: string, more: object = {}) =>
    bot.call('sendMessage', { chat_id: person.id, text, ...more });
  const unknownFields = () => emulator.calls().at(-1)?.unknownFields;
  const button = { inline_keyboard: [[{ text: 'باز', callback_data: 'again' }]] };

  it('a wrong token is 403, not 401', async () => {
    expect(await caller(emulator, 'bale', '1:x').refusal('getMe')).toBe('403 Bad Request: Token not found');
  });

  it('updates are numbered from 0', async () => {
    expect((await bot.updates())[0]?.update_id).toBe(0);
  });

  it('an outage costs all but the last 2000 updates, which come a hundred at a time', async () => {
    for (let count = 0; count < 2000; count += 1) person.say('سلام');
    expect(emulator.pending('bale')).toBe(2000);
    expect((await bot.updates({ limit: 1 }))[0]?.update_id).toBe(1);
    expect(await bot.updates({ limit: 500 })).toHaveLength(100);
  });

  it('the bot cannot choose the kinds of updates, nor drop them', async () => {
    await bot.call('getUpdates', { allowed_updates: ['callback_query'] });
    expect(unknownFields()).toEqual(['allowed_updates']);
    await bot.call('deleteWebhook', { drop_pending_updates: true });
    expect(unknownFields()).toEqual(['drop_pending_updates']);
    person.say('سلام');
    expect(emulator.pending('bale')).toBe(2);
  });

  it('nobody says that a person blocked the bot; the bot is just not permitted', async () => {
    person.block();
    expect(await bot.refusal('sendMessage', { chat_id: person.id, text: 'x' })).toBe(
      '403 Forbidden: permission_denied',
    );
    expect(emulator.pending('bale')).toBe(1);
    expect(await bot.refusal('sendMessage', { chat_id: 5, text: 'x' })).toMatch(/no such group or user/);
    const silent = newcomer(emulator, 'bale', 'behrouz');
    expect(await bot.refusal('sendMessage', { chat_id: silent.id, text: 'x' })).toMatch(/permission_denied/);
  });

  it.each(['setMyCommands', 'getMyCommands', 'deleteMyCommands', 'sendPoll'])(
    'there is no %s',
    async (method) => {
      expect(await bot.refusal(method)).toBe('404 Not Found');
    },
  );

  it('what it does not know is ignored, and noted as the caller’s fault', async () => {
    await send('x', {
      protect_content: true,
      reply_markup: {
        keyboard: [[{ text: 'x', style: 'primary' }]],
        resize_keyboard: true,
        input_field_placeholder: 'x',
      },
    });
    expect(unknownFields()).toEqual([
      'protect_content',
      'reply_markup.resize_keyboard',
      'reply_markup.input_field_placeholder',
      'button.style',
    ]);
    await send('y', { reply_markup: button });
    expect(unknownFields()).toEqual([]);
  });

  it('the same is noted where the keyboard is written out as text', async () => {
    await send('x', { reply_markup: JSON.stringify({ ...button, resize_keyboard: true }) });
    expect(unknownFields()).toEqual(['reply_markup.resize_keyboard']);
  });

  it('an edit is answered with a stub, and is done all the same', async () => {
    await send('پیش', { reply_markup: button });
    const edit = await bot.call('editMessageText', { chat_id: person.id, message_id: 2, text: 'پس' });
    expect(edit.result).toMatchObject({ message_id: 0 });
    expect(edit.result).not.toHaveProperty('text');
    expect(person.messages()[1]?.text).toBe('پس');
  });

  it.each([
    ['*مهم* است', 'مهم است'],
    ['0912*****89', '0912*89'],
    ['_کج_ و راست', 'کج و راست'],
    ['[ورود](https://portal.example/)', 'ورود'],
    ['```[بیشتر]متن```', 'بیشتر\nمتن'],
    ['۲ * ۳', '۲ * ۳'],
    ['0912•••••89', '0912•••••89'],
  ])('“%s” reads “%s”', async (sent, shown) => {
    await send(sent);
    expect(person.messages()[1]).toMatchObject({ raw: sent, text: shown });
  });

  it('a message of marks only is empty', async () => {
    expect(await bot.refusal('sendMessage', { chat_id: person.id, text: '* *' })).toMatch(/^400 .*empty/);
  });

  it('a forwarded card says so in its own way', async () => {
    person.shareContact({ forwarded: true });
    const [, update] = await bot.updates();
    expect(update).toMatchObject({ message: { forward_date: expect.any(Number) as number } });
    expect(update?.message).not.toHaveProperty('forward_origin');
  });

  describe('as it sometimes is', () => {
    it('cards do not say whose they are', async () => {
      emulator.quirks('bale').contactWithoutUserId = true;
      person.shareContact();
      const [, update] = await bot.updates();
      expect((update?.message as { contact: object }).contact).toEqual({
        phone_number: '989120000001',
        first_name: 'سارا نیک‌منش',
      });
    });

    it('chats do not say of what type they are', async () => {
      emulator.quirks('bale').chatTypeMissing = true;
      person.say('سلام');
      const [, update] = await bot.updates();
      expect((update?.message as { chat: object }).chat).not.toHaveProperty('type');
    });

    it('errors are no JSON', async () => {
      emulator.quirks('bale').plainTextErrors = true;
      const answer = await fetch(`${bot.root}/bot1:x/getMe`);
      expect([answer.status, await answer.text()]).toEqual([403, 'Bad Request: Token not found']);
    });

    it('old clients press with ids that begin with 1, and show no answer', async () => {
      emulator.quirks('bale').oldClients = true;
      await send('x', { reply_markup: button });
      person.press('باز');
      const { id } = (await bot.updates())[1]?.callback_query as { id: string };
      expect(id).toMatch(/^1/);
      await bot.call('answerCallbackQuery', { callback_query_id: id, text: 'چشم' });
      expect(person.callbacks()).toMatchObject([{ spinning: false, shown: null }]);
    });
  });

  it('a press must be answered with an id that is known, and in 200 characters', async () => {
    await send('x', { reply_markup: button });
    person.press('باز');
    const { id } = (await bot.updates())[1]?.callback_query as { id: string };
    expect(await bot.refusal('answerCallbackQuery', { callback_query_id: '0' })).toMatch(
      /^400 .*query is too old/,
    );
    const long = { callback_query_id: id, text: 'x'.repeat(201) };
    expect(await bot.refusal('answerCallbackQuery', long)).toBe('400 Bad Request: MESSAGE_TOO_LONG');
  });
});
