import { OutboxEntry } from '../../../entities/outbox-entry.js';
import { addDays, type Day } from '../../calendar/day.js';
import { clockInTehran, dayInTehran } from '../../calendar/tehran.js';
import { enqueue, type OutboxParts } from '../../outbox/outbox.js';

/** What `morning-digest` is about. */
export interface DigestJob {
  day: Day;
}

/** When staff have come to work. */
const morning = '08:30:00';

/** Has yesterday's digest made, once a day; returns how many were ordered. A product that was down at the hour does it later. */
export async function enqueueDigest(parts: OutboxParts): Promise<number> {
  const now = parts.clock.now();
  if (clockInTehran(now) < morning) return 0;
  const day = addDays(dayInTehran(now), -1);
  const subject = `digest:${day}`;
  if (await parts.tx.existsBy(OutboxEntry, { subject })) return 0;
  const payload: DigestJob = { day };
  await enqueue(parts, { kind: 'morning-digest', subject, payload });
  return 1;
}
