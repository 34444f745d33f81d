import { describe, expect, it } from 'vitest';
import type { MemberRow } from '../../src/import/columns/columns.js';
import type { Finding, Reading } from '../../src/import/reading.js';
import { handClock } from '../support/hand-clock.js';
import { invent } from '../support/invented.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import {
  batchesOf,
  cell,
  englishHeader,
  headerRow,
  persianHeader,
  readAll,
  row,
  textRow,
  workbook,
} from './files.js';

const cover = { coverFrom: '2026-03-21', coverTo: '2027-03-20' };
const [one, two, three] = [invent(1), invent(2), invent(3)];
const valuesOf = ({ insuredCode, nationalId, phone, name }: typeof one): string[] => [
  insuredCode,
  nationalId,
  '1405/01/01',
  '1405/12/29',
  phone,
  name,
];
const lines = [valuesOf(one), valuesOf(two), valuesOf(three)];
const listed = lines.map((values, at) => textRow(at + 2, values)).join('');
const rows = headerRow + listed;
const text = [persianHeader, ...lines.map((values) => values.join(','))].join('\n');
const memberOf = ({ insuredCode, nationalId, phone, name }: typeof one): MemberRow => ({
  insuredCode,
  nationalId,
  ...cover,
  mobile: phone,
  name,
});
const all = [one, two, three].map(memberOf);

/** In the ninth month of the year that these lists are about. */
const today = () => dayInTehran(handClock(new Date('2026-11-29T08:30:00.000Z')).now());
const read = (bytes: Buffer | string): Promise<Reading[]> => readAll(bytes, { today });
const membersIn = (readings: Reading[]): MemberRow[] =>
  readings.flatMap((reading) => (reading.kind === 'member' ? [reading.member] : []));
const noticesIn = (readings: Reading[]): Finding['reason'][] =>
  readings
    .flatMap((reading) => (reading.kind === 'member' ? reading.notices : []))
    .map(({ reason }) => reason);
const withoutMobile = (member: MemberRow): MemberRow => ({ ...member, mobile: null });

