import { Bot, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../playground/emulator/account.js';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { caller, newcomer, sara } from './caller.js';

describe('files', () => {
  let emulator: Emulator;
  let bot: Bot;
  let person: Account;
  beforeEach(async () => {
    emulator = await startEmulator();
    bot = new Bot(emulator.token('telegram'), { client: { apiRoot: emulator.root('telegram') } });
    person = sara(emulator);
  });
  afterEach(() => emulator.stop());

  const download = (path: string, token = emulator.token('telegram')) =>
    fetch(`${emulator.root('telegram')}/file/bot${token}/${path}`);

  it('of the bot arrive with their names, and can be sent again by their ids', async () => {
    const csv = new InputFile(Buffer.from('a,b\n'), 'members.csv');
    const sent = await bot.api.sendDocument(person.id, csv, { caption: 'فهرست' });
    expect(person.screen()).toContain('📎 members.csv فهرست');
    const again = await bot.api.sendDocument(person.id, sent.document.file_id);
    expect(again.document.file_id).toBe(sent.document.file_id);
  });

  it('of the person can be fetched, byte by byte', async () => {
    const bytes = Buffer.from([0, 1, 2, 255]);
    person.sendDocument(bytes, 'اعضا.csv', 'text/csv', 'بفرمایید');
    const updates = await bot.api.getUpdates();
    const file = await bot.api.getFile(updates[1]?.message?.document?.file_id ?? '');
    const answer = await download(file.file_path ?? '');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(updates[1]?.message).toMatchObject({ caption: 'بفرمایید', document: { file_name: 'اعضا.csv' } });
  });

  it('are kept from strangers', async () => {
    const { photo } = await bot.api.sendPhoto(person.id, new InputFile(Buffer.from('png'), 'chart.png'));
    const { file_path: path = '' } = await bot.api.getFile(photo[0]?.file_id ?? '');
    expect((await download(path)).status).toBe(200);
    expect((await download(path, '1:x')).status).toBe(401);
    expect((await download('documents/none.csv')).status).toBe(404);
  });

  it('have the type that their name tells, when the bot does not say it', async () => {
    await bot.api.sendDocument(person.id, new InputFile(Buffer.from('PK'), 'resets.XLSX'));
    expect(person.messages().at(-1)?.file?.mime).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
  });

  it('are saved on the device of whoever has them in their chat, and of nobody else', async () => {
    await bot.api.sendDocument(person.id, new InputFile(Buffer.from('a,b'), 'resets.csv'));
    const { id } = person.messages().at(-1)?.file ?? { id: '' };
    expect(Buffer.from(person.download(id)?.bytes ?? []).toString()).toBe('a,b');
    expect(newcomer(emulator, 'telegram', 'behrouz').download(id)).toBeNull();
    person.deleteChat();
    expect(person.download(id)).toBeNull();
  });

  it('can get another caption', async () => {
    const sent = await bot.api.sendPhoto(person.id, new InputFile(Buffer.from('png'), 'chart.png'));
    await bot.api.editMessageCaption(person.id, sent.message_id, { caption: 'نمودار' });
    expect(person.messages().at(-1)).toMatchObject({ text: 'نمودار', edited: true });
  });

  it('are refused where they are nothing, unknown, or captioned at too great length', async () => {
    const empty = bot.api.sendDocument(person.id, new InputFile(Buffer.alloc(0), 'empty.csv'));
    await expect(empty).rejects.toThrow('file must be non-empty');
    await expect(bot.api.sendPhoto(person.id, 'bale-file-1')).rejects.toThrow('wrong file identifier');
    const long = { caption: 'x'.repeat(1025) };
    await expect(bot.api.sendPhoto(person.id, 'x', long)).rejects.toThrow('caption is too long');
    expect(await caller(emulator, 'telegram').refusal('getFile', { file_id: 'x' })).toMatch(/^400 .*file_id/);
  });

  it('too big for a bot are refused, on the way in and out', async () => {
    const big = Buffer.alloc(20 * 1024 * 1024 + 1);
    const { id } = person.sendDocument(big, 'big.csv', 'text/csv').file ?? { id: '' };
    await expect(bot.api.getFile(id)).rejects.toThrow('file is too big');
    const photo = new InputFile(big.subarray(0, 10 * 1024 * 1024 + 1), 'big.png');
    await expect(bot.api.sendPhoto(person.id, photo)).rejects.toThrow('file is too big');
  });
});
