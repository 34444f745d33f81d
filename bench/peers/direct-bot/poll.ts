import type { Bot } from 'grammy';
import type { WizardContext } from './bot.js';

/**
 * Long polling that answers chats side by side, and each chat's updates in their order. grammY's own takes one update
 * after the other, whoever they are from; this is what its runner does.
 */
export async function poll(bot: Bot<WizardContext>): Promise<void> {
  const lanes = new Map<number, Promise<void>>();
  let offset = 0;
  await bot.init();
  for (;;) {
    const updates = await bot.api.getUpdates({ offset, timeout: 25 });
    for (const update of updates) {
      offset = update.update_id + 1;
      const chat = (update.message ?? update.callback_query?.message)?.chat.id ?? 0;
      const handled = (lanes.get(chat) ?? Promise.resolve())
        .then(() => bot.handleUpdate(update))
        .catch((error: unknown) => console.error(String(error)));
      lanes.set(chat, handled);
      void handled.then(() => lanes.get(chat) === handled && lanes.delete(chat));
    }
  }
}
