import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/import/reading.js';
import { cell, englishHeader, headerRow, readAll, row, workbook } from './files.js';
import { findings, lineOf, listOf, sara, type Values } from './sara-rows.js';

describe('a row whose name cannot be taken says why, and is taken without it', () => {
  it.each<[string, string, Finding['reason']]>([
    ['a name of a novel', 'س'.repeat(201), 'import-cell-too-long'],
    ['a formula', '=A1', 'import-cell-formula'],
    ['a name that turns what follows', 'سارا\u202e نیک', 'import-name-hidden-signs'],
    ['a name with a control sign', 'سارا\u0007', 'import-name-hidden-signs'],
    ['a national ID', sara.nationalId, 'import-name-not-a-name'],
    ['a mobile beside a name', `سارا ${sara.phone}`, 'import-name-not-a-name'],
  ])('%s', async (_, name, reason) => {
    const [reading, last] = await listOf({ name });
    expect(reading).toMatchObject({ kind: 'member', line: 2, member: { name: null, mobile: sara.phone } });
    expect(findings(reading)).toMatchObject([{ column: 'name', reason }]);
    expect(last).toEqual({ kind: 'finished', members: 1, faulty: 0 });
  });

  it('in a workbook: an error, and a number', async () => {
    const values = lineOf({}).split(',').slice(0, 5);
    const line = (at: number, name: string) =>
      row(at, [...values.map((value, n) => cell(`${'ABCDE'.charAt(n)}${at}`, value, 'inlineStr')), name]);
    const other = line(3, cell('F3', '12')).replace(sara.insuredCode, '310009');
    const rows = headerRow + line(2, cell('F2', '#N/A', 'e')) + other;
    const readings = await readAll(await workbook({ rows }));
    expect(readings.at(-1)).toEqual({ kind: 'finished', members: 2, faulty: 0 });
    const reasons = readings.flatMap(findings).filter(({ column }) => column === 'name');
    expect(reasons.map(({ reason }) => reason)).toEqual(['import-cell-error', 'import-name-not-a-name']);
  });
});

describe('a row that is wrong says where and why', () => {
  it.each<[string, Partial<Values>, Finding['column'], Finding['reason']]>([
    ['no insured code', { code: '' }, 'insured-code', 'import-cell-empty'],
    ['an insured code of letters', { code: 'abc' }, 'insured-code', 'import-insured-code-not-digits'],
    ['an insured code too short', { code: '31' }, 'insured-code', 'import-insured-code-too-short'],
    ['no national ID', { id: ' ' }, 'national-id', 'import-cell-empty'],
    ['a national ID of seven digits', { id: '1234567' }, 'national-id', 'import-national-id-too-short'],
    ['a mobile for a national ID', { id: sara.phone }, 'national-id', 'import-national-id-is-mobile'],
    ['a national ID in Excel’s short form', { id: '1.00E+07' }, 'national-id', 'import-cell-lost-digits'],
    [
      'an insured code in Excel’s short form',
      { code: '1.23457E+11' },
      'insured-code',
      'import-cell-lost-digits',
    ],
    ['a formula', { id: '=0010000011' }, 'national-id', 'import-cell-formula'],
    ['a day with its year last', { from: '01/10/1404' }, 'cover-from', 'day-year-last'],
    ['a day that is none', { to: '1404/12/30' }, 'cover-to', 'day-not-in-calendar'],
    ['a day as a number in a text', { to: '45931' }, 'cover-to', 'day-unreadable'],
    ['a cover that ends before it begins', { to: '1403/12/29' }, 'cover-to', 'import-cover-backwards'],
    ['a cover of a hundred years', { to: '1500/01/01' }, 'cover-to', 'import-cover-too-long'],
    ['a landline', { mobile: '02188888888' }, 'mobile', 'import-mobile-landline'],
    ['a mobile in Excel’s short form', { mobile: '9.12E+09' }, 'mobile', 'import-cell-lost-digits'],
  ])('%s', async (_, own, column, reason) => {
    const [reading, last] = await listOf(own);
    expect(reading).toMatchObject({ kind: 'faulty', line: 2, faults: [{ column, reason }] });
    expect(last).toEqual({ kind: 'finished', members: 0, faulty: 1 });
  });

  it('and says all that is wrong, not only the first', async () => {
    const [reading] = await listOf({ code: 'x', id: '1', from: 'y', to: '', mobile: 'z' });
    const columns = findings(reading).map(({ column }) => column);
    expect(columns).toEqual(['insured-code', 'national-id', 'mobile', 'cover-from', 'cover-to']);
  });

  it('and the rows after it are read', async () => {
    const readings = await listOf({ code: 'x' }, {});
    expect(readings.map(({ kind }) => kind)).toEqual(['faulty', 'member', 'finished']);
  });

  it('in a workbook: formulas, errors, and numbers too long to be whole', async () => {
    const cells = [
      '<c r="A2"><f>1+1</f><v>2</v></c>',
      cell('B2', '12345678901234567890'),
      cell('C2', '#N/A', 'e'),
      cell('D2', '0.5'),
      cell('E2', '99', 's'),
    ];
    const [reading] = await readAll(await workbook({ rows: headerRow + row(2, cells) }));
    expect(findings(reading).map(({ reason }) => reason)).toEqual([
      'import-cell-formula',
      'import-cell-lost-digits',
      'import-cell-error',
      'import-cell-error',
      'day-unreadable',
    ]);
  });

  it('but a formula in a column of no concern is no concern', async () => {
    const text = `${englishHeader},sum\n${lineOf({})},=1+1`;
    expect(await readAll(text)).toMatchObject([{ kind: 'member' }, { kind: 'finished' }]);
  });
});
