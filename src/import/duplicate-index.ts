import { openScratch } from '../tables/scratch.js';

/** A text that stands in a row of a file. */
export interface Place {
  text: string;
  /** Which row of the file it is, counted; several texts may be of one row. */
  row: number;
  /** Where whoever looks for the row finds it. */
  line: number;
}

/** Remembers in which line of a file a text stood first, in memory that does not grow with the file. */
export interface DuplicateIndex {
  /**
   * For each of these, in the order of the file, the line of the first earlier row with the same text; undefined where
   * there is none, and the text is remembered from then on.
   */
  mark(places: readonly Place[]): (number | undefined)[];
  close(): void;
}

/** What it remembers is kept in a nameless file in this folder. */
export function makeDuplicateIndex(folder: string): DuplicateIndex {
  const scratch = openScratch(folder);
  scratch.database.exec('CREATE TABLE seen (text TEXT PRIMARY KEY, line INTEGER, nth INTEGER) WITHOUT ROWID');
  const remember = scratch.database.prepare(rememberAll);
  const find = scratch.database.prepare(findEarlier);
  return {
    mark: (places) => {
      const given = JSON.stringify(places.map(({ text, line, row }) => [text, line, row]));
      // Most lists repeat nothing: whatever was remembered just now stood nowhere before.
      if (remember.run(given).changes === places.length) return places.map(() => undefined);
      const earlier = find.all(given) as { at: number; line: number }[];
      const lines = new Map(earlier.map(({ at, line }) => [at, line]));
      return places.map((_, at) => lines.get(at));
    },
    close: () => scratch.close(),
  };
}

const rememberAll = `
  INSERT INTO seen (text, line, nth) SELECT value->>0, value->>1, value->>2 FROM json_each(?)
  WHERE TRUE ON CONFLICT DO NOTHING`;

const findEarlier = `
  SELECT given.key AS at, seen.line AS line
  FROM json_each(?) given JOIN seen ON seen.text = given.value->>0
  WHERE seen.nth < given.value->>2`;
