import { InlineKeyboard, Keyboard } from 'grammy';
import { localesFolder } from '../../../src/app/locales.js';
import { loadWords } from '../../../src/words/load-words.js';
import type { Locale } from '../../../src/words/words.js';
import type { WizardContext } from './bot.js';
import type { Settings } from './settings.js';

/** A sentence of `locales/`: its key, or its key and its blanks. */
export type Sentence = string | { kind: string; [blank: string]: string | number | Date };

/** What the bot says, in the product's own words, so that both send the same. */
export interface Speech {
  /** One message, a paragraph for each sentence, with these buttons under it. */
  say: (ctx: WizardContext, sentences: readonly Sentence[], buttons?: Buttons) => Promise<void>;
  /** What stands in a text message. */
  sms: (key: string) => string;
}

export type Buttons = 'reset' | 'cancel' | 'while-code' | 'share-number' | 'sign-in' | 'languages';

export function makeSpeech({ brand, support, loginUrl }: Settings): Speech {
  const words = loadWords(localesFolder());
  const blanksOfAll = { brand, support, reference: '-' };
  const sentence = (locale: Locale, one: Sentence): string => {
    const { kind, ...blanks } = typeof one === 'string' ? { kind: one } : one;
    return words.say(locale, kind, { ...blanksOfAll, ...blanks });
  };
  const drawn = (locale: Locale) => makeButtons((name) => sentence(locale, `button-${name}`), loginUrl);
  const buttonsIn = { fa: drawn('fa'), en: drawn('en') };
  return {
    sms: (key) => words.plain('fa', key, blanksOfAll),
    async say(ctx, sentences, buttons) {
      const locale = ctx.session.locale ?? 'fa';
      const text = sentences.map((one) => sentence(locale, one)).join('\n\n');
      await ctx.reply(text, buttons && { reply_markup: buttonsIn[locale][buttons] });
    },
  };
}

function makeButtons(
  on: (name: string) => string,
  loginUrl: string,
): Record<Buttons, InlineKeyboard | Keyboard> {
  const inline = (...names: string[]): InlineKeyboard =>
    InlineKeyboard.from(names.map((name) => [InlineKeyboard.text(on(name), name)]));
  return {
    reset: inline('reset'),
    cancel: inline('cancel'),
    'while-code': inline('resend', 'cancel'),
    'share-number': new Keyboard()
      .requestContact(on('share-number'))
      .row()
      .text(on('cancel'))
      .resized()
      .oneTime(),
    'sign-in': new InlineKeyboard().url(on('sign-in'), loginUrl),
    languages: inline('locale-fa', 'locale-en'),
  };
}
