import type { OpenClaim } from './confirm.js';
import { notify } from './notices.js';
import type { Confirmed } from './outcomes.js';
import type { Asker } from './ports.js';
import { note, refuse } from './refuse.js';
import type { Workbench } from './deps.js';

const day = 24 * 3_600_000;

/** A wrong code, already counted. The last of a challenge ends it; the last of a row locks the way back. */
export async function wrongCode(bench: Workbench, claimed: OpenClaim, from: Asker): Promise<Confirmed> {
  const { challenge, member } = claimed;
  const left = bench.policy.wrongCodesPerChallenge - challenge.wrongCodes - 1;
  const inRow = member.wrongCodesInRow + 1;
  const about = { from, memberId: member.id, detail: { challenge: challenge.id, inRow } };
  const rowIsFull = inRow >= bench.policy.wrongCodesInRow;
  if (left > 0 && !rowIsFull) {
    await note(bench, 'code-wrong', about);
    return { kind: 'code-wrong', left };
  }
  await bench.challenges.end(challenge.id, 'locked');
  await noticeOnceADay(bench, claimed, from);
  return rowIsFull ? lock(bench, claimed, from) : refuse(bench, 'code-wrong-last', about);
}

/** The first lock ends by itself; a second one without a right code between needs staff. */
async function lock(bench: Workbench, { member }: OpenClaim, from: Asker): Promise<Confirmed> {
  const about = { from, memberId: member.id };
  const until = new Date(bench.now().getTime() + bench.policy.lockMs);
  await bench.path.lockUntil(member.id, until);
  if (member.locks === 0) {
    const { reference } = await refuse(bench, 'locked-for-wrong-codes', about);
    return { kind: 'locked', until: until.getTime(), reference };
  }
  await bench.path.close(member.id, 'second-lock');
  const { reference } = await refuse(bench, 'closed-for-wrong-codes', about);
  const { insuredCode } = member;
  await bench.alerts.raise({ cause: 'closed-for-wrong-codes', about: insuredCode, facts: { reference } });
  return { kind: 'locked-until-staff', reference };
}

async function noticeOnceADay(
  bench: Workbench,
  { member, challenge }: OpenClaim,
  from: Asker,
): Promise<void> {
  const key = `notice:wrong-codes:${member.id}`;
  const first = await bench.limits.take({ key, most: 1, windowMs: day });
  if (!first.ok) return;
  const event = { kind: 'notice-wrong-codes' as const, at: bench.now().getTime() };
  await notify(bench, member, from.chatKey, { notice: 'wrong-codes', subject: challenge.id }, event);
}
