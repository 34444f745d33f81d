import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/import/reading.js';
import { cell, englishHeader, headerRow, readAll, row, workbook } from './files.js';
import { findings, lineOf, listOf, sara, type Values } from './sara-rows.js';

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
    ['a formula', { id: '="0010000011"' }, 'national-id', 'import-cell-formula'],
    ['a day with its year last', { from: '01/10/1404' }, 'cover-from', 'day-year-last'],
    ['a day that is none', { to: '1404/12/30' }, 'cover-to', 'day-not-in-calendar'],
    ['a day as a number in a text', { to: '45931' }, 'cover-to', 'day-unreadable'],
    ['a cover that ends before it begins', { to: '1403/12/29' }, 'cover-to', 'import-cover-backwards'],
    ['a cover of a hundred years', { to: '1500/01/01' }, 'cover-to', 'import-cover-too-long'],
    ['a landline', { mobile: '02188888888' }, 'mobile', 'import-mobile-landline'],
    ['a mobile in Excel’s short form', { mobile: '9.12E+09' }, 'mobile', 'import-cell-lost-digits'],
    ['a name of a novel', { name: 'س'.repeat(201) }, 'name', 'import-cell-too-long'],
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
    const [reading] = await readAll('list.xlsx', await workbook({ rows: headerRow + row(2, cells) }));
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
    expect(await readAll('list.csv', text)).toMatchObject([{ kind: 'member' }, { kind: 'finished' }]);
  });
});
