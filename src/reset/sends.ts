import type { Challenge } from '../../entities/challenge.js';
import { chatAddress } from '../chats/address.js';
import type { Limit } from '../limits/limits.js';
import type { Policy } from './policy.js';
import type { Refusal } from './outcomes.js';
import { purses, type Purse } from './purse.js';
import { refuse } from './refuse.js';
import { sendLimits, sendPauses, type Send } from './send-limits.js';
import type { ResetDeps } from './deps.js';
import { minute } from '../durations.js';

/** Counted; `nextAt`: not again before, whoever of this purse asks. */
type Taken = { kind: 'taken'; nextAt: number };
type SendRefused = Extract<Refusal, { kind: 'too-many-sends' | 'send-too-soon' | 'sms-budget-spent' }>;

/** Counts one send against every limit, or against none when one of them is reached or the last one is not long ago. */
export async function takeSend(deps: ResetDeps, send: Send): Promise<Taken | SendRefused> {
  const newcomer = send.newcomer ?? (await isNewcomer(deps, send));
  const limits = sendLimits(deps, { ...send, newcomer });
  const taken = limits.map(({ limit }) => limit);
  const refuseFor = async <Kind extends SendRefused['kind']>(kind: Kind, cap: string, until: number) => ({
    ...(await refuse(deps, kind, { from: send, memberId: send.memberId, detail: { cap } })),
    until,
  });
  const all = await deps.limits.takeAll(taken);
  if (!all.ok) {
    const { refusal, cap } = limits[all.at]!;
    const facts = { until: all.until, reserve: newcomer ? 'left' : 'spent' };
    if (refusal === 'sms-budget-spent') await deps.alerts.raise({ cause: refusal, facts });
    return refuseFor(refusal, cap, all.until);
  }
  let nextAt = deps.now().getTime();
  const before = (all.counts[limits.findIndex(({ cap }) => cap === 'member')] ?? 0) - 1;
  const pauses = sendPauses(deps, send, before);
  for (const pause of pauses) {
    if (send.unasked) await deps.limits.clear(pause.key);
    const status = await deps.limits.take(pause);
    if (!status.ok) {
      for (const one of taken) await deps.limits.giveBack(one, deps.now());
      return refuseFor('send-too-soon', 'pause', await lastEnd(deps, pauses, status.until));
    }
    taken.push(pause);
    nextAt = deps.now().getTime() + pause.windowMs;
  }
  return { kind: 'taken', nextAt };
}

/** Has the member never recovered, and have they no chat of their own? A test message is of nobody who could have. */
const isNewcomer = async ({ ledger }: ResetDeps, { memberId }: Send): Promise<boolean> =>
  memberId !== null && !(await ledger.hasHistory(memberId));

/** When the last of these is over, `until` or later. Each is looked at, so that none outlasts its length after the others. */
async function lastEnd({ limits }: ResetDeps, pauses: readonly Limit[], until: number): Promise<number> {
  const statuses = await limits.peek(pauses);
  return Math.max(until, ...statuses.map((status) => (status.ok ? until : status.until)));
}

/** Returns what a send counted, since it certainly was none. */
export async function returnSend(deps: ResetDeps, send: Send, sentAt: Date): Promise<void> {
  for (const { limit } of sendLimits(deps, send)) await deps.limits.giveBack(limit, sentAt);
  for (const { key } of sendPauses(deps, send, 0)) await deps.limits.clear(key);
}

/** Staff have spoken with the member: sends to them and to their number are forgotten in both purses; returns how many there were. */
export async function clearSends(deps: ResetDeps, memberId: number, mobile: string | null): Promise<number> {
  let cleared = 0;
  for (const purse of purses) {
    const send = anySend(memberId, mobile, purse);
    const counts = [];
    for (const { key } of ownLimits(deps, send)) counts.push(await deps.limits.clear(key));
    for (const { key } of sendPauses(deps, send, 0)) await deps.limits.clear(key);
    cleared += Math.max(...counts);
  }
  return cleared;
}

/** How many sends of the last day this purse has counted about the member or their number, whichever is more; only to be shown. */
export async function countSends(
  deps: ResetDeps,
  memberId: number,
  mobile: string | null,
  purse: Purse,
): Promise<number> {
  let sends = 0;
  for (const { key } of ownLimits(deps, anySend(memberId, mobile, purse)))
    sends = Math.max(sends, await deps.limits.count(key));
  return sends;
}

/** To a member and their number, from whichever chat. */
const anySend = (memberId: number, mobile: string | null, purse: Purse): Send => ({
  memberId,
  chatKey: '',
  mobile: mobile ?? '',
  offered: false,
  purse,
});

/** What of a send is counted for its member and its number alone. */
const ownLimits = (deps: ResetDeps, send: Send): Limit[] =>
  sendLimits(deps, send)
    .filter(({ cap }) => cap === 'mobile' || cap === 'member')
    .map(({ limit }) => limit);

/** Writes the order to send this challenge's code; `send` is which send of it, from 1; `without` a provider that has failed it. */
export function enqueueCode(
  deps: ResetDeps,
  challenge: Challenge,
  send: number,
  to: string,
  without?: string,
): Promise<void> {
  const left = challenge.expiresAt.getTime() - challenge.lastSentAt.getTime();
  return deps.jobs.sendCode({
    challengeId: challenge.id,
    keyId: challenge.keyId,
    send,
    to,
    minutes: Math.max(1, Math.floor(left / minute)),
    platform: chatAddress(challenge.chatKey).platform,
    ...(without === undefined ? {} : { without }),
  });
}

/** When the code may be sent again; null: not at all in this challenge's life. */
export function resendAt(
  policy: Policy,
  { sends, lastSentAt, expiresAt }: Pick<Challenge, 'sends' | 'lastSentAt' | 'expiresAt'>,
): number | null {
  const at = lastSentAt.getTime() + (policy.sendPausesMs[sends - 1] ?? Infinity);
  return at < expiresAt.getTime() ? at : null;
}