describe('a cell says what people see in it', () => {
  it('a cell typed as a shared text without the number of one is empty, and takes nobody else’s mobile', async () => {
    const sharedTexts = [one.phone, ...englishHeader.split(','), ...lines.flat()].map((t) => `<t>${t}</t>`);
    const rowOf = (line: number, first: number, empty: string) =>
      row(
        line,
        Array.from('ABCDEF', (column, at) =>
          column === 'E' && line > 2
            ? `<c r="E${line}" t="s">${empty}</c>`
            : cell(`${column}${line}`, String(first + at), 's'),
        ),
      );
    const sheet = rowOf(1, 1, '') + rowOf(2, 7, '') + rowOf(3, 13, '') + rowOf(4, 19, '<v> </v>');
    const readings = await read(await workbook({ rows: sheet, sharedTexts }));
    expect(membersIn(readings)).toEqual([all[0], withoutMobile(all[1]!), withoutMobile(all[2]!)]);
    expect(noticesIn(readings)).toEqual([]);
  });

  it.each(['', '1.5', '-1', 'x', '0x1'])(
    'a shared text of number «%s» is never another one’s',
    async (number) => {
      const cells = valuesOf(one).map((value, at) => cell(`${'ABCDEF'.charAt(at)}2`, value, 'inlineStr'));
      cells[4] = `<c r="E2" t="s"><v>${number}</v></c>`;
      const sharedTexts = [`<t>${two.phone}</t>`, `<t>${three.phone}</t>`];
      const readings = await read(await workbook({ rows: headerRow + row(2, cells), sharedTexts }));
      expect(membersIn(readings)).toEqual(number === '' ? [withoutMobile(all[0]!)] : []);
    },
  );

  it.each(['inlineStr', 's', 'str'])('signs that XML has no room for are read (%s)', async (kind) => {
    const texts = [
      'insured_x000D_\ncode',
      'national id_x000d_\n',
      'cover_x0020_from',
      '_x0063_over to',
      'mobile',
      'name',
      ...valuesOf(one).slice(0, 5),
      'ساره _x005F_x0041_ نیک',
    ];
    const place = (at: number): string => 'ABCDEF'.charAt(at % 6) + String(1 + Math.floor(at / 6));
    const cells = texts.map((value, at) => cell(place(at), kind === 's' ? String(at) : value, kind));
    const sheet = row(1, cells.slice(0, 6)) + row(2, cells.slice(6));
    const sharedTexts = texts.map((value) => `<t>${value}</t>`);
    const readings = await read(await workbook({ rows: sheet, ...(kind === 's' ? { sharedTexts } : {}) }));
    expect(membersIn(readings)).toEqual([{ ...all[0], name: 'ساره _x0041_ نیک' }]);
  });

  it.each([
    ['00000000', '00520001'],
    ['0000000000', '0000520001'],
    ['00000000;[Red]-00000000', '00520001'],
    ['[$-3000401]00000000', '00520001'],
    ['"0"0000000', '00520001'],
    ['\\0\\0######', '00520001'],
    ['0000-0000', '0052-0001'],
    ['000', '520001'],
    ['0', '520001'],
    ['General', '520001'],
    ['#,##0', '520001'],
    ['0.00', '520001'],
    ['yyyy/mm/dd', '520001'],
  ])('a number format of %s shows 520001 as %s', async (format, shown) => {
    const cells = valuesOf(one).map((value, at) => cell(`${'ABCDEF'.charAt(at)}2`, value, 'inlineStr'));
    cells[0] = `<c r="A2" s="1"><v>520001</v></c>`;
    const [reading] = await read(await workbook({ rows: headerRow + row(2, cells), formats: [format] }));
    expect(reading).toMatchObject({ member: { insuredCode: shown.replace('-', '') } });
  });

  it.each([
    ['in a text', () => text.replace(/(^|,)(\d{6,}|0\d+)(?=,)/gm, '$1="$2"')],
    ['in a text, quoted once more', () => text.replace(/(^|,)(\d{6,}|0\d+)(?=,)/gm, '$1"=""$2"""')],
    [
      'in a workbook',
      () =>
        workbook({
          rows: rows.replace(/t="inlineStr"><is><t>(\d+)<\/t><\/is>/g, 't="str"><f>"$1"</f><v>9</v>'),
        }),
    ],
  ])('a formula that is nothing but digits in quotes is those digits, %s', async (_, bytes) => {
    const file = await bytes();
    expect(typeof file === 'string' ? file : '="').toContain('="');
    expect(membersIn(await read(file))).toEqual(all);
  });

  it.each(['="1"&"2"', '=A2', '="1"+1', '=HYPERLINK("x")'])(
    'any other formula is refused (%s)',
    async (formula) => {
      const quoted = `"${formula.replaceAll('"', '""')}"`;
      const readings = await read(text.replace(one.nationalId, quoted));
      expect(readings[0]).toMatchObject({ kind: 'faulty', faults: [{ reason: 'import-cell-formula' }] });
    },
  );

  it.each(['0', '-', '—', '۰', '00000000000', 'ندارد', 'بدون شماره', 'N/A', 'NULL', '...'])(
    '«%s» in a column that may be empty is nothing, and leaves nobody out',
    async (nothing) => {
      const readings = await read(text.replaceAll(one.phone, nothing).replaceAll(two.name, nothing));
      expect(membersIn(readings)).toEqual([withoutMobile(all[0]!), { ...all[1]!, name: null }, all[2]]);
      expect(noticesIn(readings)).toEqual(['import-placeholder', 'import-placeholder']);
    },
  );

  it('and in one that may not, it is at fault', async () => {
    const [reading] = await read(text.replace(one.nationalId, '-'));
    expect(reading).toMatchObject({ kind: 'faulty' });
  });

  it.each([
    ['two columns', 'نام,نام خانوادگی', 'سارا,نیک‌منش', 'سارا نیک‌منش'],
    ['two columns the other way round', 'Last name,First name', 'نیک‌منش,سارا', 'سارا نیک‌منش'],
    ['one column of last names', 'نام خانوادگی', 'نیک‌منش', 'نیک‌منش'],
    ['a whole name and its end once more', 'نام,نام خانوادگی', 'سارا نیک‌منش,نیک‌منش', 'سارا نیک‌منش'],
    ['a first name only', 'نام,نام خانوادگی', 'سارا,', 'سارا'],
  ])('a name in %s is kept whole', async (_, names, values, name) => {
    const bare = valuesOf(one).slice(0, 5).join(',');
    const readings = await read(`${persianHeader.replace(',نام', '')},${names}\n${bare},${values}`);
    expect(membersIn(readings)).toEqual([{ ...all[0], name }]);
  });
});

