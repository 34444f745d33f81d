import { LessThanOrEqual } from 'typeorm';
import { Dialogue } from '../../entities/dialogue.js';
import type { JobParts } from './job.js';

/** Tells chats whose dialogue has been idle, or open, for too long; the bot ends it when it hears of it. */
export function sweepDialogues({ inTransaction, clock, chats }: JobParts): Promise<number> {
  const now = clock.now();
  return inTransaction(async (tx) => {
    const over = await tx.find(Dialogue, {
      select: { chatKey: true, idleAt: true, endsAt: true },
      where: [{ idleAt: LessThanOrEqual(now) }, { endsAt: LessThanOrEqual(now) }],
    });
    for (const { chatKey, idleAt, endsAt } of over) {
      const kind = endsAt <= now ? 'dialogue-too-long' : 'dialogue-idle';
      // Named after the end it has reached: a member who came back in between may reach another.
      await chats(tx).tell(
        chatKey,
        { kind },
        `${kind}:${chatKey}:${(endsAt <= now ? endsAt : idleAt).getTime()}`,
      );
    }
    return over.length;
  });
}
