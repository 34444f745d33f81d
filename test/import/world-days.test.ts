import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/import/reading.js';
import { cell, headerRow, row, workbook } from './files.js';
import { one, valuesOf, text, all, read, membersIn, noticesIn } from './world-list.js';

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
    ['the last second of the day before', '46101.99998842593', '46466', ['import-day-with-time']],
    ['up to the last second of the last day', '46102', '46466.99998842593', ['import-day-with-time']],
    ['up to the last thousandth of it', '46102', '46466.99999998843', ['import-day-with-time']],
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

  it.each<[string, string, boolean]>([
    ['2026-03-21 0:00', '2027-03-20 00:00:00', false],
    ['2026-03-21T00:00:00.000Z', '2027-03-20 12:00:00 AM', false],
    ['۱۴۰۵/۰۱/۰۱ ۱۲:۰۰:۰۰ ق.ظ', '1405/12/29 0:00:00', true],
    ['14050101.0', '14051229.0', false],
    ['2026-03-21T20:30:00.000Z', '2027-03-20', true],
    ['2026-03-21 08:15', '2027-03-20', true],
    ['2026-03-21T00:00:00+03:30', '2027-03-20', true],
    ['1405/01/01 01:05:00 ب.ظ', '1405/12/29', true],
  ])('of %s and %s people see the day, and a time is worth a look', async (from, to, hasTime) => {
    const readings = await read(text.replaceAll('1405/01/01', from).replaceAll('1405/12/29', to));
    expect(membersIn(readings)).toEqual(all);
    const notices = Array<Finding['reason']>(hasTime ? 3 : 0).fill('import-day-with-time');
    expect(noticesIn(readings)).toEqual(notices);
  });

  it('a cover that outlives whoever has it is a year mistyped', async () => {
    const readings = await read(text.replaceAll('1405/12/29', '2107-03-20'));
    expect(readings).toMatchObject(
      Array(3)
        .fill({ faults: [{ reason: 'import-cover-too-long' }] })
        .concat({}),
    );
  });

  it('a cell typed as a day may have a time too', async () => {
    const typed = (at: string, value: string) => cell(`${at}2`, value, 'd');
    const rows = headerRow + serialRow('x', 'y').replace(cell('C2', 'x'), typed('C', '2026-03-21T20:30:00'));
    const file = await workbook({ rows: rows.replace(cell('D2', 'y'), typed('D', '2027-03-20')) });
    const readings = await read(file);
    expect(membersIn(readings)).toEqual([all[0]]);
    expect(noticesIn(readings)).toEqual(['import-day-with-time']);
  });

  it('what is said of a day that is kept as a number shows the day', async () => {
    const [reading] = await read(await workbook({ rows: headerRow + serialRow('38353', '38715') }));
    expect(reading).toMatchObject({
      notices: [{ column: 'cover-to', reason: 'import-cover-over', shown: '2005/12/29' }],
    });
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
    ['one of ten years', '2026-03-21', '2036-03-20', ['import-cover-long']],
    ['one of nearly a life', '2026-03-21', '2105-03-20', ['import-cover-long']],
    ['one that begins in a year', '2027-11-30', '2028-11-28', []],
    ['one that begins later', '2028-03-20', '2029-03-20', ['import-cover-ahead']],
  ])('%s is worth as much a look', async (_, from, to, notices) => {
    const readings = await read(text.replaceAll('1405/01/01', from).replaceAll('1405/12/29', to));
    expect(readings.at(-1)).toEqual({ kind: 'finished', members: 3, faulty: 0 });
    expect(noticesIn(readings)).toEqual([...notices, ...notices, ...notices]);
  });
});
