import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { PasswordReset, type ResetState } from '../../entities/password-reset.js';
import { SmsMessage } from '../../entities/sms-message.js';
import { auditEvent, refusalOf, vocabulary, type AuditReason } from '../../src/audit/vocabulary.js';
import { addDays } from '../../src/calendar/day.js';
import { dayInTehran, startOfDay } from '../../src/calendar/tehran.js';
import { countStats } from '../../src/reports/count-stats.js';
import { spanOf } from '../../src/reports/reset-list.js';
import { fewestTold } from '../../src/reports/small-groups.js';
import { makeStatsStore, type DayCount } from '../../src/reports/stats-store.js';
import { steps, type Counted, type Step } from '../../src/reports/stats.js';
import { onBothDatabases } from '../support/both-databases.js';
import type { ResetHarness } from '../support/reset-harness.js';
import { ledgerRow } from './ledger-rows.js';

const [from, to] = ['2026-05-09', '2026-05-10'];
const reasons = Object.keys(vocabulary) as AuditReason[];

/** Something that happened: in a chat or by itself, to a member or to nobody we know. */
interface Happening {
  reason: AuditReason;
  chat: number | null;
  member: number | null;
  at: Date;
}

interface History {
  happenings: Happening[];
  resets: { chat: number; member: number; at: Date; state: ResetState }[];
  messages: Pick<SmsMessage, 'state' | 'delivery' | 'priceRials' | 'sentAt'>[];
}

const chatOf = (chat: number) => `telegram:700001:${chat}`;

onBothDatabases('the numbers of a report', (harness) => {
  it('are those that a patient clerk would count, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        await writeDown(harness(), history);
        const stats = await reported(harness(), from, to);
        expect(stats.reached).toEqual(clerksSteps(history));
        expect(stats.neededNone).toBe(clerksNeededNone(history));
        expect(stats.days).toEqual(clerksDays(history));
        expect(stats.sms).toEqual(clerksSms(history));
        expect(sizes(stats.refusals)).toEqual(sizes(clerksRefusals(history)));
      }),
      { numRuns: 40 },
    );
  });

  it('of steps never grow on the way, and end with the recoveries of all days', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        await writeDown(harness(), history);
        const { reached, days } = await reported(harness(), from, to);
        const inOrder = steps.map((step) => reached[step]);
        expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a));
        expect(reached.done).toBe(days.reduce((sum, { done }) => sum + done, 0));
      }),
      { numRuns: 20 },
    );
  });

  it('tell after how many recoveries of these days nobody had changed the password yet', async () => {
    const at = new Date(startOfDay(to).getTime() + 3_600_000);
    const rows = (['initial', 'initial', 'changed', null] as const).map((seenPassword, number) =>
      ledgerRow(number, at, { seenPassword }),
    );
    const early = ledgerRow(9, new Date(startOfDay(from).getTime() - 1), { seenPassword: 'initial' });
    await writeDown(harness(), { happenings: [], resets: [], messages: [] });
    await harness().manager.insert(PasswordReset, [...rows, early]);
    expect((await reported(harness(), from, to)).stillInitial).toBe(2);
  });

  describe('count once', () => {
    const noon = startOfDay(to).getTime() + 12 * 3_600_000;
    const told = (...lines: [AuditReason, number | null, number?][]): Happening[] =>
      lines.map(([reason, member, chat = 1], place) => ({
        ...{ reason, member, chat },
        at: new Date(noon + place * 60_000),
      }));
    const reached = async (happenings: Happening[], done: number) => {
      const resets = Array.from({ length: done }, (_, place) => ({
        ...{ chat: 1, member: 5, state: 'done' as const },
        at: new Date(noon + (place + 1) * 3_600_000),
      }));
      await writeDown(harness(), { happenings, resets, messages: [] });
      return Object.values((await reported(harness(), from, to)).reached);
    };

    it('whoever mistypes, begins again and recovers', async () => {
      const way = told(
        ['no-match', null],
        ['no-match', 7],
        ['pair-matched', 5],
        ['code-sent', 5],
        ['code-wrong', 5],
        ['pair-matched', 5],
        ['code-sent', 5],
        ['code-right', 5],
      );
      expect(await reached(way, 1)).toEqual([1, 1, 1, 1, 1]);
    });

    it('a stranger who tries all day', async () => {
      expect(await reached(told(['no-match', null], ['no-match', 7], ['too-many-pairs', 7]), 0)).toEqual([
        1, 0, 0, 0, 0,
      ]);
    });

    it('each of two members in one chat, and each recovery of one member', async () => {
      const both = told(['pair-matched', 5], ['code-right', 5], ['pair-matched', 6], ['code-sent', 6]);
      expect(await reached(both, 2)).toEqual([3, 3, 3, 2, 2]);
    });

    it('a way of which only its last step is on record', async () => {
      expect(await reached(told(['code-right', 5]), 0)).toEqual([1, 1, 1, 1, 0]);
    });
  });

  it('tell no reason that fewer than five people met, however often', async () => {
    const often = (chat: number, times: number): Happening[] =>
      Array.from({ length: times }, (_, place) => ({
        ...{ reason: 'no-match' as const, chat, member: null },
        at: new Date(startOfDay(to).getTime() + place * 60_000),
      }));
    const people = (count: number) => Array.from({ length: count }, (_, chat) => often(chat, 9)).flat();
    await writeDown(harness(), { happenings: people(fewestTold - 1), resets: [], messages: [] });
    expect((await reported(harness(), from, to)).refusals).toEqual([]);
    await writeDown(harness(), { happenings: people(fewestTold), resets: [], messages: [] });
    expect((await reported(harness(), from, to)).refusals).toEqual([{ kind: 'no-match', count: 5 }]);
  });

  it('begin and end a day at midnight in Tehran, in years of summer time too', async () => {
    for (const day of ['2026-05-10', '2021-07-01']) {
      const midnight = startOfDay(day).getTime();
      const at = (ms: number) => ({
        chat: 1,
        member: 5,
        at: new Date(midnight + ms),
        state: 'done' as const,
      });
      await writeDown(harness(), { happenings: [], resets: [at(-1), at(0), at(1)], messages: [] });
      const { days } = await reported(harness(), addDays(day, -1), day);
      expect(days.map(({ done }) => done)).toEqual([1, 2]);
    }
  });
});

