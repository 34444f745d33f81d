import { person } from '../../playground/cast.js';
import { headerRow, inWindows1256, persianHeader, textRow, workbook } from './files.js';

export const sara = person('sara');
export const values = [sara.insuredCode, sara.nationalId, '1404/01/01', '1404/12/29', sara.phone, sara.name];
export const line = values.join(',');
export const text = `${persianHeader}\r\n${line}\r\n`;
export const sheet = headerRow + textRow(2, values);
export const sheetPart = 'xl/worksheets/sheet1.xml';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** The beginning of a compound file with one entry in its directory. */
function compound(entry: string): Buffer {
  const file = Buffer.alloc(1_024);
  file.write('d0cf11e0a1b11ae1', 'hex');
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(0, 48);
  file.write(entry, 512, 'utf16le');
  return file;
}

export const whole = () => workbook({ rows: sheet });
const withPart = (part: string, xml: string | null) => workbook({ rows: sheet, others: { [part]: xml } });

const binaryWorkbook = () =>
  workbook({
    others: {
      'xl/workbook.xml': null,
      '_rels/.rels':
        '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      'xl/workbook.bin': '\0',
    },
  });

const twoLists = () =>
  workbook({ rows: sheet, sheets: [{ name: 'پارسال' }, { name: 'امسال', rows: sheet }] });

/** Says of one byte, counted from the file's first occurrence of a text, that it is another. */
export function changed(file: Buffer, near: string, distance: number, byte: number): Buffer {
  const copy = Buffer.from(file);
  copy[copy.indexOf(near) + distance] = byte;
  return copy;
}

/** Nobody who opens it sees both. */
async function withSheetTwice(): Promise<Buffer> {
  const other = 'xl/worksheets/SHEET1.xml';
  return withPart(other, `<worksheet><sheetData>${sheet.replace(sara.phone, '')}</sheetData></worksheet>`);
}

/** UTF-32, the little end first, with its mark. */
const inFourBytes = (letters: string): Buffer =>
  Buffer.from(Uint32Array.from(Array.from(`\uFEFF${letters}`, (letter) => letter.codePointAt(0)!)).buffer);

/** What the file is, what is in it, and why it is refused. */
export type BadFile = [
  what: string,
  bytes: () => Buffer | string | Promise<Buffer>,
  kind: string,
  line?: number,
];

