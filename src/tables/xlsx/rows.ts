import type { DayNumbering, HeaderLikeness, TableBatch, TableRow } from '../cell.js';
import type { TableLimits } from '../limits.js';
import { openArchive, type Archive } from './archive.js';
import { chooseSheet } from './choose-sheet.js';
import { storeSharedTexts } from './shared-texts.js';
import { hearSheet } from './sheet.js';
import { readDigitFormats, type DigitFormats } from './styles.js';
import { makeTextStore, type TextStore } from './text-store.js';
import { readWorkbook, type Worksheet } from './workbook.js';
import { parseXml } from './xml.js';

/** The rows of the one visible worksheet that has the header, or else comes nearest, in batches. Throws `BadTable`. */
export async function* xlsxRows(
  { fd, folder }: { fd: number; folder: string },
  limits: TableLimits,
  likeness: HeaderLikeness,
): AsyncGenerator<TableBatch> {
  const archive = await openArchive(fd, limits);
  const texts = makeTextStore(folder);
  try {
    yield* workbookRows(archive, texts, limits, likeness);
  } finally {
    texts.close();
  }
}

/** What the rows of any sheet of a workbook are read with. */
export interface SheetReader {
  archive: Archive;
  texts: TextStore;
  formats: DigitFormats;
  limits: TableLimits;
  days: DayNumbering;
}

async function* workbookRows(
  archive: Archive,
  texts: TextStore,
  limits: TableLimits,
  likeness: HeaderLikeness,
): AsyncGenerator<TableBatch> {
  const { sheets, sharedTexts, styles, days } = await readWorkbook(archive, limits.lineCharacters);
  const bytesOfTexts = sharedTexts ? archive.sizeOf(sharedTexts) : 0;
  if (sharedTexts) {
    const storing = storeSharedTexts(archive, sharedTexts, texts, limits.lineCharacters);
    while (!(await storing.next()).done);
  }
  const formats = styles ? await readDigitFormats(archive, styles, limits.lineCharacters) : () => undefined;
  const reader: SheetReader = { archive, texts, formats, limits, days };
  const sheet = await chooseSheet(reader, sheets, likeness);
  const bytes = bytesOfTexts + archive.sizeOf(sheet.part);
  for await (const { rows, bytes: ofSheet, hiddenColumns } of sheetRows(reader, sheet)) {
    yield { rows, sheet: sheet.name, read: Math.min(1, (bytesOfTexts + ofSheet) / bytes), hiddenColumns };
  }
}

/** The rows of one sheet, as its bytes come; `bytes`: how many have come. */
export async function* sheetRows(
  { archive, ...reader }: SheetReader,
  { part }: Worksheet,
): AsyncGenerator<{ rows: TableRow[]; bytes: number; hiddenColumns: ReadonlySet<number> }> {
  const rows: TableRow[] = [];
  const hiddenColumns = new Set<number>();
  const listener = hearSheet({
    ...reader,
    onRow: (row) => rows.push(row),
    onHiddenColumn: (column) => hiddenColumns.add(column),
  });
  const source = { bytes: 0 };
  const reading = parseXml(counted(await archive.read(part), source), listener, reader.limits.lineCharacters);
  try {
    while (!(await reading.next()).done) {
      if (rows.length > 0) yield { rows: rows.splice(0), bytes: source.bytes, hiddenColumns };
    }
  } finally {
    // Whoever has seen enough leaves early; the stream is to know.
    await reading.return(undefined);
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, source: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    source.bytes += chunk.length;
    yield chunk;
  }
}
