import type { Value } from '../tables/write/csv.js';
import type { ChainedEntry } from './store.js';

/** The same names in every language: the file is for programs, and for whoever checks the chain elsewhere. */
const columns = [
  ...[
    'sequence',
    'id',
    'at',
    'event',
    'actor',
    'member',
    'reference',
    'detail',
    'writer',
    'number',
    'confirms',
    'mac',
  ],
  ...['hash_before', 'hash'],
];

/** Reads sealed lines after this place, in a transaction of its own. */
export type ReadLines = (sequence: number) => Promise<ChainedEntry[]>;

/**
 * Lines of the trail from one place to another, without a gap, as rows of a table. Each row has all that its hash is
 * made of, the hash of the line before included, so that the chain can be checked without our database.
 */
export async function* trailRows(
  { first, last }: { first: number; last: number },
  before: string,
  read: ReadLines,
): AsyncGenerator<Value[]> {
  yield columns;
  let [place, hash] = [first - 1, before];
  for (let lines = await read(place); lines.length > 0 && place < last; lines = await read(place)) {
    for (const line of lines) {
      if (line.sequence > last) return;
      const { id, at, event, actor, memberId, reference, detail } = line;
      const { writer, number, confirms, mac } = line;
      const signature = mac === null ? [null, null, null, null] : [writer, number, confirms, mac];
      const told = [line.sequence, id, at.toISOString(), event, actor, memberId, reference, detail];
      yield [...told, ...signature, hash, line.hash];
      [place, hash] = [line.sequence, line.hash];
    }
  }
}
