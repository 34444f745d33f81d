import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ZipFile } from 'yazl';
import { readMembers, usualRules, type ImportRules } from '../../src/import/read-members.js';
import type { Reading } from '../../src/import/reading.js';
import { defaultInsuredCodePattern } from '../../src/identity/insured-code.js';
import { fixedParts } from '../../src/tables/write/xlsx-parts.js';
import { loadWords } from '../../src/words/load-words.js';
import { gathered, withTableFile } from '../support/table-file.js';

export const words = loadWords(fileURLToPath(new URL('../../locales/', import.meta.url)));

export const rules: ImportRules = usualRules(defaultInsuredCodePattern, words);

/** Reads a file wholly, as it comes from a chat. */
export const readAll = (
  name: string,
  bytes: Buffer | string,
  own: Partial<ImportRules> = {},
): Promise<Reading[]> =>
  withTableFile(bytes, name, (file) => gathered(readMembers(file, { ...rules, ...own })));

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
}

/** A workbook made by hand, so that it can be wrong in one place. */
export async function workbook({ rows = '', sharedTexts, since1904, others = {}, compress = true }: Parts) {
  const zip = new ZipFile();
  const parts: Record<string, string | null> = {
    ...fixedParts,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
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
