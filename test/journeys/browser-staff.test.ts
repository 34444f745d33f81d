import { beforeEach, describe, expect, it } from 'vitest';
import { colleague, person } from '../../playground/cast.js';
import type { PlayedStage } from '../../playground/stage.js';
import { chromiumPath } from '../support/services.js';
import { firstLine } from '../support/walk.js';
import { wordsOf } from './page-visitor.js';
import { photographChat } from './pictures.js';
import { staffPage } from './staff-page.js';
import { desk, hand } from './stage-page.js';

const [mina, shahin, parvaneh] = [colleague('operator'), colleague('supervisor'), colleague('owner')];
const [behrouz, kamran] = [person('behrouz'), person('kamran')];

describe.skipIf(chromiumPath() === null)('staff in a browser', () => {
  const { stage: played, visit } = staffPage();
  let stage: PlayedStage;
  beforeEach(() => {
    stage = played();
  });

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
