import { Chat } from '../../entities/chat.js';
import type { Clock } from '../clock.js';
import { isDuplicate } from '../db/duplicate.js';
import type { Transaction } from '../db/transaction.js';
import type { ChatRepository, KnownChat } from './chats.js';

/** `known`: the chat that the transaction has read and holds already. */
export function makeChatRepository({
  tx,
  known,
}: {
  tx: Transaction;
  known?: KnownChat | undefined;
}): ChatRepository {
  return {
    async locale(key) {
      if (known?.chatKey === key) return known.locale;
      const chat = await tx.findOneBy(Chat, { key });
      return chat?.locale ?? 'fa';
    },
    async setLocale(key, locale) {
      if (known?.chatKey === key) known = { ...known, locale };
      await tx.update(Chat, { key }, { locale });
    },
  };
}

/** Makes the chat's row unless it is there. Looks first: a refused insert would wait for whoever holds the row as a lease. */
export async function openChat({ tx, clock }: { tx: Transaction; clock: Clock }, key: string): Promise<void> {
  if (await tx.existsBy(Chat, { key })) return;
  try {
    await tx.insert(Chat, { key, locale: 'fa', createdAt: clock.now() });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

/** Makes the rows of chats that were seen to have none. */
export async function openChats(
  { tx, clock }: { tx: Transaction; clock: Clock },
  keys: string[],
): Promise<void> {
  if (keys.length === 0) return;
  const rows = keys.map((key) => ({ key, locale: 'fa' as const, createdAt: clock.now() }));
  try {
    await tx.createQueryBuilder().insert().into(Chat).values(rows).updateEntity(false).execute();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    for (const key of keys) await openChat({ tx, clock }, key);
  }
}
