import { person } from '../../playground/cast.js';
import { headerRow, inWindows1256, persianHeader, textRow, workbook } from './files.js';

export const sara = person('sara');
export const values = [sara.insuredCode, sara.nationalId, '1404/01/01', '1404/12/29', sara.phone, sara.name];
export const line = values.join(',');
export const text = `${persianHeader}\r\n${line}\r\n`;
export const sheet = headerRow + textRow(2, values);
export const sheetPart = 'xl/worksheets/sheet1.xml';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const oldExcel = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export const whole = () => workbook({ rows: sheet });
const withPart = (part: string, xml: string | null) => workbook({ rows: sheet, others: { [part]: xml } });

/** Says of one byte, counted from the file's first occurrence of a text, that it is another. */
export function changed(file: Buffer, near: string, distance: number, byte: number): Buffer {
  const copy = Buffer.from(file);
  copy[copy.indexOf(near) + distance] = byte;
  return copy;
}

/** What the file is, its name, what is in it, and why it is refused. */
export type BadFile = [
  what: string,
  name: string,
  bytes: () => Buffer | string | Promise<Buffer>,
  kind: string,
  line?: number,
];

/** Files of which nothing can be taken. */
export const badFiles: BadFile[] = [
  ['nothing', 'list.csv', () => '', 'file-empty'],
  ['a workbook of nothing', 'list.xlsx', () => '', 'file-empty'],
  ['blank lines only', 'list.csv', () => '\r\n \r\n,,,\r\n', 'file-header-missing'],
  ['names of columns only', 'list.csv', () => persianHeader, 'file-no-rows'],
  ['names of columns only, in a workbook', 'list.xlsx', () => workbook({ rows: headerRow }), 'file-no-rows'],
  ['no names of columns', 'list.csv', () => `${line}\n${line}`, 'file-header-missing'],
  [
    'a letter instead of a list',
    'list.txt',
    () => 'با سلام و احترام\nفهرست پیوست است.',
    'file-header-missing',
  ],
  ['no national IDs', 'list.csv', () => 'کد بیمه‌شده,شروع پوشش,پایان پوشش\n1,2,3', 'file-columns-missing'],
  ['a column given twice', 'list.csv', () => `${persianHeader},کد ملی\n${line},1`, 'file-column-twice'],
  [
    'a column under two names',
    'list.csv',
    () => `${persianHeader},national id\n${line},1`,
    'file-column-twice',
  ],
  ['a picture', 'list.csv', () => png, 'file-not-table'],
  ['a picture by its name', 'list.png', () => png, 'file-not-table'],
  ['a text by the name of a picture', 'list.png', () => text, 'file-not-table'],
  ['a name without an ending', 'list', () => text, 'file-not-table'],
  ['a text called a workbook', 'list.xlsx', () => text, 'file-extension-wrong'],
  ['a picture called a workbook', 'list.xlsx', () => png, 'file-extension-wrong'],
  ['a workbook called a text', 'list.csv', whole, 'file-extension-wrong'],
  ['a workbook with macros', 'list.xlsm', whole, 'file-not-table'],
  ['old Excel', 'list.xls', () => oldExcel, 'file-old-or-locked'],
  ['old Excel called new', 'list.xlsx', () => oldExcel, 'file-old-or-locked'],
  ['a zero in a text', 'list.csv', () => `${text}\0`, 'file-not-table'],
  [
    'one letter of UTF-8 broken',
    'list.csv',
    () => changed(Buffer.from(text), sara.name, 1, 0x20),
    'file-encoding-mixed',
  ],
  [
    'UTF-8 and Windows letters together',
    'list.csv',
    () => Buffer.concat([Buffer.from(text), inWindows1256('سارا')]),
    'file-encoding-mixed',
  ],
  [
    'a text cut within a letter',
    'list.csv',
    () => Buffer.from(text.trimEnd()).subarray(0, -1),
    'file-cut-short',
  ],
  ['a quote never closed', 'list.csv', () => `${text}"${line}\n${line}\n`, 'file-quote-open'],
  ['a workbook cut in half', 'list.xlsx', async () => (await whole()).subarray(0, 900), 'file-cut-short'],
  [
    'a workbook without its last byte',
    'list.xlsx',
    async () => (await whole()).subarray(0, -1),
    'file-cut-short',
  ],
  ['the first four bytes of a workbook', 'list.xlsx', () => 'PK\x03\x04', 'file-cut-short'],
  [
    'a workbook with a damaged sheet',
    'list.xlsx',
    async () => changed(await whole(), sheetPart, 60, 0xff),
    'file-broken',
  ],
  [
    'a workbook with a damaged list of contents',
    'list.xlsx',
    async () => changed(await whole(), 'PK\x01\x02', 0, 0),
    'file-broken',
  ],
  ['some other zip file', 'list.xlsx', () => withPart('xl/workbook.xml', null), 'file-not-table'],
  [
    'a workbook without relations',
    'list.xlsx',
    () => withPart('xl/_rels/workbook.xml.rels', null),
    'file-not-table',
  ],
  ['a workbook without its sheet', 'list.xlsx', () => withPart(sheetPart, null), 'file-not-table'],
  [
    'a workbook of no sheets',
    'list.xlsx',
    () => withPart('xl/workbook.xml', '<workbook/>'),
    'file-not-table',
  ],
  [
    'a sheet that breaks off',
    'list.xlsx',
    () => withPart(sheetPart, `<worksheet><sheetData>${sheet}`),
    'file-broken',
  ],
  ['a sheet that is no XML', 'list.xlsx', () => withPart(sheetPart, text), 'file-broken'],
  ['a sheet with tags crossed', 'list.xlsx', () => withPart(sheetPart, '<a><b></a></b>'), 'file-broken'],
  ['a sheet of nothing', 'list.xlsx', () => withPart(sheetPart, ''), 'file-broken'],
  [
    'a sheet not in UTF-8',
    'list.xlsx',
    () => withPart(sheetPart, '<?xml version="1.0" encoding="UTF-16"?><a>\0</a>'),
    'file-broken',
  ],
  [
    'a sheet with a document type',
    'list.xlsx',
    () => withPart(sheetPart, `<!DOCTYPE a><worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    'file-broken',
  ],
  [
    'entities that multiply',
    'list.xlsx',
    () => withPart(sheetPart, '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;&b;</a>'),
    'file-broken',
  ],
  ['an entity that nobody defined', 'list.xlsx', () => withPart(sheetPart, '<a>&b;</a>'), 'file-broken'],
  ['a sheet without rows', 'list.xlsx', () => workbook({}), 'file-header-missing'],
];
