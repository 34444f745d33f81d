import type { Random } from '../../random.js';
import { enqueue, type OutboxParts } from '../../outbox/outbox.js';

/** What `trail-check` carries; null when nobody asked and the product looks by itself. */
export type TrailCheck = {
  /** The chat that hears what came of it. */
  chatKey: string;
  /** A head that was kept, or its beginning. */
  kept: string | null;
  /** Of this asking, so that it is told once. */
  id: string;
} | null;

/** Has the whole chain of the trail walked for somebody; what came of it comes to their chat as an event. */
export async function enqueueTrailCheck(
  parts: OutboxParts & { random: Random },
  asked: { chatKey: string; kept: string | null },
): Promise<void> {
  const payload: TrailCheck = { ...asked, id: parts.random.bytes(8).toString('hex') };
  await enqueue(parts, { kind: 'trail-check', payload });
}
