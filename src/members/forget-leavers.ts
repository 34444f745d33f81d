import type { Audit } from '../audit/audit.js';
import type { Forgetting } from './forget.js';
import type { Members } from './members.js';

/** Few enough that nobody waits for it; the schedule comes again. */
const leaversAtOnce = 200;

/** Forgets some of those whose cover ended so many days ago, each with a line in the trail; returns how many. */
export async function forgetLeavers(
  { forgetting, members, audit }: { forgetting: Forgetting; members: Members; audit: Audit },
  keptDays: number,
): Promise<number> {
  let forgotten = 0;
  for (const memberId of await forgetting.longOver(keptDays, leaversAtOnce)) {
    const member = await members.lockForUpdate(memberId);
    if (!member || !(await forgetting.forget(member))) continue;
    await audit.write({ reason: 'member-forgotten', actor: 'system', memberId, detail: { keptDays } });
    forgotten += 1;
  }
  return forgotten;
}