/** Files of which nothing can be taken. */
export const badFiles: BadFile[] = [
  ['nothing', () => '', 'file-empty'],
  ['a workbook of nothing', () => '', 'file-empty'],
  ['blank lines only', () => '\r\n \r\n,,,\r\n', 'file-header-missing'],
  ['names of columns only', () => persianHeader, 'file-no-rows'],
  ['names of columns only, in a workbook', () => workbook({ rows: headerRow }), 'file-no-rows'],
  ['no names of columns', () => `${line}\n${line}`, 'file-header-missing'],
  ['a letter instead of a list', () => 'با سلام و احترام\nفهرست پیوست است.', 'file-header-missing'],
  ['no national IDs', () => 'کد بیمه‌شده,شروع پوشش,پایان پوشش\n1,2,3', 'file-columns-missing'],
  ['a column given twice', () => `${persianHeader},کد ملی\n${line},1`, 'file-column-twice'],
  ['a column under two names', () => `${persianHeader},national id\n${line},1`, 'file-column-twice'],
  ['a picture', () => png, 'file-not-table'],
  ['a letter as a PDF file', () => '%PDF-1.7\n%\0\0', 'file-not-table'],
  ['old Excel', () => compound('Workbook'), 'file-old-excel'],
  ['older Excel', () => compound('Book'), 'file-old-excel'],
  ['Excel from before the compound files', () => Buffer.from('0900040000001000', 'hex'), 'file-old-excel'],
  ['a workbook with a password', () => compound('EncryptedPackage'), 'file-locked'],
  ['an old letter', () => compound('WordDocument'), 'file-not-table'],
  [
    'a workbook with a password of the zip file',
    async () => changed(await whole(), 'PK\x01\x02', 8, 1),
    'file-locked',
  ],
  ['a binary workbook', binaryWorkbook, 'file-binary-excel'],
  [
    'a table of LibreOffice',
    () => withPart('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'),
    'file-open-document',
  ],
  [
    'a page called a table',
    () => '\uFEFF\r\n<html><table><tr><td>1</td></tr></table></html>',
    'file-web-page',
  ],
  [
    'a table of LibreOffice in one XML file',
    () => '<?xml version="1.0"?>\n<office:document xmlns:office="o"/>',
    'file-open-document',
  ],
  ['Excel’s XML of 2003', () => '<?xml version="1.0"?><Workbook></Workbook>', 'file-web-page'],
  [
    'wide text that breaks off',
    () => Buffer.from(`\uFEFF${text}`, 'utf16le').subarray(0, -1),
    'file-cut-short',
  ],
  ['members above the names of the columns', () => `${line}\n${text}`, 'file-header-below', 2],
  ['two sheets with a list each', twoLists, 'file-several-sheets'],
  ['a zero in a text', () => `${text}\0`, 'file-not-table'],
  ['one letter of UTF-8 broken', () => changed(Buffer.from(text), sara.name, 1, 0x20), 'file-encoding-mixed'],
  [
    'UTF-8 and Windows letters together',
    () => Buffer.concat([Buffer.from(text), inWindows1256('سارا')]),
    'file-encoding-mixed',
  ],
  ['a text cut within a letter', () => Buffer.from(text.trimEnd()).subarray(0, -1), 'file-cut-short'],
  ['a quote never closed', () => `${text}"${line}\r\n${line}\r\n`, 'file-quote-open', 3],
  ['a workbook cut in half', async () => (await whole()).subarray(0, 900), 'file-cut-short'],
  ['a workbook without its last byte', async () => (await whole()).subarray(0, -1), 'file-cut-short'],
  ['the first four bytes of a workbook', () => 'PK\x03\x04', 'file-cut-short'],
  ['a workbook with a damaged sheet', async () => changed(await whole(), sheetPart, 60, 0xff), 'file-broken'],
  [
    'a workbook with a damaged list of contents',
    async () => changed(await whole(), 'PK\x01\x02', 0, 0),
    'file-broken',
  ],
  ['some other zip file', () => withPart('xl/workbook.xml', null), 'file-not-table'],
  ['a workbook without relations', () => withPart('xl/_rels/workbook.xml.rels', null), 'file-not-table'],
  ['a workbook without its sheet', () => withPart(sheetPart, null), 'file-not-table'],
  ['a workbook of no sheets', () => withPart('xl/workbook.xml', '<workbook/>'), 'file-not-table'],
  ['a sheet that breaks off', () => withPart(sheetPart, `<worksheet><sheetData>${sheet}`), 'file-broken'],
  ['a sheet that is no XML', () => withPart(sheetPart, text), 'file-broken'],
  ['a sheet with tags crossed', () => withPart(sheetPart, '<a><b></a></b>'), 'file-broken'],
  ['a sheet of nothing', () => withPart(sheetPart, ''), 'file-broken'],
  [
    'a sheet not in UTF-8',
    () => withPart(sheetPart, '<?xml version="1.0" encoding="UTF-16"?><a>\0</a>'),
    'file-broken',
  ],
  [
    'a sheet with a document type',
    () => withPart(sheetPart, `<!DOCTYPE a><worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    'file-broken',
  ],
  [
    'entities that multiply',
    () => withPart(sheetPart, '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;&b;</a>'),
    'file-broken',
  ],
  ['an entity that nobody defined', () => withPart(sheetPart, '<a>&b;</a>'), 'file-broken'],
  ['a sheet twice in the archive', withSheetTwice, 'file-broken'],
  [
    'a page before a workbook',
    async () => Buffer.concat([Buffer.from('\uFEFF\r\n'), await whole()]),
    'file-broken',
  ],
  ['a letter as rich text', () => '{\\rtf1\\ansi', 'file-not-table'],
  [
    'a table of old exchange, SYLK',
    () => `ID;PSheetJS\r\nC;Y1;X1;K"${persianHeader}"\r\nE`,
    'file-not-table',
  ],
  ['a table of old exchange, DIF', () => `TABLE\r\n0,1\r\n"EXCEL"\r\n${text}`, 'file-not-table'],
  ['text of four bytes a letter', () => inFourBytes(text), 'file-encoding-mixed'],
  ['a sheet without rows', () => workbook({}), 'file-header-missing'],
];
