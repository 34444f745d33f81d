import type { DueNotice } from '../members/identity-changes.js';
import { hour } from '../durations.js';
import type { ResetDeps } from './deps.js';

/** How often the schedule asks for it: the budget of an hour goes out in so many parts. */
const partsAnHour = 360;

/**
 * Tells some of those who are to hear that a number or an ID of a member has changed: at a pace, and text messages within a
 * budget of their own, so that a large list never takes the codes' share. Returns how many were told.
 */
export async function tellIdentityChanges(deps: ResetDeps): Promise<number> {
  const { identityChanges, policy } = deps;
  let told = 0;
  for (const notice of await identityChanges.due(Math.ceil(policy.identityNoticesPerHour / partsAnHour))) {
    if (!(await isWithinBudget(deps, notice))) break;
    if (!(await identityChanges.markTold(notice))) continue;
    await send(deps, notice);
    told += 1;
  }
  return told;
}

async function isWithinBudget({ limits, policy }: ResetDeps, { to }: DueNotice): Promise<boolean> {
  if (to === null) return true;
  const most = policy.identityNoticesPerHour;
  return (await limits.take({ key: 'sends:identity-notices', most, windowMs: hour })).ok;
}

async function send({ jobs, chats }: ResetDeps, notice: DueNotice): Promise<void> {
  const { id, what, to, chatKey, createdAt } = notice;
  if (to !== null) await jobs.sendNotice({ notice: 'number-changed', to, subject: `change-${id}` });
  if (chatKey !== null) {
    const event = { kind: 'notice-identity', what, at: createdAt.getTime(), noticeId: id } as const;
    await chats.tell(chatKey, event, `identity:${id}`);
  }
}
