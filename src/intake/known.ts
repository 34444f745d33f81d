import type { Transaction } from '../db/transaction.js';
import { chatsOf, type Arrival } from './inbox.js';

/** What of this has been written down before. */
export interface Known {
  /** Of updates or events, within their source. */
  ids: ReadonlySet<string>;
  /** Chats that have a row. */
  chats: ReadonlySet<string>;
}

const marks = (values: readonly string[]): string => values.map(() => '?').join(', ');

/** Looks in one statement. All of it is from one source. */
export async function readKnown(
  tx: Transaction,
  arrivals: readonly Pick<Arrival, 'source' | 'id' | 'chatKey'>[],
): Promise<Known> {
  const [first] = arrivals;
  if (!first) return { ids: new Set(), chats: new Set() };
  const ids = arrivals.map(({ id }) => id);
  const chats = chatsOf(arrivals);
  const rows = await tx.query<{ id: string | null; chat: string | null }[]>(
    `SELECT update_id AS id, NULL AS chat FROM inbox WHERE source = ? AND update_id IN (${marks(ids)}) ` +
      `UNION ALL SELECT NULL AS id, \`key\` AS chat FROM chats WHERE \`key\` IN (${marks(chats)})`,
    [first.source, ...ids, ...chats],
  );
  return {
    ids: new Set(rows.flatMap(({ id }) => id ?? [])),
    chats: new Set(rows.flatMap(({ chat }) => chat ?? [])),
  };
}
