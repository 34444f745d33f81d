import type { Member } from '../../entities/member.js';
import type { NoticeOrder } from './ports.js';
import { boundChatsOf } from './bound-chats.js';
import type { Notice } from './events.js';
import type { ResetDeps } from './deps.js';

/** Tells the member by SMS, and every chat known to be theirs but one. `subject`: the challenge or recovery that it is about. */
export async function notify(
  deps: ResetDeps,
  member: Member,
  except: string,
  { notice, subject }: Pick<NoticeOrder, 'notice' | 'subject'>,
  event: Notice,
): Promise<void> {
  const to = deps.members.mobileOf(member);
  if (to !== null) await deps.jobs.sendNotice({ notice, to, subject });
  for (const { id, chatKey } of await boundChatsOf(deps, member)) {
    if (chatKey !== except) await deps.chats.tell(chatKey, { ...event, bond: id }, `notice:${subject}:${id}`);
  }
}
