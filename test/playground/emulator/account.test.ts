import { Bot, InlineKeyboard, Keyboard } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../playground/emulator/account.js';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { newcomer } from './caller.js';

describe('a person who writes to a grammY bot', () => {
  let emulator: Emulator;
  let bot: Bot;
  let person: Account;
  let running: Promise<void>;
  beforeEach(async () => {
    emulator = await startEmulator();
    bot = new Bot(emulator.token('telegram'), { client: { apiRoot: emulator.root('telegram') } });
    bot.command('start', (ctx) => ctx.reply(`start ${ctx.match}`));
    person = newcomer(emulator);
  });
  afterEach(async () => {
    await bot.stop();
    await running;
    await emulator.stop();
  });
  const start = () => (running = bot.start());

  it('comes by a link, and its payload comes along', async () => {
    void start();
    person.deepLink('reset');
    expect((await person.nextMessage()).text).toBe('start reset');
  });

  it('is understood when the command stands behind wide characters', async () => {
    const entities: unknown[] = [];
    bot.on('message:entities', (ctx) => void entities.push(...ctx.msg.entities));
    void start();
    person.say('😀 سلام /help@ramzyar_bot و a/b');
    await person.settled();
    expect(entities).toEqual([{ type: 'bot_command', offset: 8, length: 17 }]);
  });

  it('shares the own number by a button, which says whose it is', async () => {
    bot.on('message:text', (ctx) =>
      ctx.reply('شماره؟', { reply_markup: new Keyboard().requestContact('شماره‌ام').oneTime() }),
    );
    bot.on('message:contact', (ctx) => ctx.reply(JSON.stringify(ctx.msg.contact)));
    void start();
    person.say('سلام');
    await person.nextMessage();
    person.press('شماره‌ام');
    expect(JSON.parse((await person.nextMessage()).text)).toEqual({
      phone_number: '989120000001',
      first_name: 'سارا نیک‌منش',
      user_id: 1001,
    });
    expect(person.keyboard()).toBeNull();
  });

  it('can share other cards: somebody else’s, a nameless one, a forwarded one', async () => {
    const seen: unknown[] = [];
    bot.on('message:contact', ({ msg }) => void seen.push([msg.contact.user_id, msg.forward_origin?.type]));
    void start();
    person.shareContact({ phone: '09120000002' });
    person.shareContact({ phone: '09120000002', userId: 1002 });
    person.shareContact({ userId: null });
    person.shareContact({ forwarded: true });
    await person.settled();
    expect(seen).toEqual([
      [undefined, undefined],
      [1002, undefined],
      [undefined, undefined],
      [1001, 'hidden_user'],
    ]);
  });

  it('presses a button, sees the answer, and the message change under the press', async () => {
    const buttons = new InlineKeyboard().text('باز', 'again').url('ورود', 'https://portal.example/');
    bot.on('message:text', (ctx) => ctx.reply('؟', { reply_markup: buttons.copyText('رونوشت', '۱۲') }));
    bot.callbackQuery('again', async (ctx) => {
      await ctx.answerCallbackQuery({ text: 'چشم', show_alert: true });
      await ctx.editMessageText('شد');
    });
    void start();
    person.say('سلام');
    await person.nextMessage();
    expect(person.press('ورود')).toEqual({ kind: 'url', url: 'https://portal.example/' });
    expect(person.press('رونوشت')).toEqual({ kind: 'copied', text: '۱۲' });
    person.press('باز');
    expect(person.callbacks()).toMatchObject([{ data: 'again', spinning: true, shown: null }]);
    await person.waitFor('شد');
    expect(person.callbacks()).toMatchObject([{ spinning: false, shown: { text: 'چشم', alert: true } }]);
    expect(() => person.press('باز')).toThrow('no button "باز"');
  });

  it('may press a button that is long gone', async () => {
    const presses: unknown[] = [];
    bot.on('message:text', (ctx) =>
      ctx.reply('؟', { reply_markup: new InlineKeyboard().text('باز', 'again') }),
    );
    bot.on(
      'callback_query',
      ({ callbackQuery: { data, message } }) => void presses.push([data, message?.date]),
    );
    void start();
    person.say('سلام');
    const { id } = await person.nextMessage();
    await bot.api.deleteMessage(person.id, id);
    person.pressData('again', id);
    await person.settled();
    expect(presses).toEqual([['again', 0]]);
    expect(() => person.pressData('again')).toThrow('no button');
  });

  it('edits what was said, and sends what no bot asked for', async () => {
    const seen: string[] = [];
    bot.on('edited_message:text', ({ msg }) => void seen.push(`edited ${msg.message_id} ${msg.text}`));
    bot.on('message', ({ msg }) => {
      const kinds = ['sticker', 'voice', 'location', 'poll', 'photo', 'document'] as const;
      seen.push(kinds.find((kind) => kind in msg) ?? 'text');
    });
    void start();
    person.editMessage(person.say('سلام').id, 'درود');
    person.sendSticker();
    person.sendVoice();
    person.sendLocation();
    person.sendPoll();
    person.sendPhoto();
    person.sendDocument(Buffer.from('x'), 'x.txt', 'text/plain');
    await person.settled();
    expect(seen).toEqual([
      'text',
      'edited 1 درود',
      'sticker',
      'voice',
      'location',
      'poll',
      'photo',
      'document',
    ]);
    expect(() => person.editMessage(99, 'x')).toThrow('own message');
  });

  it('can write in a group, where the chat is another', async () => {
    bot.on('message:text', (ctx) => ctx.reply(`${ctx.chat.type} ${ctx.from.id}`));
    void start();
    person.group('سلام');
    await person.settled();
    expect(person.groupMessages().map(({ text }) => text)).toEqual(['سلام', 'group 1001']);
    expect(person.messages()).toEqual([]);
  });

  it('can empty the chat, and begin again', async () => {
    bot.on('message:text', (ctx) => ctx.reply('x', { reply_markup: new Keyboard().text('x') }));
    void start();
    person.say('سلام');
    await person.nextMessage();
    person.deleteChat();
    expect([person.screen(), person.keyboard()]).toEqual(['', null]);
  });

  it('says nothing to a bot that is blocked', () => {
    running = Promise.resolve();
    person.block();
    expect(() => person.say('سلام')).toThrow('blocked');
  });
});
