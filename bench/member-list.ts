import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { jalaliOf } from '../src/calendar/jalali.js';
import { dayInTehran } from '../src/calendar/tehran.js';
import { writeCsv } from '../src/tables/write/csv.js';
import { fixedParts } from '../src/tables/write/xlsx-parts.js';

const header = ['insured code', 'national id', 'cover from', 'cover to', 'mobile', 'name'];

/**
 * Made-up members: every code, ID and mobile another one, the days the same for all. Their cover is of this year, since
 * one that is over is told of in every row.
 */
export function* members(count: number): Generator<string[]> {
  const { year } = jalaliOf(dayInTehran(new Date()));
  yield header;
  for (let n = 0; n < count; n += 1) {
    const nationalId = withCheckDigit(String(1_000_000 + n).padStart(9, '0'));
    const mobile = `09${String(120_000_000 + n * 7).padStart(9, '0')}`;
    yield [String(3_100_000 + n), nationalId, `${year}/01/01`, `${year}/12/29`, mobile, `member ${n}`];
  }
}

function withCheckDigit(digits: string): string {
  const sum = Array.from(digits, Number).reduce((total, digit, place) => total + digit * (10 - place), 0);
  return digits + String(sum % 11 < 2 ? sum % 11 : 11 - (sum % 11));
}

export const writeText = (path: string, count: number): Promise<void> =>
  pipeline(Readable.from(writeCsv(members(count))), createWriteStream(path));

/** A workbook as Excel writes it: all texts in one part, in the order of their first use, and only numbers in the sheet. */
export async function writeWorkbook(path: string, count: number): Promise<void> {
  const zip = new ZipFile();
  const relations = 'xl/_rels/workbook.xml.rels';
  const shared =
    '<Relationship Id="rId9" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>';
  for (const [name, text] of Object.entries(fixedParts)) {
    const own = name === relations ? text.replace('</Relationships>', shared) : text;
    zip.addBuffer(Buffer.from(own), name);
  }
  zip.addReadStream(Readable.from(inChunks(sharedTexts(count))), 'xl/sharedStrings.xml');
  zip.addReadStream(Readable.from(inChunks(sheet(count))), 'xl/worksheets/sheet1.xml');
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

function* sharedTexts(count: number): Generator<string> {
  yield '<sst>';
  for (const row of numberedTexts(count)) {
    for (const { text, isNew } of row) if (isNew) yield `<si><t>${text}</t></si>`;
  }
  yield '</sst>';
}

function* sheet(count: number): Generator<string> {
  yield '<worksheet><sheetData>';
  let line = 0;
  for (const row of numberedTexts(count)) {
    line += 1;
    const cells = row.map(
      ({ number }, column) => `<c r="${'ABCDEF'.charAt(column)}${line}" t="s"><v>${number}</v></c>`,
    );
    yield `<row r="${line}" spans="1:6">${cells.join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

/** The cells of each row with the numbers of their texts. Only days come twice, so only they are remembered. */
function* numberedTexts(count: number): Generator<{ text: string; number: number; isNew: boolean }[]> {
  const days = new Map<string, number>();
  let next = 0;
  for (const row of members(count)) {
    yield row.map((text) => {
      const known = days.get(text);
      const number = known ?? next++;
      if (text.includes('/')) days.set(text, number);
      return { text, number, isNew: known === undefined };
    });
  }
}

function* inChunks(pieces: Iterable<string>): Generator<Buffer> {
  let chunk: string[] = [];
  for (const piece of pieces) {
    chunk.push(piece);
    if (chunk.length < 1_000) continue;
    yield Buffer.from(chunk.join(''));
    chunk = [];
  }
  yield Buffer.from(chunk.join(''));
}
