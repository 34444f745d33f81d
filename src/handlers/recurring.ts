import { In } from 'typeorm';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { enqueue, type OutboxParts } from '../outbox/outbox.js';

/** Rounds that are made by the clock to see how somebody outside is, or whether the trail is whole. */
export type ProbeKind = 'portal-health' | 'sms-credit' | 'trail-check';

/** Sends one out, unless the last one has not come back yet; returns how many went. */
export async function enqueueProbe(parts: OutboxParts, kind: ProbeKind): Promise<number> {
  if (await parts.tx.existsBy(OutboxEntry, { kind, state: In(['waiting', 'in-hand']) })) return 0;
  await enqueue(parts, { kind, payload: null });
  return 1;
}
