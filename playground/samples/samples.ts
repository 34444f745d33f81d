import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { dayInTehran } from '../../src/calendar/tehran.js';
import type { Clock } from '../../src/clock.js';
import { allColumns } from '../../src/import/columns/names.js';
import { writeCsv } from '../../src/tables/write/csv.js';
import { writeXlsx } from '../../src/tables/write/xlsx.js';
import type { Words } from '../../src/words/words.js';
import type { CastMember } from '../cast.js';
import type { HandedFile } from '../server/stage.js';
import { faultyRows, listRows, longRows, type ListRow } from './rows.js';

/** Lists of members, ready to be sent to the bot. Everybody in them is invented. */
export interface Samples {
  readonly names: readonly string[];
  /** The file as it would be written today; null for a name that is none of these. */
  file(name: string): Promise<HandedFile | null>;
}

interface Sample {
  rows: (cast: readonly CastMember[], today: string) => ListRow[];
  format: keyof typeof formats;
}

const samples: Readonly<Record<string, Sample>> = {
  'members.csv': { rows: listRows, format: 'csv' },
  'members.xlsx': { rows: listRows, format: 'xlsx' },
  'members-faulty.csv': { rows: faultyRows, format: 'csv' },
  'members-2000.csv': { rows: (_cast, today) => longRows(2_000, today), format: 'csv' },
};

export function makeSamples(house: { cast: readonly CastMember[]; clock: Clock; words: Words }): Samples {
  const { cast, clock, words } = house;
  const header = allColumns.map((column) => words.plain('fa', `import-column-${column}`));
  return {
    names: Object.keys(samples),
    file: async (name) => {
      const sample = Object.hasOwn(samples, name) ? samples[name] : undefined;
      if (!sample) return null;
      const rows = sample.rows(cast, dayInTehran(clock.now()));
      const { mime, write } = formats[sample.format];
      return { name, mime, bytes: await buffer(write([header, ...rows.map((row) => [...row])])) };
    },
  };
}

/** As the product itself writes tables. */
const formats = {
  csv: {
    mime: 'text/csv',
    write: (rows: string[][]) => Readable.from(writeCsv(rows), { objectMode: false }),
  },
  xlsx: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (rows: string[][]) => writeXlsx(rows, { rightToLeft: true, widths: allColumns.map(() => 18) }),
  },
};
