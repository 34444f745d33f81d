import { InlineKeyboard, Keyboard } from 'grammy';
import { localesFolder } from '../../../src/app/locales.js';
import { loadWords } from '../../../src/words/load-words.js';
import type { WizardContext } from './bot.js';
import type { Settings } from './settings.js';

/** A sentence of `locales/`: its key, or its key and its blanks. */
export type Sentence = string | { kind: string; [blank: string]: string | number | Date };

/** What the bot says, in the product's own words, so that both send the same. */
export type Speech = ReturnType<typeof makeSpeech>;

export function makeSpeech({ brand, support, loginUrl }: Settings) {
  const words = loadWords(localesFolder());
  const blanksOfAll = { brand, support, reference: '-' };
  const sentence = (one: Sentence): string => {
    const { kind, ...blanks } = typeof one === 'string' ? { kind: one } : one;
    return words.say('fa', kind, { ...blanksOfAll, ...blanks });
  };
  const on = (name: string): string => sentence(`button-${name}`);
  const inline = (...names: string[]): InlineKeyboard =>
    names.reduce((board, name) => board.text(on(name), name).row(), new InlineKeyboard());
  const buttons = {
    reset: inline('reset'),
    cancel: inline('cancel'),
    whileCode: inline('resend', 'cancel'),
    shareNumber: new Keyboard()
      .requestContact(on('share-number'))
      .row()
      .text(on('cancel'))
      .resized()
      .oneTime(),
    signIn: new InlineKeyboard().url(on('sign-in'), loginUrl),
  };
  return {
    buttons,
    sms: (key: string): string => words.plain('fa', key, blanksOfAll),
    /** One message, a paragraph for each sentence. */
    say: async (
      ctx: WizardContext,
      sentences: readonly Sentence[],
      under?: InlineKeyboard | Keyboard,
    ): Promise<void> => {
      await ctx.reply(sentences.map(sentence).join('\n\n'), under && { reply_markup: under });
    },
  };
}
