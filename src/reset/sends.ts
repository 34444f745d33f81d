import type { Challenge } from '../../entities/challenge.js';
import { chatAddress } from '../chats/address.js';
import type { Limit } from '../limits/limits.js';
import type { Policy } from './policy.js';
import type { Refusal } from './outcomes.js';
import type { Asker } from '../chats/address.js';
import { refuse } from './refuse.js';
import type { ResetDeps } from './deps.js';
import { minute, hour, day } from '../durations.js';

/** What one send counts against. */
export interface Send {
  /** Null: a test message, which is of no member. */
  memberId: number | null;
  chatKey: string;
  /** `09…` */
  mobile: string;
}

type SendRefused = Extract<Refusal, { kind: 'too-many-sends' | 'sms-budget-spent' }>;

/** Counts one send against every limit, or against none when one of them is reached. */
export async function takeSend(deps: ResetDeps, send: Send, from: Asker): Promise<SendRefused | null> {
  const taken: Limit[] = [];
  for (const { limit, refusal, cap } of sendLimits(deps, send)) {
    const status = await deps.limits.take(limit);
    if (!status.ok) {
      for (const one of taken) await deps.limits.giveBack(one, deps.now());
      const refused = await refuse(deps, refusal, { from, memberId: send.memberId, detail: { cap } });
      const { until } = status;
      if (refusal === 'sms-budget-spent') await deps.alerts.raise({ cause: refusal, facts: { until } });
      return { ...refused, until };
    }
    taken.push(limit);
  }
  return null;
}

/** Returns what a send counted, since it certainly was none. */
export async function returnSend(deps: ResetDeps, send: Send, sentAt: Date): Promise<void> {
  for (const { limit } of sendLimits(deps, send)) await deps.limits.giveBack(limit, sentAt);
}

/** Always in this order, so that two sends never wait for each other. */
function sendLimits({ policy, keyring }: ResetDeps, { memberId, chatKey, mobile }: Send) {
  const hidden = (value: string): string => keyring.index('limit', value);
  const limit = (key: string, most: number, windowMs: number): Limit => ({ key, most, windowMs });
  const own = (cap: string, whose: string, most: number, windowMs: number) => ({
    cap,
    refusal: 'too-many-sends' as const,
    limit: limit(`sends:${cap}:${whose}`, most, windowMs),
  });
  const budget = (cap: string, most: number, windowMs: number) => ({
    cap,
    refusal: 'sms-budget-spent' as const,
    limit: limit(`sends:${cap}`, most, windowMs),
  });
  return [
    own('mobile', hidden(mobile), policy.sendsPerMobileAndDay, day),
    ...(memberId === null ? [] : [own('member', String(memberId), policy.sendsPerMemberAndDay, day)]),
    own('chat', hidden(chatKey), policy.sendsPerChatAndHour, hour),
    budget('hour', policy.sendsPerHour, hour),
    budget('day', policy.sendsPerDay, day),
  ];
}

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
  const pause = policy.sendPausesMs[sends - 1];
  if (pause === undefined) return null;
  const at = lastSentAt.getTime() + pause;
  return at < expiresAt.getTime() ? at : null;
}
