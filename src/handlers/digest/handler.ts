import { startOfDay } from '../../calendar/tehran.js';
import type { Sealer } from '../../audit/sealer.js';
import type { InTransaction, Transaction } from '../../db/transaction.js';
import { countStats } from '../../reports/count-stats.js';
import { spanOf } from '../../reports/reset-list.js';
import { makeStatsStore } from '../../reports/stats-store.js';
import type { Counted } from '../../reports/stats.js';
import type { Chats } from '../../reset/ports.js';
import type { ProviderStanding, SmsGateway } from '../../sms/gateway.js';
import type { SmsBook } from '../../sent-messages/sent-messages.js';
import { codesIn, costOf } from '../../sent-messages/tallies.js';
import type { Digest } from '../../staff/events.js';
import type { StaffRoom } from '../../staff/services.js';
import type { DigestOrder } from './enqueue.js';
import type { Performer } from '../../outbox/handler.js';

/** Where the numbers of a digest stand, within one transaction. */
export interface DigestRooms {
  chats: Chats;
  sealer: Pick<Sealer, 'head'>;
  smsBook: SmsBook;
  staff: Pick<StaffRoom, 'people' | 'resets' | 'requests'>;
}

export interface MorningDigestParts {
  sms: Pick<SmsGateway, 'standings'>;
  inTransaction: InTransaction;
  rooms: (tx: Transaction) => DigestRooms;
}

interface Gathered {
  stats: Counted;
  standings: readonly ProviderStanding[];
}

const mostReasons = 3;

/** Tells supervisors and owners what yesterday was like, and keeps the head of the trail's chain in their chats. */
export function makeMorningDigestPerformer(parts: MorningDigestParts): Performer<DigestOrder, Gathered> {
  const { sms, inTransaction, rooms } = parts;
  return {
    ...{ atOnce: 1, leaseMs: 60_000, tries: 3, afterCrash: 'repeat' },
    kind: 'morning-digest',
    async perform({ day }) {
      const read = () => inTransaction((tx) => makeStatsStore(tx).day(spanOf(day, day)));
      const stats = await countStats(day, day, read);
      return { kind: 'done', result: { stats, standings: await sms.standings() } };
    },
    async settle(tx, { day }, gathered) {
      const within = rooms(tx);
      const digest = await made(within, day, gathered);
      for (const chatKey of await within.staff.people.chatsOf('supervisor')) {
        await within.chats.tell(chatKey, { kind: 'staff-digest', ...digest }, `digest:${day}:${chatKey}`);
      }
    },
    givenUp: () => null,
  };
}

async function made(
  { sealer, smsBook, staff }: DigestRooms,
  day: DigestOrder['day'],
  { stats, standings }: Gathered,
): Promise<Digest> {
  const { from, until } = spanOf(day, day);
  const tallies = await smsBook.tally(from, until);
  return {
    at: startOfDay(day).getTime(),
    done: stats.reached.done,
    givenBack: await staff.resets.countGivenBack(from, until),
    waiting: await staff.resets.countLeftToStaff(),
    ...codesIn(tallies),
    cost: costOf(tallies),
    refusals: stats.refusals.slice(0, mostReasons),
    requests: await staff.requests.countOpen(),
    credit: standings.flatMap(({ name, credit }) => (credit ? [{ name, ...credit }] : [])),
    head: await sealer.head(),
  };
}
