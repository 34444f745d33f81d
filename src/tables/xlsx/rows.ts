import type { TableRow } from '../cell.js';
import type { TableLimits } from '../limits.js';
import { openArchive, type Archive } from './archive.js';
import { storeSharedTexts } from './shared-texts.js';
import { hearSheet } from './sheet.js';
import { makeTextStore, type TextStore } from './text-store.js';
import { readWorkbook } from './workbook.js';
import { parseXml } from './xml.js';

/** The rows of a workbook's first visible sheet, in batches. Throws `BadTable`. */
export async function* xlsxRows(
  { fd, folder }: { fd: number; folder: string },
  limits: TableLimits,
): AsyncGenerator<TableRow[]> {
  const archive = await openArchive(fd, limits);
  const texts = makeTextStore(folder);
  try {
    yield* sheetRows(archive, texts, limits);
  } finally {
    texts.close();
  }
}

async function* sheetRows(
  archive: Archive,
  texts: TextStore,
  limits: TableLimits,
): AsyncGenerator<TableRow[]> {
  const { sheet, sharedTexts, dayZero } = await readWorkbook(archive, limits.lineCharacters);
  if (sharedTexts && archive.has(sharedTexts)) {
    await storeSharedTexts(archive, sharedTexts, texts, limits.lineCharacters);
  }
  const rows: TableRow[] = [];
  const listener = hearSheet({ texts, limits, dayZero, onRow: (row) => rows.push(row) });
  const reading = parseXml(await archive.read(sheet), listener, limits.lineCharacters);
  while (!(await reading.next()).done) {
    if (rows.length > 0) yield rows.splice(0);
  }
}
