import { Api, InputFile } from 'grammy';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { colleague } from '../../playground/cast.js';
import type { PlayedStage } from '../../playground/stage.js';
import { eventually } from '../support/eventually.js';
import { chromiumPath } from '../support/services.js';
import { wordsOf } from './page-visitor.js';
import { photograph, photographChat } from './pictures.js';
import { staffPage } from './staff-page.js';
import { desk } from './stage-page.js';

const [mina, shahin, parvaneh] = [colleague('operator'), colleague('supervisor'), colleague('owner')];
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==';

describe.skipIf(chromiumPath() === null)('staff in a browser', () => {
  const { stage: played, visit } = staffPage();
  let stage: PlayedStage;
  beforeEach(() => {
    stage = played();
  });

  it('hand over a list: off their device, by one touch, or dropped on the chat', async () => {
    const { page, faults, visitor } = await visit(desk, '#supervisor/telegram/chat');
    const list = { name: 'فهرست مهر.csv', mimeType: 'text/csv', buffer: Buffer.from('کد بیمه‌شده\r\n') };
    await page.locator('#chat input[type=file]').setInputFiles(list);
    await visitor.bubble('فهرست مهر.csv').waitFor();

    await visitor.desk.getByRole('button', { name: 'ارسال', exact: true }).nth(1).click();
    await visitor.bubble('members.xlsx').waitFor();

    await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'dropped.csv', { type: 'text/csv' }));
      const [chat] = document.querySelectorAll('#chat .scroller');
      for (const type of ['dragover', 'drop'])
        chat.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    })()`);
    await visitor.bubble('dropped.csv').waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      visitor.bubble('فهرست مهر.csv').getByRole('link').click(),
    ]);
    expect(download.suggestedFilename()).toBe('فهرست مهر.csv');
    expect(await readFile(await download.path(), 'utf8')).toBe('کد بیمه‌شده\r\n');
    expect(faults).toEqual([]);
  });

  it('send the list of members, read what it would change, and have it applied', async () => {
    const { page, faults, visitor } = await visit(desk, '#supervisor/telegram/chat');
    await visitor.says('/import');
    await visitor.key('button-import-xlsx').waitFor();
    const sample = await stage.samples.file('members.xlsx');
    const file = { name: sample!.name, mimeType: sample!.mime, buffer: Buffer.from(sample!.bytes) };
    await page.locator('#chat input[type=file]').setInputFiles(file);
    await visitor.hears(wordsOf('list-first-changes'));
    await visitor.key('button-staff-yes').waitFor();
    await photographChat(page, 'staff-import', visitor.bubble('members.xlsx'));
    await visitor.key('button-staff-yes').click();
    // It has another number for somebody, so that a second person has to agree.
    await visitor.unread(parvaneh.name).waitFor();
    await visitor.desk.locator('[data-role=owner]').click();
    await visitor.key('button-approve').click();
    await visitor.unread(shahin.name).waitFor();
    await visitor.person(shahin.name).click();
    await visitor.hears('اعمال شد');
    await visitor.says('/import status');
    await visitor.hears(wordsOf('lists-lately'));
    expect(faults).toEqual([]);
  });

  it('look at the last days as a picture, and take their recoveries home as a table', async () => {
    const { page, faults, visitor } = await visit(desk, '#supervisor/telegram/chat');
    await visitor.says('/stats');
    const chart = visitor.bubbles.locator('img.picture').last();
    await chart.waitFor();
    const widthOf = () =>
      chart.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
    await eventually(widthOf, (width) => width > 600);
    await photograph(chart, 'staff-stats');

    await visitor.says('/export');
    await visitor.key('button-export-xlsx').click();
    const table = visitor.bubbles.locator('.bubble.document a.file').last();
    const [download] = await Promise.all([page.waitForEvent('download'), table.click()]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
    expect(faults).toEqual([]);
  });

  it('see what the bot is doing, a message that changes in its place, and a picture large', async () => {
    const { page, faults, visitor } = await visit(desk, '#operator/telegram/chat');
    const bot = new Api(stage.emulator.token('telegram'), { apiRoot: stage.emulator.root('telegram') });
    const chatId = mina.accounts.telegram;
    const progress = await bot.sendMessage(chatId, 'خوانده شد: ۱۰۰ ردیف');
    await visitor.hears('۱۰۰ ردیف');
    await bot.editMessageText(chatId, progress.message_id, 'خوانده شد: ۲۰۰ ردیف');
    await visitor.hears('۲۰۰ ردیف');
    expect(await visitor.bubble('خوانده شد').count()).toBe(1);

    await bot.sendChatAction(chatId, 'upload_photo');
    await visitor.chat.getByText('در حال ارسال عکس').waitFor();
    const chart = new InputFile(Buffer.from(onePixel, 'base64'), 'stats.png');
    await bot.sendPhoto(chatId, chart, { caption: 'هفت روز گذشته' });
    await visitor.bubble('هفت روز گذشته').getByRole('button', { name: 'بزرگ کردن عکس' }).press('Enter');
    const large = page.getByRole('dialog');
    await large.locator('img').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), large.getByRole('link').click()]);
    expect(download.suggestedFilename()).toBe('stats.png');
    await page.keyboard.press('Escape');
    expect(await large.count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
