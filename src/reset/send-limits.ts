import type { Limit } from '../limits/limits.js';
import type { ResetDeps } from './deps.js';
import { purseKey, type Purse } from './purse.js';
import { hour, day } from '../durations.js';

/** What one send counts against. */
export interface Send {
  /** Null: a test message, which is of no member. */
  memberId: number | null;
  chatKey: string;
  /** `09…` */
  mobile: string;
  /** The number is not on record, only given for this: it has a purse of its own, so that its owner's stays full. */
  offered: boolean;
  purse: Purse;
  /** Sent by ourselves, as the last one was lost: it waits for nothing. */
  unasked?: true;
  /** What the chat has asked for was counted when it asked, whether or not there was anything to send. */
  chatCounted?: true;
  /** The member has never recovered before, and has no chat of their own; left out where that has not been looked up. */
  newcomer?: boolean;
}

export interface SendLimit {
  cap: string;
  refusal: 'too-many-sends' | 'sms-budget-spent';
  limit: Limit;
}

type Parts = Pick<ResetDeps, 'policy' | 'keyring'>;

const hiddenBy =
  ({ keyring }: Parts) =>
  (value: string): string =>
    keyring.index('limit', value);

/** How many of a day a purse has sent to a member. */
const ofMember = ({ policy }: Pick<Parts, 'policy'>, memberId: number, purse: Purse): SendLimit => {
  const key = `sends:member:${purseKey(String(memberId), purse)}`;
  return {
    cap: 'member',
    refusal: 'too-many-sends',
    limit: { key, most: policy.sendsPerMemberAndDay, windowMs: day },
  };
};

/** How many of an hour a chat has asked for. */
export const ofChat = (parts: Parts, chatKey: string): SendLimit => ({
  cap: 'chat',
  refusal: 'too-many-sends',
  limit: {
    key: `sends:chat:${hiddenBy(parts)(chatKey)}`,
    most: parts.policy.sendsPerChatAndHour,
    windowMs: hour,
  },
});

/** What is left of the bot's budget for whoever has never recovered before: a third is kept for those who have. */
export const withoutReserve = (budget: number): number => budget - Math.floor(budget / 3);

/** How often, always in this order, so that two sends never wait for each other. */
export function sendLimits(parts: Parts, send: Send): SendLimit[] {
  const { memberId, chatKey, mobile, offered, purse, chatCounted = false, newcomer = false } = send;
  const { policy } = parts;
  const hidden = hiddenBy(parts);
  const own = (cap: string, whose: string, most: number, windowMs: number): SendLimit => ({
    cap,
    refusal: 'too-many-sends',
    limit: { key: `sends:${cap}:${whose}`, most, windowMs },
  });
  const budget = (cap: string, most: number, windowMs: number): SendLimit => ({
    cap,
    refusal: 'sms-budget-spent',
    limit: { key: `sends:${cap}`, most: newcomer ? withoutReserve(most) : most, windowMs },
  });
  return [
    offered
      ? own('offered', hidden(mobile), policy.sendsPerOfferedMobileAndDay, day)
      : own('mobile', purseKey(hidden(mobile), purse), policy.sendsPerMobileAndDay, day),
    ...(memberId === null ? [] : [ofMember(parts, memberId, purse)]),
    ...(chatCounted ? [] : [ofChat(parts, chatKey)]),
    budget('hour', policy.sendsPerHour, hour),
    budget('day', policy.sendsPerDay, day),
  ];
}

/**
 * How soon after this one, over all challenges and chats of a purse; `before`: how many this purse has sent to the member
 * since yesterday. A test message is waited for by nobody.
 */
export function sendPauses(
  parts: Parts,
  { memberId, mobile, offered, purse }: Send,
  before: number,
): Limit[] {
  const { sendPausesMs } = parts.policy;
  const windowMs = sendPausesMs[Math.min(before, sendPausesMs.length - 1)];
  if (memberId === null || windowMs === undefined) return [];
  const number = hiddenBy(parts)(mobile);
  const keys = [
    `pause:member:${purseKey(String(memberId), purse)}`,
    offered ? `pause:offered:${number}` : `pause:mobile:${purseKey(number, purse)}`,
  ];
  return keys.map((key) => ({ key, most: 1, windowMs, longestMs: Math.max(...sendPausesMs) }));
}
