import { describe, expect, it } from 'vitest';
import { batchesOf, headerRow, textRow, workbook } from './files.js';
import { rows, text, all, today, read, membersIn } from './world-list.js';

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

  it.each<[string, string, string[] | undefined]>([
    ['none', '<col min="1" max="6" width="12"/>', undefined],
    ['one', '<col min="5" max="5" hidden="1"/>', ['mobile']],
    ['one of no width', '<col min="5" max="5" width="0"/>', ['mobile']],
    ['several, as LibreOffice writes it', '<col min="3" max="4" hidden="true"/>', ['cover-from', 'cover-to']],
    ['all beyond the list', '<col min="7" max="16384" hidden="1"/>', undefined],
    ['one that is no column', '<col min="-9" max="1E9" hidden="1"/><col hidden="1"/>', undefined],
  ])('columns of it that nobody sees are told: %s', async (_, columns, hidden) => {
    const sheet = `<worksheet><cols>${columns}</cols><sheetData>${rows}</sheetData></worksheet>`;
    const file = await workbook({ others: { 'xl/worksheets/sheet1.xml': sheet } });
    expect(membersIn(await read(file))).toEqual(all);
    expect((await batchesOf(file, { today }))[0]!.hiddenColumns).toEqual(hidden);
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

  it('and where a column is missing, that is said of the list and not of its cover', async () => {
    const short = textRow(1, ['insured code', 'national id', 'cover from']) + textRow(2, ['1', '2', '3']);
    const sheets = [
      { name: 'راهنما', rows: cover2 },
      { name: 'داده', rows: short },
    ];
    expect(await read(await workbook({ sheets }))).toEqual([
      { kind: 'stopped', fault: { kind: 'file-columns-missing', columns: ['cover-to'] } },
    ]);
  });

  it('and tells how many of its rows are hidden', async () => {
    const hidden = rows
      .replace('<row r="3"', '<row hidden="1" r="3"')
      .replace('<row r="4"', '<row hidden="true" r="4"')
      .replace('<row r="2"', '<row ht="0" customHeight="1" r="2"');
    const batches = await batchesOf(await workbook({ rows: hidden }), { today });
    expect(membersIn(batches.flatMap(({ readings }) => readings))).toEqual(all);
    const readings = batches.flatMap(({ readings: some }) => some);
    expect(readings.flatMap((one) => ('isHidden' in one ? [one.line] : []))).toEqual([2, 3, 4]);
  });
});
