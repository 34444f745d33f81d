import { startOfDay } from '../../calendar/tehran.js';
import type { AuditChain } from '../../audit/sealer.js';
import type { TransactionRunner, Transaction } from '../../db/transaction.js';
import { countStats } from '../../reports/count-stats.js';
import { spanOf } from '../../reports/reset-list.js';
import { makeStatsStore } from '../../reports/stats-store.js';
import type { Counted } from '../../reports/stats.js';
import type { Tell } from '../../chats/tell.js';
import type { ProviderStatus, SmsGateway } from '../../sms/gateway.js';
import type { SentMessages } from '../../sent-messages/sent-messages.js';
import { codesIn, costOf } from '../../sent-messages/counts.js';
import type { DailyDigest, StaffEvent } from '../../staff/events.js';
import type { People } from '../../people/people.js';
import type { StaffRequests } from '../../requests/requests.js';
import type { StaffServices } from '../../staff/services.js';
import type { DigestJob } from './enqueue.js';
import type { JobHandler } from '../../outbox/handler.js';

/** Where the numbers of a digest stand, within one transaction. */
export interface DigestServices {
  chats: Tell<StaffEvent>;
  auditChain: Pick<AuditChain, 'head'>;
  people: Pick<People, 'chatsOf'>;
  requests: Pick<StaffRequests, 'countOpen'>;
  sentMessages: SentMessages;
  staff: Pick<StaffServices, 'recoveries'>;
}

export interface MorningDigestParts {
  sms: Pick<SmsGateway, 'statuses'>;
  inTransaction: TransactionRunner;
  services: (tx: Transaction) => DigestServices;
}

interface Gathered {
  stats: Counted;
  statuses: readonly ProviderStatus[];
}

const mostReasons = 3;

/** Tells supervisors and owners what yesterday was like, and keeps the head of the trail's chain in their chats. */
export function makeMorningDigestHandler(parts: MorningDigestParts): JobHandler<DigestJob, Gathered> {
  const { sms, inTransaction, services } = parts;
  return {
    concurrency: 1,
    waitsOutside: false,
    leaseMs: 60_000,
    tries: 3,
    onWorkerDeath: 'retry',
    kind: 'morning-digest',
    async run({ day }) {
      const read = () => inTransaction((tx) => makeStatsStore(tx).day(spanOf(day, day)));
      const stats = await countStats(day, day, read);
      return { kind: 'done', result: { stats, statuses: await sms.statuses() } };
    },
    async onResult(tx, { day }, gathered) {
      const within = services(tx);
      const digest = await made(within, day, gathered);
      for (const chatKey of await within.people.chatsOf('supervisor')) {
        await within.chats.tell(chatKey, { kind: 'staff-digest', ...digest }, `digest:${day}:${chatKey}`);
      }
    },
    onExhausted: () => null,
  };
}

async function made(
  { auditChain, sentMessages, staff, requests }: DigestServices,
  day: DigestJob['day'],
  { stats, statuses }: Gathered,
): Promise<DailyDigest> {
  const { from, until } = spanOf(day, day);
  const counts = await sentMessages.counts(from, until);
  return {
    at: startOfDay(day).getTime(),
    done: stats.reached.done,
    givenBack: await staff.recoveries.countGivenBack(from, until),
    waiting: await staff.recoveries.countLeftToStaff(),
    ...codesIn(counts),
    cost: costOf(counts),
    refusals: stats.refusals.slice(0, mostReasons),
    requests: await requests.countOpen(),
    credit: statuses.flatMap(({ name, credit }) => (credit ? [{ name, ...credit }] : [])),
    head: await auditChain.head(),
  };
}
