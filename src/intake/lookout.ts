import { InboxEntry } from '../../entities/inbox-entry.js';
import type { Clock } from '../clock.js';
import type { Transaction, TransactionRunner } from '../db/transaction.js';
import { second } from '../durations.js';
import type { OutageLog } from '../outage-log.js';
import { describeError } from '../safe-error.js';
import type { ChatQueue } from './chat-queue.js';
import { putOffAtMost } from './retry-waits.js';

/** How often to look for what nobody here was told of: rows of other replicas and of the dead, and what has become due. */
const lookAgainMs = 2 * second;
/** While there is more than one look shows. */
const lookOnMs = 50;
/** Entries at one look. */
const page = 256;

export interface LookoutParts {
  inStatement: TransactionRunner;
  clock: Clock;
  chatQueue: ChatQueue;
  /** Hears whether the database is reached. */
  reach: OutageLog;
}

/** Looks for chats that have something due, and has them stand in the queue. Looks at once when it starts. */
export function makeLookout({ inStatement, clock, chatQueue, reach }: LookoutParts) {
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  let watching = false;
  let last: Place | null = null;

  const look = async (): Promise<void> => {
    try {
      // What stands already is more than a look shows.
      if (chatQueue.length() < page) {
        last = await lookFrom(last);
        reach.back();
      }
    } catch (error) {
      reach.out({ fault: describeError(error) });
      last = null;
    }
    if (watching) timer = setTimeout(begin, last ? lookOnMs : lookAgainMs);
  };
  const lookFrom = async (from: Place | null): Promise<Place | null> => {
    const found = await inStatement((tx) => dueEntries(tx, clock.now(), from));
    for (const { chatKey } of found) chatQueue.offer(chatKey);
    return found.length < page ? null : (found.at(-1) ?? null);
  };
  const begin = (): void => {
    looking = look();
  };
  return {
    start(): void {
      watching = true;
      begin();
    },
    async stop(): Promise<void> {
      watching = false;
      clearTimeout(timer);
      await looking;
    },
  };
}

/** Where a look has ended, so that the next one goes on there: what it has shown may be in the hands of others for long. */
type Place = Pick<InboxEntry, 'id' | 'dueAt'>;

/** What is due, the longest first. */
export function dueEntries(
  tx: Transaction,
  now: Date,
  after: Place | null,
): Promise<Pick<InboxEntry, 'id' | 'dueAt' | 'chatKey'>[]> {
  const query = tx
    .createQueryBuilder(InboxEntry, 'entry')
    .select(['entry.id', 'entry.dueAt', 'entry.chatKey'])
    .where("entry.state = 'waiting' AND (entry.dueAt <= :now OR entry.dueAt > :atMost)", {
      now,
      atMost: putOffAtMost(now),
    })
    .orderBy('entry.dueAt')
    .addOrderBy('entry.id')
    .limit(page);
  if (after)
    query.andWhere('(entry.dueAt > :dueAt OR (entry.dueAt = :dueAt AND entry.id > :id))', { ...after });
  return query.getMany();
}
