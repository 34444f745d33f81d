import { describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { startStage } from '../../playground/stage.js';
import { chromiumPath } from '../support/services.js';
import { wordsOf } from './page-visitor.js';
import { picture } from './pictures.js';
import { desk, hand, stagePage } from './stage-page.js';

const [sara, behrouz, mahin] = [person('sara'), person('behrouz'), person('mahin')];

describe.skipIf(chromiumPath() === null)('the playground in a browser', () => {
  const { address, visit } = stagePage(() => startStage());

  it('lets somebody play the first time through, from a forgotten password into the portal', async () => {
    const { page, faults, visitor } = await visit(desk, '#behrouz/telegram/chat');
    const { chat, portal } = visitor;
    await visitor.person(sara.name).click();
    await chat.locator('.key.first').click();
    await visitor.key('button-reset').click();
    await visitor.hears(wordsOf('ask-insured-code'));
    await visitor.says(sara.insuredCode);
    await visitor.hears('کد ملی بیمه‌شدهٔ اصلی را بنویسید');
    await visitor.says(sara.nationalId);
    await visitor.hears('شمارهٔ همراه خودتان را بنویسید');
    await visitor.says(sara.phone);
    await visitor.hears('0912•••••01');
    const code = await visitor.readsCode();
    await visitor.says(code);
    await visitor.hears('کلمهٔ عبور شما بازیابی شد');

    const left = await visitor.bubbles.allInnerTexts();
    const secrets = [sara.nationalId, sara.phone, code];
    expect(left.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);

    await visitor.signsIn(sara.insuredCode, sara.portalPassword ?? '');
    await portal.getByText('کد بیمه‌شده یا کلمهٔ عبور درست نیست').waitFor();
    await visitor.key('button-sign-in').click();
    await visitor.signsIn(sara.insuredCode, sara.nationalId);
    await portal.getByText(`خوش آمدید، ${sara.name}`).waitFor();
    await portal.locator('.state.initial').waitFor();
    expect(await page.locator('.card-note').innerText()).toContain('همان کد ملی');
    await page.screenshot(picture('playground'));
    expect(faults).toEqual([]);
  });

  it('tells a newcomer at first sight that it is a demonstration, whom they play, and what to do first', async () => {
    const { page, faults, visitor } = await visit(hand);
    const guide = visitor.chat.locator('.guide');
    expect(await guide.innerText()).toContain(`نسخهٔ نمایشی؛ شما ${sara.name} هستید.`);
    expect(await guide.innerText()).toContain('«شروع»');
    const strip = page.locator('#strip');
    await strip.getByRole('button', { name: 'English' }).click();
    await page.getByText(`Demo: you are ${sara.latinName}.`).waitFor();
    expect(await guide.innerText()).toContain('press Start');
    expect(await page.evaluate('[document.documentElement.lang, document.dir].join()')).toBe('en,ltr');
    await visitor.chat.locator('.key.first').click();
    await visitor.key('button-reset').waitFor();
    expect(await guide.innerText()).not.toContain('press Start');
    await guide.getByRole('button').click();
    await visitor.key('button-locale-en').click();
    await visitor.hears('We’ll use English from now on.');
    await strip.getByRole('button', { name: 'فارسی' }).click();
    await guide.filter({ hasText: sara.name }).waitFor();
    expect(faults).toEqual([]);
  });

  it.each([
    { width: 1366, height: 768 },
    { width: 1440, height: 900 },
    { width: 1280, height: 800 },
  ])('shows everybody with their story, and the whole card, at $width by $height', async (size) => {
    const { page, faults } = await visit(size);
    for (const where of ['#sara/telegram/chat', '#owner/telegram/chat']) {
      await page.goto(address(where));
      await page.locator('.card-row').first().waitFor();
      const cut =
        await page.evaluate(`[...document.querySelectorAll('.person, .person-story, .card, .card-note')]
        .filter((node) => {
          const around = node.closest('.cast') ?? node.closest('#people');
          const [own, frame] = [node, around].map((one) => one.getBoundingClientRect());
          const wide = node.matches('.person-story, .card-note') && node.scrollWidth > node.clientWidth;
          return wide || own.top < frame.top - 1 || own.bottom > Math.min(frame.bottom, innerHeight) + 1;
        })
        .map((node) => node.textContent)`);
      expect(cut).toEqual([]);
    }
    expect(faults).toEqual([]);
  });

  it('says what to do next in two lines at 1366 by 768, so that the chat keeps its room', async () => {
    const { page, faults, visitor } = await visit({ width: 1366, height: 768 });
    const lines = () =>
      page.evaluate(`(() => {
        const words = document.createRange();
        words.selectNodeContents(document.querySelector('#chat .guide'));
        return new Set([...words.getClientRects()].map(({ bottom }) => Math.round(bottom / 8))).size;
      })()`);
    expect(await lines()).toBeLessThanOrEqual(2);
    await visitor.chat.locator('.key.first').click();
    await visitor.key('button-reset').waitFor();
    expect(await lines()).toBeLessThanOrEqual(2);
    expect(faults).toEqual([]);
  });

  it('lets somebody on a phone answer by what lies ready above the field', async () => {
    const { faults, visitor } = await visit(hand, '#behrouz/telegram/chat');
    const { chat, field } = visitor;
    const touches = async (thing: string) => {
      await chat.getByRole('button', { name: thing, exact: true }).click();
      await field.press('Enter');
    };
    await chat.locator('.key.first').click();
    await visitor.key('button-reset').click();
    await visitor.hears(wordsOf('ask-insured-code'));
    await touches('کد بیمه‌شده');
    await visitor.hears('کد ملی بیمه‌شدهٔ اصلی را بنویسید');
    await touches('کد ملی');
    await visitor.hears('0912•••••02');
    await touches('کد پیامک');
    await visitor.key('button-sign-in').waitFor();
    expect(await chat.locator('.guide').innerText()).toContain('وارد سامانه شوید');
    expect(faults).toEqual([]);
  });

  it('has switches that say what is connected, and that are on while it is', async () => {
    const { page, faults, visitor } = await visit(desk);
    const portal = page.getByRole('switch', { name: 'سامانه' });
    const network = page.getByRole('switch', { name: 'شبکهٔ پیامک' });
    expect([await portal.isChecked(), await network.isChecked()]).toEqual([true, true]);
    await portal.click();
    await visitor.portal.getByText('قطع', { exact: true }).waitFor();
    await visitor.portal.getByText('سامانه در دسترس نیست').waitFor();
    expect(await portal.isChecked()).toBe(false);
    await portal.click();
    await visitor.portal.locator('#insured-code').waitFor();
    expect(faults).toEqual([]);
  });

  it('shows one pane at a time on a phone, and says in which one something has come', async () => {
    const { page, faults, visitor } = await visit(hand, '#behrouz/bale/chat');
    const tab = (name: string) => page.locator(`#tabs [data-pane=${name}]`);
    await visitor.says('/reset');
    await visitor.hears(wordsOf('ask-insured-code'));
    await visitor.says(behrouz.insuredCode);
    await visitor.hears('کد ملی بیمه‌شدهٔ اصلی را بنویسید');
    await visitor.says(behrouz.nationalId);
    await visitor.hears('0912•••••02');
    await tab('phone').locator('.dot').waitFor();
    await page.screenshot(picture('playground-phone'));

    await tab('phone').click();
    expect(await visitor.chat.isVisible()).toBe(false);
    const code = await visitor.readsCode();
    await tab('chat').click();
    expect(await tab('phone').locator('.dot').count()).toBe(0);
    await visitor.says(code);
    await visitor.key('button-sign-in').click();
    await visitor.signsIn(behrouz.insuredCode, behrouz.nationalId);
    await visitor.portal.getByText(`خوش آمدید، ${behrouz.name}`).waitFor();
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBe(0);
    expect(faults).toEqual([]);
  });

  it('can be played without a mouse', async () => {
    const { page, faults, visitor } = await visit(desk);
    const { keyboard } = page;
    await visitor.person(mahin.name).press('Enter');
    await visitor.chat.locator('.key.first').waitFor();
    await page.locator('.skip').press('Enter');
    for (const [said, heard] of [
      ['/reset', wordsOf('ask-insured-code')],
      [mahin.insuredCode, 'کد ملی بیمه‌شدهٔ اصلی را بنویسید'],
      [mahin.nationalId, 'کلمهٔ عبور هنوز همان کلمهٔ عبور اولیه است'],
    ] as const) {
      await keyboard.type(said);
      await keyboard.press('Enter');
      await visitor.hears(heard);
    }
    await visitor.key('button-sign-in').press('Enter');
    await keyboard.type(mahin.insuredCode);
    await keyboard.press('Tab');
    await keyboard.type(mahin.nationalId);
    await keyboard.press('Enter');
    await visitor.portal.getByText(`خوش آمدید، ${mahin.name}`).waitFor();
    expect(faults).toEqual([]);
  });
});
