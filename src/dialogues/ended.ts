import { Dialogue } from '../../entities/dialogue.js';
import { deletePage } from '../db/by-page.js';
import type { Transaction } from '../db/transaction.js';
import { storedMoment, hasRow } from '../db/statement.js';

/** A dialogue that has come to its end, and why; its bot still has to say so and remove it. */
export interface EndedDialogue {
  chatKey: string;
  why: 'idle' | 'too-long';
  endedAt: Date;
}

export async function endedDialogues(tx: Transaction, now: Date): Promise<EndedDialogue[]> {
  const over = await tx
    .createQueryBuilder(Dialogue, 'dialogue')
    .where('dialogue.idleAt <= :now OR dialogue.endsAt <= :now', { now })
    .getMany();
  return over.map(({ chatKey, idleAt, endsAt }) =>
    endsAt <= now ? { chatKey, why: 'too-long', endedAt: endsAt } : { chatKey, why: 'idle', endedAt: idleAt },
  );
}

/** Is there one? */
export async function hasEndedDialogues(tx: Transaction, now: Date): Promise<boolean> {
  const at = storedMoment(now);
  const sql = 'SELECT 1 FROM dialogues WHERE idle_at <= ? OR ends_at <= ? LIMIT 1';
  return hasRow(tx, sql, [at, at]);
}

const forgottenMs = 3_600_000;

/** Removes a page of dialogues that nobody has ended for an hour after their end: their bot is gone. Returns how many. */
export const purgeDialogues = (tx: Transaction, now: Date): Promise<number> =>
  deletePage(tx, {
    table: 'dialogues',
    key: 'chat_key',
    where: 'ends_at < ?',
    bound: [storedMoment(new Date(now.getTime() - forgottenMs))],
  });
