import type { Transaction } from '../db/transaction.js';
import { endedDialogues } from '../dialogues/ended.js';
import type { ScheduledServices } from './schedule.js';

/** Tells chats whose dialogue has been idle, or open, for too long; the bot ends it when it hears of it. */
export async function tellEndedDialogues(
  tx: Transaction,
  now: Date,
  { chats }: ScheduledServices,
): Promise<number> {
  const ended = await endedDialogues(tx, now);
  for (const { chatKey, why, endedAt } of ended) {
    // Named after the end it has reached: a member who came back in between may reach another.
    await chats.tell(chatKey, { kind: `dialogue-${why}` }, `dialogue-${why}:${chatKey}:${endedAt.getTime()}`);
  }
  return ended.length;
}