const moment = fc
  .oneof(fc.integer({ min: -120, max: 2 * 1_440 + 120 }), fc.constantFrom(0, 1_440, 2 * 1_440))
  .map((minutes) => new Date(startOfDay(from).getTime() + minutes * 60_000));

const histories: fc.Arbitrary<History> = fc.record({
  happenings: fc
    .array(
      fc.record({
        reason: fc.oneof(
          {
            weight: 6,
            arbitrary: fc.constantFrom(
              ...([...refusedFor(), 'code-sent', 'code-right', 'pair-matched'] as const),
            ),
          },
          { weight: 1, arbitrary: fc.constantFrom(...reasons) },
        ),
        chat: fc.integer({ min: 1, max: 8 }),
        member: fc.integer({ min: 1, max: 4 }),
        at: moment,
      }),
      { maxLength: 60 },
    )
    .map((all) => all.map(asItWouldBe)),
  resets: fc.array(
    fc.record({
      chat: fc.integer({ min: 1, max: 8 }),
      member: fc.integer({ min: 1, max: 4 }),
      at: moment,
      state: fc.constantFrom('done', 'done', 'given-back', 'unknown'),
    }),
    { maxLength: 12 },
  ),
  messages: fc.array(
    fc.record({
      state: fc.constantFrom('accepted', 'refused', 'doubt'),
      delivery: fc.constantFrom('queued', 'sent', 'delivered', 'undelivered', 'blacklisted', 'unknown'),
      priceRials: fc.option(fc.integer({ min: 0, max: 5_000 })),
      sentAt: moment,
    }),
    { maxLength: 12 },
  ),
});

function refusedFor(): AuditReason[] {
  return reasons.filter((reason) => refusalOf.has(auditEvent(reason)));
}

const foundByItself: AuditReason[] = [
  'sms-refused',
  'sms-undelivered',
  'reset-given-back',
  'reset-with-staff',
];

/** A pair that nobody has names no member; what the house finds by itself, no chat. */
function asItWouldBe(happening: Happening): Happening {
  const { reason, member } = happening;
  if (reason === 'no-match' && member === 1) return { ...happening, member: null };
  if (foundByItself.includes(reason)) return { ...happening, chat: null };
  return happening;
}

async function writeDown(
  { manager }: ResetHarness,
  { happenings, resets, messages }: History,
): Promise<void> {
  for (const entity of [AuditEntry, PasswordReset, SmsMessage]) await manager.clear(entity);
  const lines = happenings.map(({ reason, chat, member, at }) => ({
    ...{ at, event: auditEvent(reason), memberId: member, reference: null, detail: '{}' },
    ...{ actor: chat === null ? 'system' : `chat:${chatOf(chat)}`, sequence: null, hash: null },
  }));
  const rows = resets.map(({ chat, member, at, state }, number) =>
    ledgerRow(number, at, { chatKey: chatOf(chat), memberId: member, state }),
  );
  const sent = messages.map((message) => ({
    ...{ purpose: 'code' as const, subject: 'x', provider: 'kannel', providerId: null },
    ...{ askedAt: null, nextAskAt: null },
    ...message,
  }));
  if (lines.length > 0) await manager.insert(AuditEntry, lines);
  if (rows.length > 0) await manager.insert(PasswordReset, rows);
  if (sent.length > 0) await manager.insert(SmsMessage, sent);
}

const reported = ({ db }: ResetHarness, first: string, last: string): Promise<Counted> =>
  countStats(first, last, (day): Promise<DayCount> =>
    db.inTransaction((tx) => makeStatsStore(tx).day(spanOf(day, day))),
  );

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
function clerksSteps({ happenings, resets }: History): Record<Step, number> {
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
function clerksNeededNone({ happenings, resets }: History): number {
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

const clerksDays = ({ resets }: History): Counted['days'] =>
  [from, to].map((day) => ({
    day,
    done: resets.filter(({ at, state }) => state === 'done' && dayInTehran(at) === day).length,
  }));

function clerksSms({ messages }: History): Counted['sms'] {
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

function clerksRefusals({ happenings }: History): Counted['refusals'] {
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

/** Of two groups of one size, either may be the one that is merged. */
const sizes = (groups: Counted['refusals']) =>
  groups.map(({ kind, count }) => (kind === 'other' ? `other: ${count}` : `${count}`)).sort();
