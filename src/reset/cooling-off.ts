import type { Member } from '../../entities/member.js';
import type { Asker } from '../chats/address.js';
import type { ResetDeps } from './deps.js';
import type { Refusal } from './outcomes.js';
import { refuse } from './refuse.js';

/**
 * Others have changed the member's number a little while ago, or not everybody has been told of it yet: no code goes to
 * any number of theirs. Null: codes may go.
 */
export async function coolingOff(
  deps: ResetDeps,
  { id, codesFrom }: Member,
  from: Asker,
): Promise<Extract<Refusal, { kind: 'number-cooling' }> | null> {
  const { identityChanges, policy } = deps;
  if (codesFrom === null) return null;
  const now = deps.now().getTime();
  const fromTelling = (await identityChanges.isUntold(id)) ? now + policy.numberCoolOffMs : 0;
  const restedAt = await identityChanges.restedAt(id, codesFrom);
  const until = Math.max(restedAt.getTime(), fromTelling);
  if (until <= now) return null;
  return { ...(await refuse(deps, 'number-cooling', { from, memberId: id })), until };
}