describe('a day is the one that people see', () => {
  const serialRow = (from: string, to: string) =>
    row(
      2,
      valuesOf(one).map((value, at) =>
        at === 2 || at === 3
          ? cell(`${'CD'.charAt(at - 2)}2`, at === 2 ? from : to)
          : cell(`${'ABCDEF'.charAt(at)}2`, value, 'inlineStr'),
      ),
    );
  const calc =
    '<workbook><fileVersion appName="Calc"/><sheets><sheet name="1" r:id="rId1"/></sheets></workbook>';

  it.each<[string, string, string, Finding['reason'][], object?]>([
    ['whole days', '46102', '46466', []],
    ['16 seconds before midnight', '46101.99981481482', '46465.99981481482', []],
    ['a moment after midnight', '46102.00000001', '46466.0001', []],
    ['half a day later', '46102.5', '46466', ['import-day-with-time']],
    ['half past eight in the evening', '46102.8541667', '46466', ['import-day-with-time']],
    ['days since 1904', '44640', '45004', [], { since1904: true }],
    ['days since 1904, before midnight', '44639.9998', '45003.9998', [], { since1904: true }],
    ['Jalali days typed into LibreOffice', '-180784', '-180422', [], { others: { 'xl/workbook.xml': calc } }],
    [
      'Jalali days in a program that counts on backwards',
      '-180793',
      '-180431',
      ['import-day-old-count', 'import-day-old-count'],
    ],
  ])('%s', async (_, from, to, notices, parts = {}) => {
    const readings = await read(await workbook({ rows: headerRow + serialRow(from, to), ...parts }));
    expect(membersIn(readings)).toEqual([all[0]]);
    expect(noticesIn(readings)).toEqual(notices);
  });

  it('a number of days that is no day of ours, nor a Jalali one, is refused', async () => {
    for (const day of ['-1', '-400000', '5', '0.9999', '1E999']) {
      const [reading] = await read(await workbook({ rows: headerRow + serialRow(day, '46466') }));
      expect(reading).toMatchObject({ kind: 'faulty' });
    }
  });

  it.each<[string, string, string, Finding['reason'][]]>([
    ['two digits of a Jalali year that became 2005', '2005-01-01', '2005-12-29', ['import-cover-over']],
    ['a cover that ended yesterday', '2025-11-29', '2026-11-28', ['import-cover-over']],
    ['one that ends today', '2025-11-30', '2026-11-29', []],
    ['one of two years', '2026-03-21', '2028-03-20', []],
    ['a longer one', '2026-03-21', '2029-03-20', ['import-cover-long']],
    ['one that begins in a year', '2027-11-30', '2028-11-28', []],
    ['one that begins later', '2028-03-20', '2029-03-20', ['import-cover-ahead']],
  ])('%s is worth as much a look', async (_, from, to, notices) => {
    const readings = await read(text.replaceAll('1405/01/01', from).replaceAll('1405/12/29', to));
    expect(readings.at(-1)).toEqual({ kind: 'finished', members: 3, faulty: 0 });
    expect(noticesIn(readings)).toEqual([...notices, ...notices, ...notices]);
  });
});

