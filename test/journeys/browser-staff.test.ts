import { Api, InputFile } from 'grammy';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { colleague, person } from '../../playground/cast.js';
import { listen, type Listening } from '../../playground/listen.js';
import { pageApp } from '../../playground/server/server.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { eventually } from '../support/eventually.js';
import { launchBrowser, openPage } from '../support/browser.js';
import { chromiumPath } from '../support/services.js';
import { firstLine } from '../support/walk.js';
import { makePageVisitor, wordsOf } from './page-visitor.js';
import { photograph, photographChat, sharp } from './pictures.js';

const [mina, shahin, parvaneh] = [colleague('operator'), colleague('supervisor'), colleague('owner')];
const [behrouz, kamran] = [person('behrouz'), person('kamran')];
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==';
const desk = { width: 1440, height: 900 };
const hand = { width: 390, height: 844 };

describe.skipIf(chromiumPath() === null)('staff in a browser', () => {
  let browser: Browser;
  let stage: PlayedStage;
  let server: Listening;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = await startStage({ past: true });
    await stage.clockIn();
    server = await listen(pageApp(stage));
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.stop();
    await stage.stop();
  });

  const visit = async (size: typeof desk, where = '') => {
    const { page, faults } = await openPage(browser, `${server.url}/${where}`, size, sharp);
    return { page, faults, visitor: makePageVisitor(page) };
  };

  /** Now there is something to forget: what was never counted offers no button. */
  const mistypesId = async () => {
    const chat = stage.account('behrouz', 'telegram');
    for (const typed of ['/reset', behrouz.insuredCode, kamran.nationalId]) chat.say(typed);
    await chat.waitFor(firstLine('no-match'));
  };

  it('see a member’s file, with buttons for what may be done', async () => {
    await mistypesId();
    const { page, faults, visitor } = await visit(desk);
    await visitor.person(mina.name).click();
    await visitor.desk.waitFor();
    expect(await page.locator('#phone, #portal').filter({ visible: true }).count()).toBe(0);
    await visitor.says(`/member ${behrouz.insuredCode}`);
    const file = visitor.bubble('0912•••••02');
    await file.waitFor();
    expect(await file.innerText()).toContain(wordsOf('member-title'));
    expect(await file.innerText()).not.toContain(behrouz.nationalId);
    await file.getByRole('button', { name: wordsOf('button-unlock') }).waitFor();
    expect(await file.getByRole('button', { name: wordsOf('button-block') }).count()).toBe(0);
    await photographChat(page, 'staff-member', visitor.bubble(`/member ${behrouz.insuredCode}`));
    expect(faults).toEqual([]);
  });

  it('choose a command from the menu, or finish one that they have begun', async () => {
    const { page, faults, visitor } = await visit(desk, '#supervisor/telegram/chat');
    const menu = page.locator('#command-menu');
    await page.locator('.menu-button').press('Enter');
    await menu.getByText(wordsOf('staff-command-grant')).waitFor();
    await menu.getByRole('button', { name: '/whoami' }).first().press('Enter');
    await visitor.hears(shahin.name);
    await visitor.field.pressSequentially('/blo');
    expect(await menu.locator('li').count()).toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.type(behrouz.insuredCode);
    await page.keyboard.press('Enter');
    await visitor.key('button-staff-yes').press('Enter');
    await visitor.hears('بسته شد');
    expect(faults).toEqual([]);
  });

  it('are asked once more before a member’s way back is closed, by a button that works once', async () => {
    const { faults, visitor } = await visit(desk, '#supervisor/bale/chat');
    await visitor.says(`/block ${behrouz.insuredCode}`);
    const yes = visitor.key('button-staff-yes');
    await yes.click();
    await visitor.hears('بسته شد');
    // What is only nice to have comes behind words.
    await yes.waitFor({ state: 'detached' });
    await visitor.says(`/member ${behrouz.insuredCode}`);
    await visitor.hears(wordsOf('way-staff-block'));
    expect(faults).toEqual([]);
  });

  it('agree in pairs: one asks, the other sees that something has come, and the first hears of it', async () => {
    const { page, faults, visitor } = await visit(desk, '#supervisor/telegram/chat');
    await visitor.says(`/grant ${kamran.insuredCode} 1`);
    await visitor.key('button-staff-yes').click();
    await visitor.unread(parvaneh.name).waitFor();
    expect(await visitor.unread(mina.name).count()).toBe(0);
    // The first line of each: commands in the midst of Persian would have their slash behind them.
    const shown = (await visitor.desk.locator('button .row-text').allInnerTexts()).join();
    expect(shown).toContain('دستورهای شما');
    expect(shown).not.toContain('/');
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang=en]').waitFor();
    const runs = "getComputedStyle(document.querySelector('#desk button .row-text')).direction";
    expect(await page.evaluate(runs)).toBe('rtl');
    await page.getByRole('button', { name: 'فارسی' }).click();
    await page.locator('html[lang=fa]').waitFor();
    await visitor.desk.getByText('منتظر پاسخ').waitFor();

    await visitor.desk.locator('[data-role=owner]').click();
    await visitor.hears(shahin.name);
    expect(await visitor.unread(parvaneh.name).count()).toBe(0);
    await photographChat(page, 'staff-approval', visitor.bubble(shahin.name));
    await visitor.key('button-approve').click();
    await visitor.unread(shahin.name).waitFor();
    await visitor.person(shahin.name).click();
    await visitor.hears('تأیید و انجام شد');
    await visitor.says(`/member ${kamran.insuredCode}`);
    await visitor.hears(/۵\W* از \W*۶/);
    expect(await page.locator('.badge').count()).toBe(0);
    expect(faults).toEqual([]);
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

  it('have it all on a phone, one pane at a time', async () => {
    const { page, faults, visitor } = await visit(hand, '#supervisor/telegram/chat');
    const tab = (name: string) => page.locator(`#tabs [data-pane=${name}]`);
    await visitor.says(`/grant ${kamran.insuredCode} 1`);
    await visitor.key('button-staff-yes').click();
    await tab('desk').locator('.dot').waitFor();
    await tab('desk').click();
    expect(await visitor.chat.isVisible()).toBe(false);
    await visitor.desk.locator('[data-role=owner]').click();
    await visitor.key('button-refuse').click();
    await visitor.hears('رد شد');
    expect(await tab('phone').count()).toBe(0);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBe(0);
    expect(faults).toEqual([]);
  });
});
