import { In, LessThan, LessThanOrEqual } from 'typeorm';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Transaction } from '../db/transaction.js';

/** How many more of a kind may be taken in hand, from which lanes none, and for how long. */
export interface Room {
  kind: string;
  free: number;
  resting: string[];
  leaseMs: number;
}

/** Takes due errands in hand, oldest first, each kind as far as it has room, and of each lane only its head. */
export async function claim(
  tx: Transaction,
  rooms: Room[],
  holder: string,
  now: Date,
): Promise<OutboxEntry[]> {
  const claimed: OutboxEntry[] = [];
  for (const room of rooms) {
    const leaseUntil = new Date(now.getTime() + room.leaseMs);
    for (const entry of await heads(tx, room, now)) {
      const taken = { state: 'in-hand', holder, leaseUntil, tries: entry.tries + 1 } as const;
      const { affected } = await tx.update(
        OutboxEntry,
        { id: entry.id, state: 'waiting', tries: entry.tries },
        taken,
      );
      if (affected) claimed.push({ ...entry, ...taken });
    }
  }
  return claimed;
}

/**
 * Errands whose holder has died: done again, or left in doubt where that could do them twice.
 * Dead are those whose lease had run out at this moment. Returns how many there were.
 */
export async function recover(
  tx: Transaction,
  kinds: { repeat: string[]; doubt: string[] },
  dead: Date | 'all of them',
): Promise<number> {
  const inHand = {
    state: 'in-hand' as const,
    ...(dead === 'all of them' ? {} : { leaseUntil: LessThan(dead) }),
  };
  const freed = { holder: null, leaseUntil: null };
  const again = await tx.update(
    OutboxEntry,
    { ...inHand, kind: In(kinds.repeat) },
    { state: 'waiting', ...freed },
  );
  const left = { state: 'doubt' as const, payload: '', fault: 'in hand when its process died', ...freed };
  const doubtful = await tx.update(OutboxEntry, { ...inHand, kind: In(kinds.doubt) }, left);
  return (again.affected ?? 0) + (doubtful.affected ?? 0);
}

function heads(tx: Transaction, { kind, free, resting }: Room, now: Date): Promise<OutboxEntry[]> {
  const earlier = tx
    .createQueryBuilder(OutboxEntry, 'earlier')
    .subQuery()
    .select('1')
    .from(OutboxEntry, 'earlier')
    .where('earlier.lane = entry.lane')
    .andWhere("earlier.state IN ('waiting', 'in-hand')")
    .andWhere('earlier.id < entry.id')
    .getQuery();
  const query = tx
    .createQueryBuilder(OutboxEntry, 'entry')
    .where({ state: 'waiting', kind, dueAt: LessThanOrEqual(now) })
    .andWhere(`(entry.lane IS NULL OR NOT EXISTS ${earlier})`)
    .orderBy('entry.dueAt')
    .addOrderBy('entry.id')
    .limit(free);
  if (resting.length > 0)
    query.andWhere('(entry.lane IS NULL OR entry.lane NOT IN (:...resting))', { resting });
  return query.getMany();
}