describe('a workbook is found in its archive however it was packed', () => {
  const main = (target: string) =>
    `<Relationships><Relationship Id="1" Type="x/officeDocument" Target="${target}"/></Relationships>`;
  const book = '<workbook><sheets><sheet name="1" r:id="a"/></sheets></workbook>';
  const sheet = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const relations = (target: string) =>
    `<Relationships><Relationship Id="a" Type="x/worksheet" Target="${target}"/></Relationships>`;
  const none = {
    'xl/workbook.xml': null,
    'xl/_rels/workbook.xml.rels': null,
    'xl/worksheets/sheet1.xml': null,
  };

  it.each<[string, Record<string, string | null>]>([
    [
      'under another name',
      {
        '_rels/.rels': main('xl/workbook2.xml'),
        'xl/workbook2.xml': book,
        'xl/_rels/workbook2.xml.rels': relations('worksheets/s.xml'),
        'xl/worksheets/s.xml': sheet,
      },
    ],
    [
      'in another folder',
      {
        '_rels/.rels': main('/book/main.xml'),
        'book/main.xml': book,
        'book/_rels/main.xml.rels': relations('../sheets/s.xml'),
        'sheets/s.xml': sheet,
      },
    ],
    [
      'in another case',
      {
        '_rels/.rels': main('XL/Workbook.xml'),
        'xl/workbook.XML': book,
        'xl/_rels/Workbook.xml.rels': relations('Worksheets/Sheet1.xml'),
        'xl/worksheets/sheet1.xml': sheet,
      },
    ],
    [
      'without a folder',
      {
        '_rels/.rels': main('workbook.xml'),
        'workbook.xml': book,
        '_rels/workbook.xml.rels': relations('sheet.xml'),
        'sheet.xml': sheet,
      },
    ],
  ])('%s', async (_, parts) => {
    expect(membersIn(await read(await workbook({ others: { ...none, ...parts } })))).toEqual(all);
  });

  it.each([45, 200_000])('with %i bytes of a page behind it', async (length) => {
    const page = Buffer.from('\r\n<!DOCTYPE html>'.padEnd(length, 'PK\x05\x06'));
    const file = Buffer.concat([await workbook({ rows }), page]);
    expect(membersIn(await read(file))).toEqual(all);
  });
});

describe('the sheet that has the list is read', () => {
  const cover2 = textRow(1, ['گزارش بیمه‌شدگان', '']) + textRow(2, ['تاریخ', '1405/09/08']);
  const sheetOf = async (bytes: Buffer): Promise<string | null> =>
    (await batchesOf(bytes, { today }))[0]!.sheet;

  it.each<[string, NonNullable<Parameters<typeof workbook>[0]['sheets']>, string]>([
    [
      'after a chart',
      [
        { name: 'نمودار', kind: 'chartsheet' },
        { name: 'الف', rows },
      ],
      'الف',
    ],
    [
      'after a cover',
      [
        { name: 'راهنما', rows: cover2 },
        { name: 'داده', rows },
      ],
      'داده',
    ],
    [
      'before another',
      [
        { name: 'داده', rows },
        { name: 'راهنما', rows: cover2 },
      ],
      'داده',
    ],
    [
      'beside an empty list',
      [
        { name: 'نمونه', rows: headerRow },
        { name: 'داده', rows },
      ],
      'داده',
    ],
    [
      'beside a hidden list',
      [
        { name: 'x', rows, attributes: 'state="veryHidden"' },
        { name: 'داده', rows },
      ],
      'داده',
    ],
    [
      'beside one that breaks off',
      [
        { name: 'x', rows: '<row>' },
        { name: 'داده', rows },
      ],
      'داده',
    ],
  ])('%s', async (_, sheets, name) => {
    const file = await workbook({ sheets });
    expect(membersIn(await read(file))).toEqual(all);
    expect(await sheetOf(file)).toBe(name);
  });

  it('below the title of a report', async () => {
    const titled =
      textRow(1, ['فهرست', 'سال 1405']) +
      rows.replace(/r="(\w?)(\d)"/g, (_, a: string, n: string) => `r="${a}${Number(n) + 3}"`);
    expect(membersIn(await read(await workbook({ rows: titled })))).toEqual(all);
    expect(membersIn(await read(`فهرست بیمه‌شدگان، سال ۱۴۰۵\n\n${text}`))).toEqual(all);
  });

  it('and of two that have one, both are named', async () => {
    const sheets = [
      { name: '1403', rows },
      { name: '1405', rows },
    ];
    expect(await read(await workbook({ sheets }))).toEqual([
      { kind: 'stopped', fault: { kind: 'file-several-sheets', line: null, sheets: ['1403', '1405'] } },
    ]);
  });

  it('and tells how many of its rows are hidden', async () => {
    const hidden = rows
      .replace('<row r="3"', '<row hidden="1" r="3"')
      .replace('<row r="4"', '<row hidden="true" r="4"');
    const batches = await batchesOf(await workbook({ rows: hidden }), { today });
    expect(membersIn(batches.flatMap(({ readings }) => readings))).toEqual(all);
    const readings = batches.flatMap(({ readings: some }) => some);
    expect(readings.flatMap((one) => ('isHidden' in one ? [one.line] : []))).toEqual([3, 4]);
  });
});

