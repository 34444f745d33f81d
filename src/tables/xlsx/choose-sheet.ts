import { headerWithin, type HeaderLikeness } from '../cell.js';
import { BadTable } from '../fault.js';
import { sheetRows, type SheetReader } from './rows.js';
import type { Worksheet } from './workbook.js';

/**
 * The sheet that holds the table: the one with the header and rows below it; where none has it, the one that comes
 * nearest, so that what is said of it is about the list and not about its cover page. Throws `BadTable` when there are
 * several tables.
 */
export async function chooseSheet(
  reader: SheetReader,
  sheets: readonly Worksheet[],
  likeness: HeaderLikeness,
): Promise<Worksheet> {
  const [first] = sheets;
  if (!first) throw new BadTable('file-not-table');
  if (sheets.length === 1) return first;
  const seen: { sheet: Worksheet; begins: Beginning }[] = [];
  for (const sheet of sheets) seen.push({ sheet, begins: await peek(reader, sheet, likeness) });
  const filled = seen.filter(({ begins }) => begins.hasRows);
  if (filled.length > 1) {
    throw new BadTable(
      'file-several-sheets',
      null,
      filled.map(({ sheet }) => sheet.name),
    );
  }
  const nearest = Math.max(...seen.map(({ begins }) => begins.likeness));
  return (filled[0] ?? seen.find(({ begins }) => begins.likeness === nearest))?.sheet ?? first;
}

/** What the beginning of a sheet shows. */
interface Beginning {
  /** Of the row that comes nearest to the header. */
  likeness: number;
  /** Below the header. */
  hasRows: boolean;
}

/** A sheet that cannot be read shows nothing. */
async function peek(reader: SheetReader, sheet: Worksheet, likeness: HeaderLikeness): Promise<Beginning> {
  let [seen, nearest] = [0, 0];
  try {
    for await (const { rows } of sheetRows(reader, sheet)) {
      for (const { cells } of rows) {
        if (nearest === 1) return { likeness: 1, hasRows: true };
        nearest = Math.max(nearest, likeness(cells));
        seen += 1;
        if (nearest < 1 && seen >= headerWithin) return { likeness: nearest, hasRows: false };
      }
    }
  } catch (error) {
    if (!(error instanceof BadTable)) throw error;
    return { likeness: 0, hasRows: false };
  }
  return { likeness: nearest, hasRows: false };
}
