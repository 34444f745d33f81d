import { PasswordReset } from '../../entities/password-reset.js';
import { SmsMessage } from '../../entities/sms-message.js';
import { And, LessThan, MoreThanOrEqual } from 'typeorm';
import { auditEvent, refusalOf } from '../audit/vocabulary.js';
import type { Transaction } from '../db/transaction.js';
import type { Span } from './reset-list-store.js';
import type { Step } from './stats.js';
import { proofOf } from './ways.js';

/** What one day brought. */
export interface DayCount {
  reached: Record<Step, number>;
  /** Ways that ended at the first password: they needed no recovery. */
  neededNone: number;
  /** Who was refused for what: an event of the trail, and somebody's chat, or a member where no chat did it. */
  refused: { event: string; who: string }[];
  /** Recoveries begun on that day after which the portal last said that the password is still the initial one. */
  stillInitial: number;
  sms: { sent: number; arrived: number; ended: number; cost: number | null };
}

/** The trail, the ledger of recoveries and the record of text messages, only to be counted. */
export interface StatsStore {
  day(span: Span): Promise<DayCount>;
}

export function makeStatsStore(tx: Transaction): StatsStore {
  return {
    day: async (span) => ({
      ...(await countedWays(tx, span)),
      refused: await refusedPeople(tx, span),
      stillInitial: await notChanged(tx, span),
      sms: await messages(tx, span),
    }),
  };
}

/** Both databases compare moments with a text like this. */
const written = (moment: Date): string => moment.toISOString().replace('T', ' ').replace('Z', '');

const { begun, matched, 'code-sent': sent, 'code-right': right } = proofOf;
const initial = auditEvent('password-is-initial');
const places = (values: readonly string[]): string => values.map(() => '?').join(', ');

/** From the inside out: what there is proof of, the furthest step of each way, the ways of each chat, and all of them. */
const countWays = `
SELECT SUM(CASE WHEN ways = 0 THEN 1 ELSE ways END) AS begun, SUM(ways) AS matched,
  SUM(needed_none) AS needed_none, SUM(sent) AS sent, SUM(code_right) AS code_right, SUM(done) AS done
FROM (
  SELECT chat, SUM(CASE WHEN whom IS NULL THEN 0 ELSE weight END) AS ways,
    SUM(CASE WHEN step = 2 THEN needs_none ELSE 0 END) AS needed_none,
    SUM(CASE WHEN step >= 3 THEN weight ELSE 0 END) AS sent,
    SUM(CASE WHEN step >= 4 THEN weight ELSE 0 END) AS code_right, SUM(done) AS done
  FROM (
    SELECT chat, whom, MAX(step) AS step, MAX(needs_none) AS needs_none, SUM(done) AS done,
      CASE WHEN SUM(done) > 1 THEN SUM(done) ELSE 1 END AS weight
    FROM (
      SELECT SUBSTR(actor, 6) AS chat,
        CASE WHEN event IN (${places(begun)}) THEN NULL ELSE member_id END AS whom,
        CASE WHEN event IN (${places(right)}) THEN 4 WHEN event IN (${places(sent)}) THEN 3 ELSE 2 END AS step,
        CASE WHEN event = ? THEN 1 ELSE 0 END AS needs_none, 0 AS done
      FROM audit
      WHERE at >= ? AND at < ? AND event IN (${places([...begun, ...matched, ...sent, ...right])})
      UNION ALL
      SELECT chat_key, member_id, 5, 0, 1
      FROM password_resets
      WHERE reserved_at >= ? AND reserved_at < ? AND state = 'done'
    ) AS proof
    GROUP BY chat, whom
  ) AS way
  GROUP BY chat
) AS visitor`;

async function countedWays(
  tx: Transaction,
  { from, until }: Span,
): Promise<Pick<DayCount, 'reached' | 'neededNone'>> {
  const span = [written(from), written(until)];
  const all = [...begun, ...matched, ...sent, ...right];
  const values = [...begun, ...right, ...sent, initial, ...span, ...all, ...span];
  const [row] = await tx.query<Record<string, unknown>[]>(countWays, values);
  // Sums come as texts from one database and as numbers from the other; over nothing, they are null.
  const count = (name: string): number => Number(row?.[name] ?? 0);
  const reached = {
    begun: count('begun'),
    matched: count('matched'),
    'code-sent': count('sent'),
    'code-right': count('code_right'),
    done: count('done'),
  };
  return { reached, neededNone: count('needed_none') };
}

const notChanged = (tx: Transaction, { from, until }: Span): Promise<number> =>
  tx.countBy(PasswordReset, {
    reservedAt: And(MoreThanOrEqual(from), LessThan(until)),
    seenPassword: 'initial',
  });

const refusalEvents = [...refusalOf.keys()];

async function refusedPeople(tx: Transaction, { from, until }: Span): Promise<DayCount['refused']> {
  const rows = await tx.query<{ event: string; actor: string; member_id: number | null }[]>(
    `SELECT event, actor, member_id FROM audit
     WHERE at >= ? AND at < ? AND event IN (${places(refusalEvents)})
     GROUP BY event, actor, member_id`,
    [written(from), written(until), ...refusalEvents],
  );
  return rows.map(({ event, actor, member_id: member }) => ({
    event,
    who: actor.startsWith('chat:') ? actor : `member:${member}`,
  }));
}

async function messages(tx: Transaction, { from, until }: Span): Promise<DayCount['sms']> {
  const row = await tx
    .createQueryBuilder(SmsMessage, 'sms')
    .select('COUNT(*)', 'sent')
    .addSelect("SUM(CASE WHEN sms.delivery = 'delivered' THEN 1 ELSE 0 END)", 'arrived')
    .addSelect(
      "SUM(CASE WHEN sms.delivery IN ('delivered', 'undelivered', 'blacklisted') THEN 1 ELSE 0 END)",
      'ended',
    )
    .addSelect('SUM(sms.priceRials)', 'cost')
    .where({ sentAt: MoreThanOrEqual(from) })
    .andWhere({ sentAt: LessThan(until) })
    .andWhere("sms.state <> 'refused'")
    .getRawOne<Record<'sent' | 'arrived' | 'ended' | 'cost', unknown>>();
  const cost = row?.cost ?? null;
  return {
    sent: Number(row?.sent ?? 0),
    arrived: Number(row?.arrived ?? 0),
    ended: Number(row?.ended ?? 0),
    cost: cost === null ? null : Number(cost),
  };
}
