import { auditEvent, refusalOf, type AuditReason } from '../../src/audit/vocabulary.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import { fewestTold } from '../../src/reports/small-groups.js';
import type { Counted, Step } from '../../src/reports/stats.js';
import { from, to, type History } from './histories.js';

const within = (at: Date): boolean => dayInTehran(at) >= from && dayInTehran(at) <= to;

const begins: AuditReason[] = ['no-match', 'too-many-pairs', 'code-perhaps-sent'];
const codes: AuditReason[] = [
  ...(['code-sent', 'code-sent-again', 'code-expired', 'code-wrong', 'code-wrong-last'] as const),
  ...(['locked-for-wrong-codes', 'closed-for-wrong-codes', 'number-reported'] as const),
];
const matches: AuditReason[] = [
  ...([
    'pair-matched',
    'locked',
    'locked-until-staff',
    'cover-not-active',
    'under-way',
    'portal-away',
  ] as const),
  ...(['account-missing', 'password-is-initial', 'resets-used-up', 'mobile-by-staff'] as const),
  ...(['mobile-not-proven', 'mobile-mismatch', 'mobile-owner-unknown'] as const),
  ...(['number-cooling', 'too-many-sends', 'sms-budget-spent'] as const),
];

function stepOf(reason: AuditReason): number {
  if (begins.includes(reason)) return 1;
  if (matches.includes(reason)) return 2;
  if (codes.includes(reason)) return 3;
  return reason === 'code-right' ? 4 : 0;
}

/** Chat by chat and day by day, with a pencil. */
export function clerksSteps({ happenings, resets }: History): Record<Step, number> {
  const furthest: number[] = [];
  for (const day of [from, to]) {
    for (let chat = 1; chat <= 8; chat += 1) {
      const own = happenings.filter(
        (one) => one.chat === chat && dayInTehran(one.at) === day && stepOf(one.reason) > 0,
      );
      const done = resets.filter(
        (one) => one.chat === chat && dayInTehran(one.at) === day && one.state === 'done',
      );
      const ways: number[] = [];
      for (let member = 1; member <= 4; member += 1) {
        const input = own.filter((one) => one.member === member && stepOf(one.reason) > 1);
        const recovered = done.filter((one) => one.member === member).length;
        if (recovered > 0) ways.push(...Array.from({ length: recovered }, () => 5));
        else if (input.length > 0) ways.push(Math.max(...input.map(({ reason }) => stepOf(reason))));
      }
      if (ways.length === 0 && own.length > 0) ways.push(1);
      furthest.push(...ways);
    }
  }
  const input = (least: number) => furthest.filter((step) => step >= least).length;
  return {
    begun: input(1),
    matched: input(2),
    'code-sent': input(3),
    'code-right': input(4),
    done: input(5),
  };
}

/** Those who were told that the password is still the first one, and did nothing after it that day. */
export function clerksNeededNone({ happenings, resets }: History): number {
  let count = 0;
  for (const day of [from, to]) {
    const that = <T extends { at: Date }>(all: T[]) => all.filter(({ at }) => dayInTehran(at) === day);
    for (let chat = 1; chat <= 8; chat += 1) {
      for (let member = 1; member <= 4; member += 1) {
        const ofWay = <T extends { chat: number | null; member: number | null }>(one: T) =>
          one.chat === chat && one.member === member;
        const own = that(happenings).filter(ofWay);
        const further = own.some(({ reason }) => stepOf(reason) > 2);
        const done = that(resets).some((one) => ofWay(one) && one.state === 'done');
        const told = own.some(({ reason }) => reason === 'password-is-initial');
        count += Number(told && !further && !done);
      }
    }
  }
  return count;
}

export const clerksDays = ({ resets }: History): Counted['days'] =>
  [from, to].map((day) => ({
    day,
    done: resets.filter(({ at, state }) => state === 'done' && dayInTehran(at) === day).length,
  }));

export function clerksSms({ messages }: History): Counted['sms'] {
  const sent = messages.filter(({ sentAt, state }) => within(sentAt) && state !== 'refused');
  const ended = sent.filter(({ delivery }) => ['delivered', 'undelivered', 'blacklisted'].includes(delivery));
  const prices = sent.flatMap(({ priceRials }) => priceRials ?? []);
  const count = ended.filter(({ delivery }) => delivery === 'delivered').length;
  return {
    sent: sent.length,
    arrived: ended.length > 0 ? { count, of: ended.length } : null,
    cost: prices.length > 0 ? prices.reduce((sum, price) => sum + price, 0) : null,
  };
}

export function clerksRefusals({ happenings }: History): Counted['refusals'] {
  const people = new Map<string, Set<string>>();
  for (const { reason, chat, member, at } of happenings) {
    const kind = refusalOf.get(auditEvent(reason));
    if (!kind || kind === 'password-is-initial' || !within(at)) continue;
    people.set(
      kind,
      (people.get(kind) ?? new Set()).add(chat === null ? `member ${member}` : `chat ${chat}`),
    );
  }
  const groups = [...people].map(([kind, { size }]) => ({ kind, count: size }));
  const large = groups.filter(({ count }) => count >= fewestTold);
  const small = groups.filter(({ count }) => count < fewestTold);
  let other = small.reduce((sum, { count }) => sum + count, 0);
  large.sort((a, b) => b.count - a.count);
  while (other > 0 && other < fewestTold && large.length > 0) other += large.pop()!.count;
  return [...large, ...(other >= fewestTold ? [{ kind: 'other', count: other }] : [])] as Counted['refusals'];
}
