import type { OpenChallenge } from './confirm.js';
import { countGuess } from './guesses.js';
import { notify } from './notices.js';
import type { ConfirmResult } from './outcomes.js';
import type { Asker } from '../chats/address.js';
import type { Member } from '../../entities/member.js';
import { locksUntilStaff, wrongCodeColumns, type Purse } from './purse.js';
import { writeAudit, refuse } from './refuse.js';
import type { ResetDeps } from './deps.js';
import { day } from '../durations.js';

/** A wrong code, already counted. The last of a challenge ends it; the last of a row locks the way back. */
export async function wrongCode(deps: ResetDeps, loaded: OpenChallenge, from: Asker): Promise<ConfirmResult> {
  const { challenge, member, standing } = loaded;
  const { purse } = standing;
  const left = deps.policy.wrongCodesPerChallenge - challenge.wrongCodes - 1;
  const inRow = member[wrongCodeColumns[purse].inRow] + 1;
  const about = { from, memberId: member.id, detail: { challenge: challenge.id, inRow, purse } };
  if (purse === 'others' && challenge.cardShown === 0) await countGuess(deps);
  const rowIsFull = inRow >= deps.policy.wrongCodesInRow;
  if (left > 0 && !rowIsFull) {
    await writeAudit(deps, 'code-wrong', about);
    return { kind: 'code-wrong', left };
  }
  await deps.challenges.end(challenge.id, 'locked');
  await noticeOnceADay(deps, loaded, from);
  return rowIsFull ? lock(deps, loaded, from) : refuse(deps, 'code-wrong-last', about);
}

/** The first lock ends by itself; a second one without a right code between needs staff. Each holds for its purse. */
async function lock(
  deps: ResetDeps,
  { member, standing: { purse } }: OpenChallenge,
  from: Asker,
): Promise<ConfirmResult> {
  const until = new Date(deps.now().getTime() + deps.policy.lockMs);
  await deps.access.lockUntil(member.id, purse, until);
  const locks = member[wrongCodeColumns[purse].locks] + 1;
  return noteLock(deps, { member, purse, locks, until }, from);
}

/** A lock, and which one in a row it is. */
interface Locked {
  member: Member;
  purse: Purse;
  locks: number;
  until: Date;
}

/** The trail of a lock, and the alert of one that needs staff. */
export async function noteLock(
  deps: ResetDeps,
  { member, purse, locks, until }: Locked,
  from: Asker,
): Promise<Extract<ConfirmResult, { kind: 'locked' | 'locked-until-staff' }>> {
  const about = { from, memberId: member.id, detail: { purse } };
  if (locks < locksUntilStaff) {
    const { reference } = await refuse(deps, 'locked-for-wrong-codes', about);
    return { kind: 'locked', until: until.getTime(), reference };
  }
  const { reference } = await refuse(deps, 'closed-for-wrong-codes', about);
  const { insuredCode } = member;
  await deps.alerts.raise({ cause: 'closed-for-wrong-codes', about: insuredCode, facts: { reference } });
  return { kind: 'locked-until-staff', reference };
}

/** The member hears of wrong codes, once a day at most. */
export async function noticeOnceADay(
  deps: ResetDeps,
  { member, challenge }: Pick<OpenChallenge, 'member' | 'challenge'>,
  from: Asker,
): Promise<void> {
  const key = `notice:wrong-codes:${member.id}`;
  const first = await deps.limits.take({ key, most: 1, windowMs: day });
  if (!first.ok) return;
  const event = { kind: 'notice-wrong-codes' as const, at: deps.now().getTime() };
  await notify(deps, member, from.chatKey, { notice: 'wrong-codes', subject: challenge.id }, event);
}
