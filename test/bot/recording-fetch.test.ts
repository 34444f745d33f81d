import { restoredUnsentId } from '../../src/chats/unsent.js';
import { Api, InputFile } from 'grammy';
import { describe, expect, it } from 'vitest';
import type { BotCall } from '../../src/chat/services.js';
import { recordingFetch } from '../../src/bot/recording-fetch.js';

function recorded(unknownFields: string[] = []) {
  const calls: BotCall[] = [];
  const accidents: unknown[] = [];
  const fetch = recordingFetch({
    record: async (call) => restoredUnsentId(-calls.push(call)),
    unknownFields,
    keepAccident: (error) => accidents.push(error),
  });
  return { api: new Api('recorded', { fetch }), calls, accidents };
}

describe('the recording fetch', () => {
  it('writes a call down and calls nobody', async () => {
    const { api, calls } = recorded();
    await api.sendMessage(1001, 'سلام');
    expect(calls).toEqual([
      {
        method: 'sendMessage',
        body: JSON.stringify({ chat_id: 1001, text: 'سلام' }),
      },
    ]);
  });

  it('lets a message be named before it is sent', async () => {
    const { api } = recorded();
    await api.sendMessage(1001, 'یک');
    expect((await api.sendMessage(1001, 'دو')).message_id).toBe(2);
  });

  it('never writes the token down', async () => {
    const { api, calls } = recorded();
    await api.sendMessage(1001, 'سلام');
    expect(JSON.stringify(calls)).not.toContain('recorded');
  });

  it('leaves out what the messenger does not know', async () => {
    const { api, calls } = recorded(['parse_mode', 'protect_content']);
    await api.sendMessage(1001, 'سلام', { parse_mode: 'HTML', protect_content: true });
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({ chat_id: 1001, text: 'سلام' });
  });

  it('takes no upload: a file is ordered, and made after commit', async () => {
    const { api, calls, accidents } = recorded();
    const file = new InputFile(Buffer.from('نام,کد'), 'members.csv');
    await expect(api.sendDocument(1001, file)).rejects.toThrow();
    expect([calls, accidents]).toEqual([[], [expect.any(TypeError)]]);
  });

  it('answers in the shape that the method has', async () => {
    const { api } = recorded();
    expect(await api.sendMessage(1, 'x')).toHaveProperty('message_id');
    expect(await api.answerCallbackQuery('1')).toBe(true);
    expect(await api.deleteMessage(1, 2)).toBe(true);
    expect(await api.sendChatAction(1, 'typing')).toBe(true);
  });

  it('keeps what went wrong at the desk, as it was', async () => {
    const deadlock = Object.assign(new Error('deadlock'), { errno: 1213 });
    const accidents: unknown[] = [];
    const fetch = recordingFetch({
      record: () => Promise.reject(deadlock),
      unknownFields: [],
      keepAccident: (error) => accidents.push(error),
    });
    await expect(new Api('recorded', { fetch }).sendMessage(1, 'x')).rejects.toThrow();
    expect(accidents).toEqual([deadlock]);
  });
});
