import type { Member } from '../../entities/member.js';
import type { Asker } from '../chats/address.js';
import type { ResetDeps } from './deps.js';
import type { LockAnswer, LockOrder } from './ports.js';

/** Asks for what the portal itself can do about an account whose member has said “this was not me”. */
export function askForLock(
  { jobs, id }: ResetDeps,
  { id: memberId, insuredCode }: Member,
  { chatKey }: Asker,
  reference: string,
): Promise<void> {
  return jobs.lockAccount({ id: id(), memberId, insuredCode, chatKey, reference });
}

/** What came of it: into the trail, and to the chat and to staff. */
export async function accountLocked(
  { audit, chats, alerts }: ResetDeps,
  { id, memberId, insuredCode, chatKey, reference }: LockOrder,
  { lock, sessions }: LockAnswer,
): Promise<void> {
  const detail = { lock, sessions, order: id };
  await audit.write({ reason: 'account-lock', actor: 'system', memberId, detail });
  await chats.tell(chatKey, { kind: 'account-lock', lock, sessions, reference }, `account-lock:${id}`);
  await alerts.raise({ cause: 'account-lock', about: insuredCode, facts: { lock, sessions, reference } });
}
