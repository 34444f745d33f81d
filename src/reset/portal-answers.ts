import type { Member } from '../../entities/member.js';
import type { PasswordReset } from '../../entities/password-reset.js';
import type { QuotedReason } from '../audit/vocabulary.js';
import { chatAddress } from '../chats/address.js';
import type { StaffReason } from './ledger-store.js';
import type { CountedReset } from './quota-store.js';
import { firstLook, followUp } from './after-recovery.js';
import { requestAccount } from './missing-account.js';
import { notify } from './notices.js';
import { endOfCover } from './eligibility.js';
import type { ResetDeps } from './deps.js';
import type { ResetAnswer } from './ports.js';

/** A recovery on its way, with its member held, and what its period of cover has used. */
export interface UnsettledReset extends CountedReset {
  member: Member;
}

/** The portal has said what became of a recovery. The same answer twice changes nothing the second time. */
export async function resetAnswered(deps: ResetDeps, resetId: string, answer: ResetAnswer): Promise<void> {
  const held = await lockUnsettled(deps, resetId);
  if (!held) return;
  switch (answer) {
    case 'done':
      return markDone(deps, held);
    case 'missing':
      return wasUnknown(held.reset)
        ? leaveToStaff(deps, held, 'missing-after-unknown')
        : giveBack(deps, held);
    case 'conflict':
      return leaveToStaff(deps, held, 'id-of-another-account');
    case 'unknown':
      return keep(deps, held);
  }
}

/** It was ordered before, without a clear answer: the portal may have made it, whatever it says of the account now. */
const wasUnknown = ({ state, asks }: PasswordReset): boolean => state === 'unknown' || asks > 0;

/** The recovery, if it is neither done nor given back. */
export async function lockUnsettled(deps: ResetDeps, resetId: string): Promise<UnsettledReset | null> {
  const member = await deps.ledger.lockMemberOf(resetId);
  const found = member && (await deps.quotas.readOfReset(resetId));
  if (!found || !['reserved', 'unknown'].includes(found.reset.state)) return null;
  return { ...found, member };
}

export async function markDone(deps: ResetDeps, held: UnsettledReset): Promise<void> {
  const { reset, member, quota } = held;
  if (!(await deps.ledger.close(reset.id, 'done', deps.now(), firstLook(deps)))) return;
  const { used, allowance, endsOn } = quota;
  const until = endsOn === null ? deps.now().getTime() : endOfCover({ endsOn });
  await deps.chats.tell(
    reset.chatKey,
    { kind: 'reset-done', left: allowance - used, until },
    `done:${reset.id}`,
  );
  await notify(
    deps,
    member,
    reset.chatKey,
    { notice: 'reset', subject: reset.id },
    {
      kind: 'notice-reset',
      at: deps.now().getTime(),
      platform: chatAddress(reset.chatKey).platform,
      resetId: reset.id,
    },
  );
  await followUp(deps, held);
  await auditReset(deps, 'reset-done', reset);
  deps.countOutcome('done', reset);
}

/** The portal does not know the account: nothing was recovered, so nothing is counted. */
async function giveBack(deps: ResetDeps, { reset }: UnsettledReset): Promise<void> {
  if (!(await deps.ledger.close(reset.id, 'given-back', deps.now()))) return;
  if (!(await deps.quotas.giveBack(reset.coverageId))) throw new Error('a recovery was not in the tally');
  await deps.jobs.withdraw(reset.id);
  const { id, reference, chatKey } = reset;
  await deps.chats.tell(chatKey, { kind: 'reset-given-back', reference }, `given-back:${id}`);
  await auditReset(deps, 'reset-given-back', reset);
  deps.countOutcome('given-back', reset);
  await requestAccount(deps, { id: reset.memberId }, chatKey);
}

/** No clear answer: the member hears once that the request is kept, and the portal is asked later. */
async function keep(deps: ResetDeps, held: UnsettledReset): Promise<void> {
  const { reset } = held;
  if (isTooOld(deps, reset)) return leaveToStaff(deps, held, 'no-clear-answer');
  if (!(await deps.ledger.markUnknown(reset.id, nextAsk(deps, reset)))) return;
  const { id, reference, chatKey } = reset;
  await deps.chats.tell(chatKey, { kind: 'reset-kept', reference }, `kept:${id}`);
  await auditReset(deps, 'reset-kept', reset);
  deps.countOutcome('kept', reset);
}

export async function leaveToStaff(
  deps: ResetDeps,
  { reset }: UnsettledReset,
  reason: StaffReason,
): Promise<void> {
  if (!(await deps.ledger.leaveToStaff(reset.id, reason))) return;
  const { id, reference, chatKey } = reset;
  await deps.chats.tell(chatKey, { kind: 'reset-with-staff', reference }, `staff:${id}`);
  await auditReset(deps, 'reset-with-staff', reset, { reason });
  deps.countOutcome('with-staff', reset);
  const waiting = await deps.ledger.countLeftToStaff();
  await deps.alerts.raise({ cause: 'reset-with-staff', facts: { waiting } });
}

/** Has it been going on for so long that staff are to decide? */
export const isTooOld = ({ policy, now }: ResetDeps, { reservedAt }: PasswordReset): boolean =>
  now().getTime() >= reservedAt.getTime() + policy.portalGiveUpMs;

/** When the portal is to be asked next. */
export function nextAsk({ policy, now }: ResetDeps, { asks }: PasswordReset): Date {
  const waits = policy.portalAskAgainMs;
  return new Date(now().getTime() + (waits[Math.min(asks, waits.length - 1)] ?? 0));
}

/** A line of the trail about a recovery. */
export function auditReset(
  { audit }: ResetDeps,
  reason: QuotedReason,
  { id, memberId, reference }: PasswordReset,
  detail: Readonly<Record<string, string>> = {},
): Promise<void> {
  return audit.write({ reason, actor: 'system', memberId, reference, detail: { reset: id, ...detail } });
}
