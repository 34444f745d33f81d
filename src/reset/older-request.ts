import type { Challenge } from '../../entities/challenge.js';
import type { Asker } from '../chats/address.js';
import type { ResetDeps } from './deps.js';
import type { Refusal } from './outcomes.js';
import { isWithinLife } from './life.js';
import type { Purse } from './purse.js';
import { refuse } from './refuse.js';

/** Nobody else's request ends the member's own: one that a chat known to be theirs waits for. Null: there is none. */
export async function waitsForOwn(
  deps: ResetDeps,
  older: Challenge | null,
  purse: Purse,
  from: Asker,
): Promise<Extract<Refusal, { kind: 'send-too-soon' }> | null> {
  if (!older || purse === 'bound' || !(await waitsInBoundChat(deps, older))) return null;
  const { memberId, expiresAt } = older;
  const refused = await refuse(deps, 'send-too-soon', { from, memberId, detail: { cap: 'own-chat' } });
  return { ...refused, until: expiresAt.getTime() };
}

const waitsInBoundChat = async (deps: ResetDeps, older: Challenge): Promise<boolean> =>
  isWithinLife(older, deps.now()) && (await deps.boundChats.isBound(older.memberId, older.chatKey));

/** A newer one takes its place. */
export async function abandonOlder({ challenges, jobs }: ResetDeps, { id }: Challenge): Promise<void> {
  if (await challenges.end(id, 'abandoned')) await jobs.withdraw(id);
}