describe('a text file is read in whatever it was written', () => {
  const tabbed = text.replaceAll(',', '\t');
  const bigEndFirst = (bytes: string): Buffer => Buffer.from(bytes, 'utf16le').swap16();

  it.each([
    ['UTF-16, little end first, with its mark', Buffer.from(`\uFEFF${tabbed}`, 'utf16le')],
    ['UTF-16, big end first, with its mark', bigEndFirst(`\uFEFF${tabbed}`)],
    ['UTF-16, little end first, without a mark', Buffer.from(tabbed, 'utf16le')],
    ['UTF-16, big end first, without a mark', bigEndFirst(tabbed)],
  ])('%s', async (_, bytes) => {
    expect(membersIn(await read(bytes))).toEqual(all);
  });

  it.each(['\n', '\r\n', '\r'])(
    'and a quotation mark left open takes no line with it in silence (%j)',
    async (end) => {
      const five = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => valuesOf(invent(n)));
      five[1]![5] = `"${five[1]![5]}`;
      five[4]![5] = `${five[4]![5]}"`;
      const readings = await read([persianHeader, ...five.map((values) => values.join(','))].join(end));
      const faulty = readings.flatMap((reading) => (reading.kind === 'faulty' ? [reading] : []));
      expect(faulty.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
      expect(new Set(faulty.flatMap(({ faults }) => faults.map(({ reason }) => reason)))).toEqual(
        new Set(['import-line-swallowed']),
      );
      expect(membersIn(readings).map(({ insuredCode }) => insuredCode)).toEqual(
        [1, 6, 7, 8].map((n) => invent(n).insuredCode),
      );
      expect(readings.at(-1)).toEqual({ kind: 'finished', members: 4, faulty: 4 });
    },
  );

  it('nor does one in the middle of a line', async () => {
    const swallowing = text
      .replace(`,${one.phone},`, `,"${one.phone},`)
      .replace(`${two.phone},`, `${two.phone}",`);
    const readings = await read(swallowing);
    expect(
      readings.map((reading) => ('line' in reading ? [reading.kind, reading.line] : reading.kind)),
    ).toEqual([['faulty', 2], ['faulty', 3], ['member', 4], 'finished']);
  });

  it('but an address on two lines with commas is one cell', async () => {
    const address = `"تهران, خیابان یک, کوچهٔ دو, پلاک ۳\nطبقهٔ ۴, واحد ۵, زنگ ۶, پشت"`;
    const [header, first, ...others] = text.split('\n');
    const readings = await read([`${header},نشانی`, `${first},${address}`, ...others].join('\n'));
    expect(membersIn(readings)).toEqual(all);
  });
});
