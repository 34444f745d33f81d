import { describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { makeTell } from '../../src/import/tell.js';
import { defaultTableLimits } from '../../src/tables/limits.js';
import { headerRow, inWindows1256, persianHeader, readAll, row, textRow, words, workbook } from './files.js';

const sara = person('sara');
const values = [sara.insuredCode, sara.nationalId, '1404/01/01', '1404/12/29', sara.phone, sara.name];
const line = values.join(',');
const text = `${persianHeader}\r\n${line}\r\n`;
const sheet = headerRow + textRow(2, values);
const sheetPart = 'xl/worksheets/sheet1.xml';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const oldExcel = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const whole = () => workbook({ rows: sheet });
const withPart = (part: string, xml: string | null) => workbook({ rows: sheet, others: { [part]: xml } });

/** Says of one byte, counted from the file's first occurrence of a text, that it is another. */
function changed(file: Buffer, near: string, distance: number, byte: number): Buffer {
  const copy = Buffer.from(file);
  copy[copy.indexOf(near) + distance] = byte;
  return copy;
}

const limits = (own: Partial<typeof defaultTableLimits>) => ({ limits: { ...defaultTableLimits, ...own } });

type Corpus = [
  what: string,
  name: string,
  bytes: () => Buffer | string | Promise<Buffer>,
  kind: string,
  line?: number,
];

const corpus: Corpus[] = [
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

describe('a file that is no use has one clear answer', () => {
  it.each(corpus)('%s (%s)', async (_, name, bytes, kind) => {
    const readings = await readAll(name, await bytes());
    expect(readings.at(-1)).toMatchObject({ kind: 'stopped', fault: { kind } });
  });

  it.each(corpus)('%s (%s) has words for it in both languages', async (_, name, bytes) => {
    const last = (await readAll(name, await bytes())).at(-1);
    if (last?.kind !== 'stopped') throw new Error('it was read');
    for (const locale of ['fa', 'en'] as const)
      expect(makeTell(words, locale).fileFault(last.fault)).toMatch(/\.$|ملی|ID/);
  });
});

describe('a file beyond the limits is refused, and not held', () => {
  it('by its size', async () => {
    expect(await readAll('list.csv', text, limits({ fileBytes: 20 }))).toEqual([
      { kind: 'stopped', fault: { kind: 'file-too-big', line: null } },
    ]);
  });

  it.each([
    ['in a text', 'list.csv', async () => `${text}${line}\n${line}\n`],
    ['in a workbook', 'list.xlsx', () => workbook({ rows: sheet + textRow(3, values) + textRow(4, values) })],
  ])('by its rows, %s', async (_, name, bytes) => {
    const last = (await readAll(name, await bytes(), limits({ rows: 3 }))).at(-1);
    expect(last).toEqual({ kind: 'stopped', fault: { kind: 'file-too-many-rows', line: 4 } });
  });

  it.each([
    ['in a text', 'list.csv', async () => `${text}${line},7,8\n`],
    ['in a workbook', 'list.xlsx', () => workbook({ rows: sheet + textRow(3, [...values, '7', '8']) })],
  ])('by its columns, %s', async (_, name, bytes) => {
    const last = (await readAll(name, await bytes(), limits({ columns: 7 }))).at(-1);
    expect(last).toEqual({ kind: 'stopped', fault: { kind: 'file-too-many-columns', line: 3 } });
  });

  it('by a line of a hundred million characters, without holding it', async () => {
    const before = process.memoryUsage.rss();
    const file = Buffer.alloc(100_000_000, 'x');
    file.write(text);
    const last = (await readAll('list.csv', file)).at(-1);
    expect(last).toEqual({ kind: 'stopped', fault: { kind: 'file-line-too-long', line: 3 } });
    expect(process.memoryUsage.rss() - before - file.length).toBeLessThan(100_000_000);
  });

  it('by a quote left open for megabytes', async () => {
    const last = (await readAll('list.csv', `${text}"${`${line}\n`.repeat(20_000)}`)).at(-1);
    expect(last).toMatchObject({ fault: { kind: 'file-line-too-long' } });
  });

  it.each(['v', 'x'])('by a cell of endless text, in a tag that is looked at or not (%s)', async (tag) => {
    const endless = row(3, [`<c r="A3"><${tag}>${'7'.repeat(3_000_000)}</${tag}></c>`]);
    const last = (await readAll('list.xlsx', await workbook({ rows: sheet + endless }))).at(-1);
    expect(last).toMatchObject({ fault: { kind: 'file-line-too-long' } });
  });

  it('by unpacking to a thousand times its size', async () => {
    const bomb = await workbook({ rows: sheet, others: { 'xl/media/x': ' '.repeat(20_000_000) } });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readAll('list.xlsx', bomb)).toMatchObject([{ fault: { kind: 'file-unpacks-too-big' } }]);
  });

  it('by what it says it unpacks to', async () => {
    const own = limits({ unpackedBytes: 3_000 });
    expect(await readAll('list.xlsx', await whole(), own)).toMatchObject([
      { fault: { kind: 'file-unpacks-too-big' } },
    ]);
  });

  it('by lying about what it unpacks to', async () => {
    const file = await workbook({ rows: sheet + textRow(3, values).repeat(5_000) });
    const liar = changed(file, `PK\x01\x02`, 0, 0x50);
    const entry = liar.lastIndexOf(sheetPart) - 46;
    liar.writeUInt32LE(1_000, entry + 24);
    expect((await readAll('list.xlsx', liar)).at(-1)).toMatchObject({ fault: { kind: 'file-broken' } });
  });

  it('by having thousands of parts', async () => {
    const others = Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`x/${n}`, '']));
    expect(await readAll('list.xlsx', await workbook({ others }))).toMatchObject([
      { fault: { kind: 'file-unpacks-too-big' } },
    ]);
  });
});
