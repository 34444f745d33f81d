import type { Asker } from '../chats/address.js';
import { chatName } from '../chats/mark.js';
import { day } from '../durations.js';
import type { Limit, LimitStatus } from '../limits/limits.js';
import type { ResetDeps } from './deps.js';
import type { Refusal } from './outcomes.js';
import { refuse } from './refuse.js';

type Parts = Pick<ResetDeps, 'limits' | 'keyring' | 'policy'>;

const hidden = ({ keyring }: Parts, value: string): string => keyring.index('limit', value);

const membersOf = (parts: Parts, { chatKey }: Asker): Limit => ({
  key: `members:chat:${hidden(parts, chatKey)}`,
  most: parts.policy.membersPerChatAndDay,
  windowMs: day,
});

const once = (key: string): Limit => ({ key, most: 1, windowMs: day });

const waitOf = (parts: Parts, { chatKey }: Asker): Limit => once(`members:wait:${hidden(parts, chatKey)}`);

const seenHere = (parts: Parts, memberId: number, { chatKey }: Asker): Limit =>
  once(`members:seen:${hidden(parts, `${chatKey} ${memberId}`)}`);

/** What is counted of members in a chat. `memberId`: 0 for a wrong pair, which costs as much. */
export const membersLimits = (parts: Parts, memberId: number, from: Asker): Limit[] => [
  seenHere(parts, memberId, from),
  waitOf(parts, from),
  membersOf(parts, from),
];

/**
 * A leaked list is not to be checked in one chat: once so many members have been told there that their pair was right, it
 * waits a day, whatever it types, but for these members. Takes how its limits stand. Null: it may go on.
 */
export async function tooManyMembers(
  deps: ResetDeps,
  [seen, waits, members]: readonly LimitStatus[],
  from: Asker,
): Promise<Extract<Refusal, { kind: 'too-many-members' }> | null> {
  const { limits, policy } = deps;
  if (!seen?.ok || (waits?.ok && members?.ok)) return null;
  const refused = await refuse(deps, 'too-many-members', { from });
  if (waits?.ok === false) return { ...refused, until: waits.until };
  await limits.take(waitOf(deps, from));
  const chat = chatName(deps.keyring, from.chatKey);
  const facts = { most: policy.membersPerChatAndDay, reference: refused.reference, ...chat };
  await deps.alerts.raise({ cause: 'too-many-members', facts });
  return { ...refused, until: deps.now().getTime() + day };
}

/** This chat has been told that the member's pair was right. The member must have been held since their limits were looked at. */
export async function countMember(
  deps: ResetDeps,
  [seen]: readonly LimitStatus[],
  memberId: number,
  from: Asker,
): Promise<void> {
  if (seen?.ok) await deps.limits.countAll([seenHere(deps, memberId, from), membersOf(deps, from)]);
}
