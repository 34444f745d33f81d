import { AuditEntry } from '../../entities/audit-entry.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { SmsMessage } from '../../entities/sms-message.js';
import type { App } from '../../src/app.js';
import { auditEvent } from '../../src/audit/vocabulary.js';
import { addDays, type Day } from '../../src/calendar/day.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import { chatKey } from '../../src/chats/address.js';
import type { Clock } from '../../src/clock.js';
import type { Transaction } from '../../src/db/transaction.js';
import type { Random } from '../../src/random.js';
import { makeReference } from '../../src/reference.js';
import { defaultPolicy } from '../../src/reset/policy.js';
import type { CastMember } from '../cast.js';
import { invented } from '../invented.js';
import { priceRials } from '../product.js';
import { castVisits, strangersVisits, trailTo, type Visit } from './visits.js';

export interface PastParts {
  app: Pick<App, 'inTransaction' | 'services'>;
  cast: readonly CastMember[];
  clock: Clock;
  random: Random;
  /** The bot's own id on Telegram. */
  bot: number;
}

/** Rows of the days before today, so that what tells of the past has something to tell. Everybody in them is invented. */
export async function writePast({ app, cast, clock, random, bot }: PastParts): Promise<void> {
  const today = dayInTehran(clock.now());
  await app.inTransaction(async (tx) => {
    const { members } = app.services(tx);
    const strangers = strangersVisits(today);
    for (const { insuredCode, ending } of strangers) {
      if (insuredCode === null) continue;
      const { nationalId, mobile } = invented(Number(insuredCode));
      const cover = coverOf(ending, today);
      const { memberId, coverageId } = await members.put({ insuredCode, nationalId, mobile, cover });
      const used = ending === 'done' ? 1 : 0;
      const allowance = defaultPolicy.resetsPerPeriod;
      if (coverageId !== null) await members.putTally({ memberId, coverageId, used, allowance });
    }
    const visits = [...castVisits(cast, today), ...strangers];
    for (const visit of visits.sort((one, other) => one.at.getTime() - other.at.getTime())) {
      const member = visit.insuredCode === null ? null : await members.byInsuredCode(visit.insuredCode);
      const cover = member && (await members.coverAt(member.id, visit.at));
      await write(tx, visit, { memberId: member?.id ?? null, coverageId: cover?.id ?? null, random, bot });
    }
  });
}

const coverOf = (ending: Visit['ending'], today: Day) =>
  ending === 'cover-not-active'
    ? { from: addDays(today, -400), to: addDays(today, -35) }
    : { from: addDays(today, -100), to: addDays(today, 265) };

interface Whereabouts {
  memberId: number | null;
  coverageId: number | null;
  random: Random;
  bot: number;
}

/** What one way left behind: lines of the trail, text messages, and a recovery. */
async function write(tx: Transaction, visit: Visit, { memberId, coverageId, random, bot }: Whereabouts) {
  const { at, account, ending, insuredCode } = visit;
  const id = (): string => random.bytes(16).toString('hex');
  const [key, challengeId, resetId, reference] = [
    chatKey({ platform: 'telegram', bot: String(bot), chat: String(account) }),
    ...[id(), id(), makeReference(random)],
  ] as [string, string, string, string];
  const later = (step: number): Date => new Date(at.getTime() + step * 40_000);
  const lines = trailTo[ending].map((reason, step, all) => ({
    ...{ at: later(step), event: auditEvent(reason), memberId, sequence: null, hash: null, detail: '{}' },
    actor: reason === 'reset-done' ? 'system' : `chat:${key}`,
    reference: step === all.length - 1 ? reference : null,
  }));
  await tx.insert(AuditEntry, lines);
  if (trailTo[ending].includes('code-sent')) await tx.insert(SmsMessage, sms('code', challengeId, later(1)));
  if (ending !== 'done' || memberId === null || coverageId === null || insuredCode === null) return;
  await tx.insert(SmsMessage, sms('notice', resetId, later(3)));
  await tx.insert(PasswordReset, {
    ...{ id: resetId, memberId, unsettledMemberId: null, coverageId, challengeId, insuredCode, chatKey: key },
    ...{ reference, state: 'done', reservedAt: later(2), settledAt: later(3) },
    ...{ nextAskAt: null, asks: 0, staffReason: null },
  });
}

const sms = (purpose: SmsMessage['purpose'], subject: string, sentAt: Date): Omit<SmsMessage, 'id'> => ({
  ...{ purpose, subject, provider: 'kavenegar', providerId: null, state: 'accepted' },
  ...{ delivery: sentAt.getUTCMinutes() % 12 === 0 ? 'undelivered' : 'delivered' },
  ...{ priceRials, sentAt, askedAt: sentAt, nextAskAt: null },
});
