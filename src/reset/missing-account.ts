import type { ResetDeps } from './deps.js';
import type { Member } from '../../entities/member.js';

/** The portal has no account of this member: staff have a request for it, and are told once an hour. Returns its reference. */
export async function requestAccount(
  { requests, alerts }: ResetDeps,
  { id: memberId }: Pick<Member, 'id'>,
  chatKey: string,
): Promise<string> {
  const reference = await requests.put({ kind: 'account-missing', memberId, chatKey });
  const waiting = await requests.countOpen('account-missing');
  await alerts.raise({ cause: 'account-missing', facts: { waiting } });
  return reference;
}
