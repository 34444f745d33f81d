import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import type { Account } from '../../../playground/emulator/account.js';
import { handClock } from '../../support/hand-clock.js';
import { caller, newcomer, sara } from './caller.js';

const inline = (button: object) => ({ reply_markup: { inline_keyboard: [[button]] } });
const reply = (button: unknown, more: object = {}) => ({ reply_markup: { keyboard: [[button]], ...more } });

describe('what the bot sends', () => {
  const clock = handClock();
  let emulator: Emulator;
  let bot: ReturnType<typeof caller>;
  let person: Account;
  beforeEach(async () => {
    emulator = await startEmulator({ clock });
    bot = caller(emulator, 'telegram');
    person = sara(emulator);
  });
  afterEach(() => emulator.stop());

  const send = (text: string, more: object = {}) =>
    bot.call('sendMessage', { chat_id: person.id, text, ...more });
  const refusedText = (text: string, more: object = {}) =>
    bot.refusal('sendMessage', { chat_id: person.id, text, ...more });

  it('is on the screen, numbered within its chat', async () => {
    const { result } = await send('سلام');
    expect(result).toMatchObject({ message_id: 2, text: 'سلام', chat: { id: person.id, type: 'private' } });
    expect(person.screen()).toBe('سارا نیک‌منش: /start\nرمزیار: سلام');
  });

  it('may come as a form, too, and by GET, in any case of letters', async () => {
    const form = new URLSearchParams({
      chat_id: String(person.id),
      text: 'فرم',
      reply_markup: JSON.stringify({ inline_keyboard: [[{ text: 'باز', callback_data: 'x' }]] }),
    });
    const token = emulator.token('telegram');
    await fetch(`${bot.root}/bot${token}/SENDMESSAGE`, { method: 'POST', body: form });
    await fetch(`${bot.root}/bot${token}/sendMessage?chat_id=${person.id}&text=get`);
    expect(person.messages().map(({ text }) => text)).toEqual(['/start', 'فرم', 'get']);
    expect(person.messages()[1]?.buttons).toEqual([[{ text: 'باز', data: 'x' }]]);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n'],
    ['more than 4096 characters', 'ا'.repeat(4097)],
  ])('is refused as a text of %s', async (_, text) => {
    expect(await refusedText(text)).toMatch(/^400 Bad Request: message (text is empty|is too long)/);
    expect(person.messages()).toHaveLength(1);
  });

  it('may be 4096 characters long', async () => {
    expect((await send('ا'.repeat(4096))).ok).toBe(true);
  });

  it('is plain text only', async () => {
    expect(await refusedText('*x*', { parse_mode: 'MarkdownV2' })).toMatch(/^400 .*parse_mode/);
  });

  it('goes nowhere without somebody there', async () => {
    expect(await bot.refusal('sendMessage', { text: 'x' })).toBe('400 Bad Request: chat_id is empty');
    expect(await bot.refusal('sendMessage', { chat_id: 5, text: 'x' })).toBe(
      '400 Bad Request: chat not found',
    );
    const silent = newcomer(emulator, 'telegram', 'behrouz');
    expect(await bot.refusal('sendMessage', { chat_id: silent.id, text: 'x' })).toMatch(/^403 .*initiate/);
  });

  it('is refused by somebody who has blocked the bot, until they let it in again', async () => {
    person.block();
    expect(await refusedText('x')).toBe('403 Forbidden: bot was blocked by the user');
    person.unblock();
    expect((await send('x')).ok).toBe(true);
    const [, blocked, unblocked] = await bot.updates();
    expect(blocked).toMatchObject({ my_chat_member: { new_chat_member: { status: 'kicked' } } });
    expect(unblocked).toMatchObject({ my_chat_member: { new_chat_member: { status: 'member' } } });
  });

  it.each([
    ['no object', { reply_markup: 'buttons' }],
    ['two keyboards in one', { reply_markup: { inline_keyboard: [], keyboard: [['x']] } }],
    ['something unheard of', { reply_markup: { buttons: [] } }],
    ['rows that are none', { reply_markup: { inline_keyboard: [{ text: 'x', callback_data: 'x' }] } }],
    ['no rows', { reply_markup: { keyboard: 'x' } }],
    ['an empty keyboard', { reply_markup: { keyboard: [] } }],
    ['an inline button without a label', inline({ callback_data: 'x' })],
    ['an inline button with a blank label', inline({ text: ' ', callback_data: 'x' })],
    ['an inline button that does nothing', inline({ text: 'x' })],
    ['an inline button that does two things', inline({ text: 'x', url: 'https://a.ir', callback_data: 'x' })],
    ['callback data of 65 bytes', inline({ text: 'x', callback_data: `${'۱'.repeat(32)}x` })],
    ['empty callback data', inline({ text: 'x', callback_data: '' })],
    ['a link that is none', inline({ text: 'x', url: 'portal' })],
    ['too much to copy', inline({ text: 'x', copy_text: { text: 'x'.repeat(257) } })],
    ['a reply button without a label', reply({ request_contact: true })],
    ['a reply button that is a number', reply(5)],
  ])('is refused with a keyboard that is %s', async (_, markup) => {
    expect(await refusedText('x', markup)).toMatch(/^400 Bad Request: /);
    expect(person.messages()).toHaveLength(1);
  });

  it('asks for a number in private chats only', async () => {
    person.group('سلام');
    const asks = { text: 'x', ...reply({ text: 'شماره', request_contact: true }) };
    const group = person.groupMessages().length > 0 ? -1_000_000 - person.id : 0;
    expect(await bot.refusal('sendMessage', { chat_id: group, ...asks })).toMatch(
      /^400 .*private chats only/,
    );
  });

  it('puts a keyboard below the input field, until it is taken away', async () => {
    await send('۱', reply('شماره', { resize_keyboard: true, input_field_placeholder: 'اینجا' }));
    await send('۲', inline({ text: 'x', callback_data: '۱'.repeat(32) }));
    expect(person.keyboard()).toEqual({
      rows: [[{ text: 'شماره', requestContact: false }]],
      oneTime: false,
      resized: true,
      placeholder: 'اینجا',
    });
    expect(person.screen()).toContain('رمزیار: ۲\n  [x]\n⌨ [شماره]');
    await send('۳', { reply_markup: { remove_keyboard: true } });
    expect(person.keyboard()).toBeNull();
  });

  it('is announced by what the bot is doing, which ends with the next message', async () => {
    await bot.call('sendChatAction', { chat_id: person.id, action: 'upload_document' });
    expect(person.doing()).toBe('upload_document');
    expect(person.screen()).toContain('رمزیار: …');
    await send('x');
    expect(person.doing()).toBeNull();
    expect(await bot.refusal('sendChatAction', { chat_id: person.id, action: 'sleeping' })).toMatch(/^400/);
  });

  it('can be a copy or a forward of what was said', async () => {
    const there = { chat_id: person.id, from_chat_id: person.id, message_id: 1 };
    expect((await bot.call('copyMessage', there)).result).toEqual({ message_id: 2 });
    expect((await bot.call('forwardMessage', there)).result).toMatchObject({
      text: '/start',
      forward_origin: { type: 'hidden_user' },
    });
    expect(await bot.refusal('copyMessage', { ...there, message_id: 9 })).toMatch(
      /message to copy not found/,
    );
  });

  it('says who the bot is, and whose chat it is', async () => {
    expect((await bot.call('getMe')).result).toMatchObject({
      id: 700001,
      is_bot: true,
      username: 'ramzyar_bot',
    });
    expect((await bot.call('getChat', { chat_id: person.id })).result).toMatchObject({
      id: person.id,
      type: 'private',
    });
  });

  it('is refused with a wrong token, and in words that nobody knows', async () => {
    expect(await caller(emulator, 'telegram', '1:x').refusal('getMe')).toBe('401 Unauthorized');
    expect(await bot.refusal('sendTelepathy')).toBe('404 Not Found');
  });
});
