import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { localesFolder } from '../../src/app/locales.js';
import { loadWords } from '../../src/words/load-words.js';

const words = loadWords(localesFolder());

/** The product's own words on a button, or of a sentence without blanks, by their key. */
export const wordsOf = (key: string): string => words.plain('fa', key);

/** Somebody who plays on the page itself. */
export function makePageVisitor(page: Page) {
  const chat = page.locator('#chat');
  const field = chat.locator('#composer');
  const bubbles = chat.locator('.message:not(.leaving)');
  const portal = page.locator('#portal');

  return {
    chat,
    field,
    bubbles,
    portal,
    phone: page.locator('#phone'),
    desk: page.locator('#desk'),
    person: (name: string): Locator => page.locator('#people').getByRole('button', { name }),
    /** The number beside somebody's name, of what has come to their chats and was not looked at. */
    unread: (name: string): Locator =>
      page.locator('#people').getByRole('button', { name }).locator('.badge'),
    /** The newest button with these words and no others: the page has buttons of its own with some of them. */
    key: (key: string): Locator => chat.getByRole('button', { name: wordsOf(key), exact: true }).last(),
    hears: (text: string | RegExp): Promise<void> => bubbles.filter({ hasText: text }).last().waitFor(),
    /** The newest bubble with this text in it. */
    bubble: (text: string): Locator => bubbles.filter({ hasText: text }).last(),
    async says(text: string): Promise<void> {
      await field.fill(text);
      await field.press('Enter');
    },
    /** The code of the newest SMS, which lies on top. */
    async readsCode(): Promise<string> {
      const code = await page.locator('#phone .sms .copy-code b').last().innerText();
      expect(code).toMatch(/^\d{5}$/);
      return code;
    },
    async signsIn(insuredCode: string, password: string): Promise<void> {
      await portal.locator('#insured-code').fill(insuredCode);
      await portal.locator('#password').fill(password);
      await portal.locator('button[type=submit]').first().click();
    },
  };
}
