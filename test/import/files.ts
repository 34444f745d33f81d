import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ZipFile } from 'yazl';
import { readMembers, usualRules, type ImportRules } from '../../src/import/read-members.js';
import type { ReadBatch, Reading } from '../../src/import/reading.js';
import { defaultInsuredCodePattern } from '../../src/identity/insured-code.js';
import { fixedParts } from '../../src/tables/write/xlsx-parts.js';
import { loadWords } from '../../src/words/load-words.js';
import { handClock } from '../support/hand-clock.js';
import { withTableFile } from '../support/table-file.js';

export const words = loadWords(fileURLToPath(new URL('../../locales/', import.meta.url)));

/** In the middle of the year that the lists are about. */
export const rules: ImportRules = usualRules(
  defaultInsuredCodePattern,
  words,
  handClock(new Date('2025-10-01T08:30:00.000Z')),
);

/** Reads a file wholly, as it comes from a chat. */
export const readAll = async (bytes: Buffer | string, own: Partial<ImportRules> = {}): Promise<Reading[]> =>
  (await batchesOf(bytes, own)).flatMap(({ readings }) => readings);

export const batchesOf = (bytes: Buffer | string, own: Partial<ImportRules> = {}): Promise<ReadBatch[]> =>
  withTableFile(bytes, async (file) => {
    const batches: ReadBatch[] = [];
    for await (const batch of readMembers(file, { ...rules, ...own })) batches.push(batch);
    return batches;
  });

export const persianHeader = 'کد بیمه‌شده,کد ملی,شروع پوشش,پایان پوشش,شمارهٔ همراه,نام';
export const englishHeader = 'insured code,national id,cover from,cover to,mobile,name';

/** Text in the code page of a Persian Windows, for the letters that the tests use. */
export function inWindows1256(text: string): Buffer {
  const decoder = new TextDecoder('windows-1256');
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Buffer.from([byte])), byte]),
  );
  const letters = Array.from(text.replaceAll('ی', 'ي'));
  return Buffer.from(letters.map((letter) => byteOf.get(letter) ?? Number(byteOf.get('?'))));
}

/** A cell: `t` is its type as the format names it. */
export const cell = (place: string, value: string, t = 'n'): string =>
  t === 'inlineStr'
    ? `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
    : `<c r="${place}" t="${t}"><v>${value}</v></c>`;

export const textRow = (line: number, values: readonly string[]): string =>
  row(
    line,
    values.map((value, column) => cell('ABCDEFGH'.charAt(column) + String(line), value, 'inlineStr')),
  );

export const row = (line: number, cells: readonly string[]): string =>
  `<row r="${line}">${cells.join('')}</row>`;

export const headerRow = textRow(1, englishHeader.split(','));

export interface Parts {
  /** What stands between the tags of `sheetData`. */
  rows?: string;
  sharedTexts?: string[];
  since1904?: boolean;
  /** Parts to be put in place of the usual ones; null leaves one out. */
  others?: Record<string, string | null>;
  compress?: boolean;
  /** In their order; the first one holds `rows`, unless it says otherwise. */
  sheets?: { name: string; rows?: string; attributes?: string; kind?: string }[];
  /** Number formats that cells name as their style, from 1. */
  formats?: string[];
}

/** A workbook made by hand, so that it can be wrong in one place. */
export async function workbook({
  rows = '',
  sharedTexts,
  since1904,
  others = {},
  compress = true,
  sheets,
  formats,
}: Parts) {
  const zip = new ZipFile();
  const parts: Record<string, string | null> = {
    ...fixedParts,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...(sheets ? sheetParts(sheets, rows) : {}),
    ...(formats ? { 'xl/styles.xml': stylesOf(formats) } : {}),
    ...others,
  };
  if (since1904) {
    parts['xl/workbook.xml'] = `${parts['xl/workbook.xml']}`.replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    );
  }
  if (sharedTexts) {
    const relation =
      '<Relationship Id="rId9" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>';
    const relations = 'xl/_rels/workbook.xml.rels';
    parts[relations] = `${parts[relations]}`.replace('</Relationships>', relation);
    parts['xl/sharedStrings.xml'] = `<sst>${sharedTexts.map((text) => `<si>${text}</si>`).join('')}</sst>`;
  }
  for (const [name, text] of Object.entries(parts)) {
    if (text !== null) zip.addBuffer(Buffer.from(text), name, { compress });
  }
  zip.end();
  return buffer(zip.outputStream);
}

function sheetParts(sheets: NonNullable<Parts['sheets']>, first: string): Record<string, string> {
  const entries = sheets.map(
    ({ name, attributes = '' }, at) =>
      `<sheet name="${name}" ${attributes} sheetId="${at + 1}" r:id="s${at}"/>`,
  );
  const relations = sheets.map(
    ({ kind = 'worksheet' }, at) =>
      `<Relationship Id="s${at}" Type="x/${kind}" Target="${kind}s/sheet${at + 1}.xml"/>`,
  );
  const parts = sheets.map(({ rows, kind = 'worksheet' }, at): [string, string] => [
    `xl/${kind}s/sheet${at + 1}.xml`,
    kind === 'worksheet'
      ? `<worksheet><sheetData>${rows ?? (at === 0 ? first : '')}</sheetData></worksheet>`
      : '<chartsheet/>',
  ]);
  return {
    'xl/workbook.xml': `<workbook><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...Object.fromEntries(parts),
  };
}

const stylesOf = (formats: string[]): string =>
  `<styleSheet><numFmts>${formats
    .map(
      (code, at) =>
        `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"/>`,
    )
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="164"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
    .map((_, at) => `<xf numFmtId="${164 + at}"/>`)
    .join('')}</cellXfs></styleSheet>`;
