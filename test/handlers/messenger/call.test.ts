import { expect, it } from 'vitest';
import type { BotCall } from '../../../src/chat/services.js';
import { restoredUnsentId } from '../../../src/chats/unsent.js';
import { onBothMessengers, saying } from './call-harness.js';

const withButton = (chat_id: number) => ({
  chat_id,
  text: 'hello',
  reply_markup: { inline_keyboard: [[{ text: 'press', callback_data: 'press' }]] },
});

onBothMessengers('a call to %s', (services, platform) => {
  const { emulator, make, person, refused, sent } = services;

  it('arrives, and its message is known by its id', async () => {
    const account = person();
    const made = await make(saying(account.chatId));
    const message = await account.nextMessage();
    expect(made).toEqual({ kind: 'done', result: null, outsideId: String(message.id) });
  });

  it('may name a message that was not yet sent when it was written', async () => {
    const account = person();
    const asking = { ...saying(account.chatId), body: JSON.stringify(withButton(account.chatId)) };
    await make(asking);
    const message = await account.nextMessage();
    sent.set(41, message.id);
    const puttingAway = (row: number): BotCall => ({
      ...asking,
      method: 'editMessageReplyMarkup',
      body: JSON.stringify({ chat_id: account.chatId, message_id: restoredUnsentId(row) }),
    });
    expect(await make(puttingAway(41))).toMatchObject({ kind: 'done' });
    expect(account.messages().find(({ id }) => id === message.id)?.buttons).toEqual([]);
    expect(await make(puttingAway(42))).toMatchObject({ kind: 'failed' });
  });

  it('is given up at once when the chat is closed to us, or the call is wrong', async () => {
    const account = person();
    account.block();
    expect(await make(saying(account.chatId))).toMatchObject({ kind: 'failed' });
    account.unblock();
    expect(await make(saying(account.chatId, ''))).toMatchObject({ kind: 'failed' });
  });

  it('is given up at once when its messenger has no such thing, and nobody is alarmed', async () => {
    const call = { ...saying(person().chatId), method: 'sendDice' };
    expect(await make(call)).toMatchObject({ kind: 'failed' });
    expect(refused()).toBe(0);
  });

  it.each([false, true])(
    'is kept for later while the token is refused (in plain text: %s)',
    async (plain) => {
      const call = saying(person().chatId);
      emulator().faults.revokeToken(platform);
      emulator().quirks('bale').plainTextErrors = plain;
      const made = await make(call);
      expect(made).toMatchObject({ kind: 'retry' });
      expect(refused()).toBe(1);
      expect(JSON.stringify(made)).not.toContain(emulator().token(platform));
    },
  );

  it('that edits a message is never known by the id that comes back, which may be of none', async () => {
    const account = person();
    await make({ ...saying(account.chatId), body: JSON.stringify(withButton(account.chatId)) });
    const { id } = await account.nextMessage();
    const edit = (changes: object): BotCall => ({
      method: 'editMessageText',
      body: JSON.stringify({ chat_id: account.chatId, message_id: id, ...changes }),
    });
    const made = await make(edit({ text: 'other' }));
    expect(made).toMatchObject({ kind: 'done' });
    expect((made as { outsideId?: string }).outsideId).not.toBe('0');
    expect(account.messages().at(-1)?.text).toBe('other');
  });
});
