import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../playground/emulator/account.js';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { handClock, hour } from '../../support/hand-clock.js';
import { caller, sara } from './caller.js';

const button = { inline_keyboard: [[{ text: 'باز', callback_data: 'again' }]] };

describe('what was said', () => {
  const clock = handClock();
  let emulator: Emulator;
  let bot: ReturnType<typeof caller>;
  let person: Account;
  beforeEach(async () => {
    emulator = await startEmulator({ clock });
    bot = caller(emulator, 'telegram');
    person = sara(emulator);
    await bot.call('sendMessage', { chat_id: person.id, text: 'پیش', reply_markup: button });
  });
  afterEach(() => emulator.stop());

  const its = { chat_id: 1001, message_id: 2 };

  it('can be said anew, which takes its buttons unless they are given again', async () => {
    const { result } = await bot.call('editMessageText', { ...its, text: 'پس' });
    expect(result).toMatchObject({ message_id: 2, text: 'پس' });
    expect(person.messages()[1]).toMatchObject({ text: 'پس', edited: true, buttons: [] });
    expect(person.screen()).toContain('پس ✎');
  });

  it('can get other buttons', async () => {
    const other = { inline_keyboard: [[{ text: 'دیگر', callback_data: 'other' }]] };
    await bot.call('editMessageReplyMarkup', { ...its, reply_markup: other });
    expect(person.messages()[1]).toMatchObject({
      edited: false,
      buttons: [[{ text: 'دیگر', data: 'other' }]],
    });
  });

  it.each([
    ['is not there', { ...its, message_id: 9, text: 'x' }, 'message to edit not found'],
    ['is the same', { ...its, text: 'پیش', reply_markup: button }, 'message is not modified'],
    ['is not the bot’s', { ...its, message_id: 1, text: 'x' }, "message can't be edited"],
    ['would be empty', { ...its, text: '' }, 'message text is empty'],
    [
      'would get a reply keyboard',
      { ...its, text: 'x', reply_markup: { keyboard: [['x']] } },
      'inline keyboard',
    ],
  ])('cannot be said anew where it %s', async (_, payload, reason) => {
    expect(await bot.refusal('editMessageText', payload)).toContain(`400 Bad Request: ${reason}`);
  });

  it('has no caption where it has no file', async () => {
    expect(await bot.refusal('editMessageCaption', { ...its, caption: 'x' })).toMatch(/no caption/);
  });

  it('can be taken away by the bot, the person’s words too, and only once', async () => {
    await bot.call('deleteMessage', its);
    await bot.call('deleteMessage', { ...its, message_id: 1 });
    expect(person.screen()).toBe('');
    expect(person.messages().every(({ deleted }) => deleted)).toBe(true);
    expect(await bot.refusal('deleteMessage', its)).toBe('400 Bad Request: message to delete not found');
  });

  it('cannot be taken away when it is 48 hours old', async () => {
    clock.pass(48 * hour - 1);
    expect((await bot.call('deleteMessage', { ...its, message_id: 1 })).ok).toBe(true);
    clock.pass(1);
    expect(await bot.refusal('deleteMessage', its)).toMatch(/^400 .*can't be deleted/);
  });

  it('by others in a group is not the bot’s to take away', async () => {
    person.group('سلام');
    const [, update] = await bot.updates();
    const { chat, message_id } = update?.message as { chat: { id: number }; message_id: number };
    expect(await bot.refusal('deleteMessage', { chat_id: chat.id, message_id })).toMatch(/can't be deleted/);
  });
});
