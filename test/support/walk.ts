import type { Account } from '../../playground/emulator/account.js';
import type { ChatMessage } from '../../playground/emulator/chat-message.js';
import type { PhoneNetwork } from '../../playground/phone/phone.js';
import { portalUrl } from '../../playground/product.js';
import { localesFolder } from '../../src/app/locales.js';
import { loadWords } from '../../src/words/load-words.js';
import type { Blanks } from '../../src/words/words.js';
import type { Invented } from './invented.js';

const words = loadWords(localesFolder());

/** A generous bound: the machine may be busy. */
const usualPatience = 20_000;

const label = (action: string): string => words.say('fa', `button-${action}`);
const has = (action: string) => (message: ChatMessage) =>
  message.buttons.flat().some(({ text }) => text === label(action));

/** The first line of a sentence; what has blanks in its first line needs them filled. */
export function firstLine(key: string, blanks: Blanks = {}): string {
  const usual = { brand: '', support: '', reference: '', until: new Date(0) };
  return words.say('fa', key, { ...usual, ...blanks }).split('\n')[0] ?? '';
}

/** Five digits that stand alone. */
export const codeIn = (text: string): string | null => /(?<!\d)\d{5}(?!\d)/.exec(text)?.[0] ?? null;

/** A member's way back, step by step, as a person walks it: reads, then types. */
export function walk(member: Invented, chat: Account, phone: PhoneNetwork, timeout = usualPatience) {
  const hears = (sentence: string) => chat.waitFor(firstLine(sentence), { timeout });
  const codes = (): string[] => phone.inbox(member.phone).flatMap(({ text }) => codeIn(text) ?? []);
  const readsCode = async () => codeIn((await phone.next(member.phone, timeout)).text) ?? '';
  return {
    member,
    chat,
    begin: async () => {
      chat.say('/reset');
      await hears('ask-insured-code');
    },
    hears,
    givesCode: async (typed = member.insuredCode) => {
      chat.say(typed);
      await hears('ask-national-id');
    },
    givesId: (typed = member.nationalId) => chat.say(typed),
    isAskedForTheCode: () => chat.waitFor(has('resend'), { timeout }),
    cancels: () => void chat.press(label('cancel')),
    asksAgain: () => void chat.press(label('resend')),
    readsCode,
    /** Waits for the SMS, and types what it says. */
    typesTheCode: async () => void chat.say(await readsCode()),
    /** The message with the way into the portal. */
    isBackIn: () =>
      chat.waitFor(({ buttons }) => buttons.flat().some(({ url }) => url === portalUrl), { timeout }),
    /** All codes that have come by SMS. */
    codes,
  };
}

export type Walk = ReturnType<typeof walk>;
