import type { Asker } from '../chats/address.js';
import type { ResetDeps } from './deps.js';
import { askForLock } from './lock-account.js';
import type { NotMeReported } from './outcomes.js';
import { auditWithReference } from './refuse.js';

/**
 * "This change was not mine", from a chat that was told of it: closes the way back until staff have looked. Whatever
 * closed it before, the trail and staff hear of it.
 */
export async function reportNotMyChange(
  deps: ResetDeps,
  noticeId: number,
  from: Asker,
): Promise<NotMeReported> {
  const { identityChanges, members, access, challenges, jobs, alerts } = deps;
  const notice = await identityChanges.find(noticeId);
  const told = notice?.chatKey === from.chatKey && notice.toldAt !== null;
  const member = notice && told ? await members.lockForUpdate(notice.memberId) : null;
  if (!notice || !member) return { kind: 'not-me-known' };
  const closed = await access.close(member.id, 'not-me');
  const open = await challenges.openOf(member.id);
  if (open && (await challenges.end(open.id, 'abandoned'))) await jobs.withdraw(open.id);
  const reference = deps.reference();
  const detail = { what: notice.what, changedAt: notice.createdAt.toISOString() };
  await auditWithReference(deps, 'not-my-change', { from, memberId: member.id, detail }, reference);
  const news = await alerts.raise({
    cause: 'not-my-change',
    about: member.insuredCode,
    facts: { reference },
  });
  // Said once more of the same, it asks for nothing new.
  if (closed || news) await askForLock(deps, member, from, reference);
  return { kind: 'not-me-frozen', reference };
}
