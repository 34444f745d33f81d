import type { PasswordReset } from '../../entities/password-reset.js';
import { hour } from '../durations.js';
import { isBound } from './bound-chats.js';
import type { ResetDeps } from './deps.js';
import type { AccountAnswer } from './ports.js';
import type { CountedReset } from './quota-store.js';

/** So many questions go out in one transaction; the rest are due the next time. */
const batch = 100;

/** Until the password is changed whoever knows the pair can sign in, so the portal is asked again some times. */
export function firstLook({ policy, now }: ResetDeps): Date | null {
  const [first] = policy.remindAfterMs;
  return first === undefined ? null : new Date(now().getTime() + first);
}

/** What is done now is looked after instead of what was done before it in the same period. */
export async function followUp(
  deps: ResetDeps,
  { reset, hasEarlier }: Pick<CountedReset, 'reset' | 'hasEarlier'>,
): Promise<void> {
  const lookAt = firstLook(deps);
  if (hasEarlier && lookAt) await deps.followUps.begin(reset, lookAt);
}

/** Asks the portal about every password that was put back and is due to be looked at. */
export async function lookAfter({ followUps, jobs, now }: ResetDeps): Promise<number> {
  let asked = 0;
  for (const { id, insuredCode } of await followUps.due(now(), batch)) {
    if (!(await followUps.claim(id, now()))) continue;
    await jobs.askWhetherChanged({ resetId: id, insuredCode });
    asked += 1;
  }
  return asked;
}

/** The portal has said how the password stands. While it is the initial one the member is reminded, in their own chat only. */
export async function passwordSeen(deps: ResetDeps, resetId: string, answer: AccountAnswer): Promise<void> {
  const { ledger, followUps, members, chats, now } = deps;
  const seen = await ledger.find(resetId);
  const member = seen && (await members.lockForUpdate(seen.memberId));
  const reset = await ledger.find(resetId);
  if (!member || !reset) return;
  const { id, looks, chatKey } = reset;
  if (answer === 'changed' || answer === 'missing') return void (await followUps.changed(id));
  if (answer === 'away') return void (await followUps.lookLater(id, looks, new Date(now().getTime() + hour)));
  if (!(await followUps.stillInitial(id, looks, nextLook(deps, reset)))) return;
  // Whoever has frozen the way, or whose chat this is no longer, is not to be told how the password stands.
  if (member.closedFor !== null || !(await isBound(deps, member, chatKey))) return;
  await chats.tell(chatKey, { kind: 'password-still-initial' }, `still-initial:${id}:${looks}`);
}

/** The next of the times after the recovery that has not gone by. */
function nextLook({ policy, now }: ResetDeps, { settledAt, looks }: PasswordReset): Date | null {
  if (!settledAt) return null;
  const later = policy.remindAfterMs.slice(looks + 1).map((wait) => new Date(settledAt.getTime() + wait));
  return later.find((moment) => moment > now()) ?? null;
}
