import type { Member } from '../../entities/member.js';
import type { PasswordReset } from '../../entities/password-reset.js';
import type { QuotedReason } from '../audit/vocabulary.js';
import { chatAddress } from '../chats/address.js';
import type { StaffReason } from './ledger-store.js';
import { notify } from './notices.js';
import { endOfCover } from './eligibility.js';
import type { Settlement } from './service.js';
import type { Workbench } from './deps.js';

/** A recovery on its way, with its member held. */
export interface Unsettled {
  reset: PasswordReset;
  member: Member;
}

/** The portal has said what became of a recovery. The same answer twice changes nothing the second time. */
export function makeResetAnswered(bench: Workbench): Settlement['resetAnswered'] {
  return async (resetId, answer) => {
    const held = await holdUnsettled(bench, resetId);
    if (!held) return;
    if (answer === 'done') return settleDone(bench, held);
    if (answer === 'missing') return giveBack(bench, held);
    if (answer === 'conflict') return leaveToStaff(bench, held, 'id-of-another-account');
    return keep(bench, held);
  };
}

/** The recovery, if it is neither done nor given back. */
export async function holdUnsettled(bench: Workbench, resetId: string): Promise<Unsettled | null> {
  const seen = await bench.ledger.find(resetId);
  const member = seen && (await bench.members.hold(seen.memberId));
  const reset = await bench.ledger.find(resetId);
  const unsettled = reset?.state === 'reserved' || reset?.state === 'unknown';
  return member && reset && unsettled ? { reset, member } : null;
}

export async function settleDone(bench: Workbench, { reset, member }: Unsettled): Promise<void> {
  if (!(await bench.ledger.settle(reset.id, 'done', bench.now()))) return;
  const { used, allowance } = await bench.tallies.read(reset.coverageId);
  const cover = await bench.members.cover(reset.coverageId);
  const until = cover ? endOfCover(cover) : bench.now().getTime();
  await bench.chats.tell(
    reset.chatKey,
    { kind: 'reset-done', left: allowance - used, until },
    `done:${reset.id}`,
  );
  await notify(
    bench,
    member,
    reset.chatKey,
    { notice: 'reset', subject: reset.id },
    {
      kind: 'notice-reset',
      at: bench.now().getTime(),
      platform: chatAddress(reset.chatKey).platform,
      resetId: reset.id,
    },
  );
  await remember(bench, 'reset-done', reset);
}

/** The portal does not know the account: nothing was recovered, so nothing is counted. */
async function giveBack(bench: Workbench, { reset }: Unsettled): Promise<void> {
  if (!(await bench.ledger.settle(reset.id, 'given-back', bench.now()))) return;
  if (!(await bench.tallies.giveBack(reset.coverageId))) throw new Error('a recovery was not in the tally');
  await bench.jobs.cancel(reset.id);
  const { id, reference, chatKey } = reset;
  await bench.chats.tell(chatKey, { kind: 'reset-given-back', reference }, `given-back:${id}`);
  await remember(bench, 'reset-given-back', reset);
}

/** No clear answer: the member hears once that the request is kept, and the portal is asked later. */
async function keep(bench: Workbench, held: Unsettled): Promise<void> {
  const { reset } = held;
  if (isTooOld(bench, reset)) return leaveToStaff(bench, held, 'no-clear-answer');
  if (!(await bench.ledger.markUnknown(reset.id, nextAsk(bench, reset)))) return;
  const { id, reference, chatKey } = reset;
  await bench.chats.tell(chatKey, { kind: 'reset-kept', reference }, `kept:${id}`);
  await remember(bench, 'reset-kept', reset);
}

export async function leaveToStaff(
  bench: Workbench,
  { reset }: Unsettled,
  reason: StaffReason,
): Promise<void> {
  if (!(await bench.ledger.leaveToStaff(reset.id, reason))) return;
  const { id, reference, chatKey } = reset;
  await bench.chats.tell(chatKey, { kind: 'reset-with-staff', reference }, `staff:${id}`);
  await remember(bench, 'reset-with-staff', reset, { reason });
  const waiting = await bench.ledger.countLeftToStaff();
  await bench.alerts.raise({ cause: 'reset-with-staff', facts: { waiting } });
}

/** Has it been going on for so long that staff are to decide? */
export const isTooOld = ({ policy, now }: Workbench, { reservedAt }: PasswordReset): boolean =>
  now().getTime() >= reservedAt.getTime() + policy.portalGiveUpMs;

/** When the portal is to be asked next. */
export function nextAsk({ policy, now }: Workbench, { asks }: PasswordReset): Date {
  const waits = policy.portalAskAgainMs;
  return new Date(now().getTime() + (waits[Math.min(asks, waits.length - 1)] ?? 0));
}

/** A line of the trail about a recovery. */
export function remember(
  { audit }: Workbench,
  reason: QuotedReason,
  { id, memberId, reference }: PasswordReset,
  detail: Readonly<Record<string, string>> = {},
): Promise<void> {
  return audit.write({ reason, actor: 'system', memberId, reference, detail: { reset: id, ...detail } });
}
