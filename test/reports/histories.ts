import { AuditEntry } from '../../entities/audit-entry.js';
import { PasswordReset, type ResetState } from '../../entities/password-reset.js';
import { SmsMessage } from '../../entities/sms-message.js';
import { auditEvent, type AuditReason } from '../../src/audit/vocabulary.js';
import { countStats } from '../../src/reports/count-stats.js';
import { spanOf } from '../../src/reports/reset-list.js';
import { makeStatsStore, type DayCount } from '../../src/reports/stats-store.js';
import type { Counted } from '../../src/reports/stats.js';
import type { ResetHarness } from '../support/reset-harness.js';
import { ledgerRow } from './ledger-rows.js';

export const [from, to] = ['2026-05-09', '2026-05-10'];

/** Something that happened: in a chat or by itself, to a member or to nobody we know. */
export interface Happening {
  reason: AuditReason;
  chat: number | null;
  member: number | null;
  at: Date;
}

export interface History {
  happenings: Happening[];
  resets: { chat: number; member: number; at: Date; state: ResetState }[];
  messages: Pick<SmsMessage, 'state' | 'delivery' | 'priceRials' | 'sentAt'>[];
}

const chatOf = (chat: number) => `telegram:700001:${chat}`;

/** Nothing but this is on record. */
export async function writeDown(
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

export const reported = ({ db }: ResetHarness, first: string, last: string): Promise<Counted> =>
  countStats(first, last, (day): Promise<DayCount> =>
    db.inTransaction((tx) => makeStatsStore(tx).day(spanOf(day, day))),
  );
