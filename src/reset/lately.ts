import type { Asker } from '../chats/address.js';
import { minute } from '../durations.js';
import type { ResetDeps } from './deps.js';
import type { LatelyResult } from './outcomes.js';

/** For as long as a code may live, and a little. */
const latelyMs = 15 * minute;

/** What became of the last recovery of this chat, for whoever writes its code once more. */
export async function lately({ ledger, now }: ResetDeps, from: Asker): Promise<LatelyResult | null> {
  const reset = await ledger.latestOf(from.chatKey, new Date(now().getTime() - latelyMs));
  if (!reset || reset.state === 'given-back') return null;
  const { state, reference } = reset;
  return state === 'done' ? { kind: 'done-already' } : { kind: 'under-way', reference };
}
