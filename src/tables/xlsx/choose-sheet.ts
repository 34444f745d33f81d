import { headerWithin, type IsHeader } from '../cell.js';
import { BadTable } from '../fault.js';
import { sheetRows, type SheetReader } from './rows.js';
import type { Worksheet } from './workbook.js';

/** The sheet that holds the table: the one with the header and rows below it. Throws `BadTable` when there are several such. */
export async function chooseSheet(
  reader: SheetReader,
  sheets: readonly Worksheet[],
  isHeader: IsHeader,
): Promise<Worksheet> {
  const [first] = sheets;
  if (!first) throw new BadTable('file-not-table');
  if (sheets.length === 1) return first;
  const found: { sheet: Worksheet; hasRows: boolean }[] = [];
  for (const sheet of sheets) {
    const held = await peek(reader, sheet, isHeader);
    if (held) found.push({ sheet, hasRows: held === 'rows' });
  }
  const filled = found.filter(({ hasRows }) => hasRows);
  if (filled.length > 1) {
    throw new BadTable(
      'file-several-sheets',
      null,
      filled.map(({ sheet }) => sheet.name),
    );
  }
  return (filled[0] ?? found[0])?.sheet ?? first;
}

/** What the beginning of a sheet shows; null: no header, and none in a sheet that cannot be read. */
async function peek(
  reader: SheetReader,
  sheet: Worksheet,
  isHeader: IsHeader,
): Promise<'header' | 'rows' | null> {
  let [seen, headerFound] = [0, false];
  try {
    for await (const { rows } of sheetRows(reader, sheet)) {
      for (const { cells } of rows) {
        if (headerFound) return 'rows';
        headerFound = isHeader(cells);
        seen += 1;
        if (!headerFound && seen >= headerWithin) return null;
      }
    }
  } catch (error) {
    if (!(error instanceof BadTable)) throw error;
    return null;
  }
  return headerFound ? 'header' : null;
}
