import { Api, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { colleague } from '../../../playground/cast.js';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { listen, type Listening } from '../../../playground/listen.js';
import { pageApp } from '../../../playground/server/server.js';
import type { Stage } from '../../../playground/server/stage.js';
import { stageOver, watch } from './page-stage.js';

const mina = colleague('operator');
const chatId = mina.accounts.bale;

describe('files on the page', () => {
  let emulator: Emulator;
  let server: Listening;
  let stage: Stage;
  let bot: Api;
  beforeEach(async () => {
    emulator = await startEmulator();
    stage = stageOver(emulator);
    server = await listen(pageApp(stage));
    bot = new Api(emulator.token('bale'), { apiRoot: emulator.root('bale') });
    stage.chat('operator', 'bale').say('/help');
  });
  afterEach(async () => {
    await server.stop();
    await emulator.stop();
  });

  const upload = (name: string, body: string | Uint8Array<ArrayBuffer>, role = 'operator') =>
    fetch(`${server.url}/chats/bale/${role}/document?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body,
    });
  const lastFile = () => stage.chat('operator', 'bale').look().messages.at(-1)?.file ?? { id: '' };
  const download = (id: string, role = 'operator') => fetch(`${server.url}/files/bale/${role}/${id}`);

  it('of somebody go to the bot under their own name, byte by byte', async () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0, 255]);
    expect((await upload('فهرست ۱.csv', bytes)).status).toBe(200);
    const { message } = (await bot.getUpdates()).at(-1) ?? {};
    expect(message?.document).toMatchObject({
      file_name: 'فهرست ۱.csv',
      mime_type: 'text/csv',
      file_size: 5,
    });
    const answer = await download(message?.document?.file_id ?? '');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  });

  it('too big, nameless, or of nobody are not taken', async () => {
    const big = new Uint8Array(24 * 1024 * 1024 + 1);
    expect((await upload('big.csv', big)).status).toBe(413);
    expect((await upload('', 'x')).status).toBe(404);
    expect((await upload('x.csv', 'x', 'nobody')).status).toBe(404);
    expect(stage.chat('operator', 'bale').look().messages).toHaveLength(1);
  });

  it('of the bot are saved with the right name and type', async () => {
    const file = new InputFile(Buffer.from('کد\r\n'), 'بازیابی‌ها.csv');
    await bot.sendDocument(chatId, file, { caption: 'بازیابی‌ها' });
    const views = await watch(server.url, 'operator', 'bale');
    const { chat, staff } = await views.next();
    await views.stop();
    const shown = chat.messages.at(-1);
    expect(shown).toMatchObject({
      kind: 'document',
      text: 'بازیابی‌ها',
      file: { name: 'بازیابی‌ها.csv', size: 6 },
    });
    expect(staff.at(-1)).toMatchObject({ role: 'operator', chats: { bale: { heard: 1 } } });
    const { headers } = await fetch(`${server.url}${shown?.file?.address}`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('بازیابی‌ها.csv')}`,
    );
  });

  it('are shown where they are pictures, and never opened as a page of ours', async () => {
    await bot.sendPhoto(chatId, new InputFile(Buffer.from('png'), 'stats.png'));
    const picture = (await download(lastFile().id)).headers;
    expect(picture.get('content-type')).toBe('image/png');
    expect(picture.get('content-disposition')).toMatch(/^inline/);
    await bot.sendDocument(chatId, new InputFile(Buffer.from('<script>'), 'page.html'));
    const page = (await download(lastFile().id)).headers;
    expect(page.get('content-disposition')).toMatch(/^attachment/);
    expect(page.get('content-security-policy')).toContain('sandbox');
    expect(page.get('x-content-type-options')).toBe('nosniff');
  });

  it('are given only to whoever has them in their chat', async () => {
    await bot.sendDocument(chatId, new InputFile(Buffer.from('x'), 'x.csv'));
    const { id } = lastFile();
    expect((await download(id)).status).toBe(200);
    expect((await download(id, 'owner')).status).toBe(404);
    expect((await download('..%2f..%2fcast.ts')).status).toBe(404);
  });

  it('are announced by what the bot does, and get another caption in place', async () => {
    await bot.sendChatAction(chatId, 'upload_photo');
    const views = await watch(server.url, 'operator', 'bale');
    expect((await views.next()).chat.doing).toBe('upload_photo');
    const sent = await bot.sendPhoto(chatId, new InputFile(Buffer.from('png'), 'stats.png'));
    await bot.editMessageCaption(chatId, sent.message_id, { caption: 'هفت روز گذشته' });
    await views.stop();
    const { messages, doing } = stage.chat('operator', 'bale').look();
    expect(doing).toBeNull();
    expect(messages.at(-1)).toMatchObject({ kind: 'photo', text: 'هفت روز گذشته', edited: true });
    expect(messages).toHaveLength(2);
  });
});
