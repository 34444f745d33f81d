import type { Middleware } from 'grammy';
import type { DataSource } from 'typeorm';
import type { Locale } from '../../../src/words/words.js';
import type { WizardContext } from './bot.js';
import { Chat } from './tables.js';

/** Knows which language a chat has chosen; whoever writes for the first time is entered. */
export const knowChat =
  ({ manager }: DataSource): Middleware<WizardContext> =>
  async (ctx, next) => {
    if (!ctx.session.locale) {
      const known = await manager.findOneBy(Chat, { id: ctx.chat.id });
      if (!known) await manager.insert(Chat, { id: ctx.chat.id, locale: 'fa', createdAt: new Date() });
      ctx.session.locale = known?.locale ?? 'fa';
    }
    await next();
  };

export async function chooseLanguage(
  { manager }: DataSource,
  ctx: WizardContext,
  locale: Locale,
): Promise<void> {
  await manager.update(Chat, { id: ctx.chat.id }, { locale });
  ctx.session.locale = locale;
}
