import { describe, expect, it } from 'vitest';
import { cell, headerRow, row, workbook } from './files.js';
import { one, read, valuesOf } from './world-list.js';

describe('a number is the one that its format shows', () => {
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
    ['[>400000]0000000000;0', '0000520001'],
    ['[<=400000]0;00000000', '00520001'],
    ['[<=400000]00000000;0', '520001'],
    ['0.00000E+00', '520001'],
  ])('a number format of %s shows 520001 as %s', async (format, shown) => {
    const cells = valuesOf(one).map((value, at) => cell(`${'ABCDEF'.charAt(at)}2`, value, 'inlineStr'));
    cells[0] = `<c r="A2" s="1"><v>520001</v></c>`;
    const [reading] = await read(await workbook({ rows: headerRow + row(2, cells), formats: [format] }));
    expect(reading).toMatchObject({ member: { insuredCode: shown.replace('-', '') } });
  });

  it.each([
    ['0.00E+00', '987000000000', false],
    ['[Red]0.0E+0;0', '990000000000', false],
    ['##0.0E+0', '987000000000', false],
    ['0.00E+00', '987000000012', true],
    ['0.00000000000E+00', '987000000012', true],
    ['0.000E+00', '9870', true],
  ])(
    'a number that %s shows whole has no more digits than are shown: %s',
    async (format, number, isTaken) => {
      const cells = valuesOf(one).map((value, at) => cell(`${'ABCDEF'.charAt(at)}2`, value, 'inlineStr'));
      cells[0] = `<c r="A2" s="1"><v>${number}</v></c>`;
      const [reading] = await read(await workbook({ rows: headerRow + row(2, cells), formats: [format] }));
      expect(reading).toMatchObject(
        isTaken
          ? { kind: 'member', member: { insuredCode: number } }
          : { kind: 'faulty', faults: [{ column: 'insured-code', reason: 'import-cell-lost-digits' }] },
      );
    },
  );

  it('the short form that the format itself brings says the same', async () => {
    const cells = valuesOf(one).map((value, at) => cell(`${'ABCDEF'.charAt(at)}2`, value, 'inlineStr'));
    cells[4] = '<c r="E2" s="1"><v>989000000000</v></c>';
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="11"/></cellXfs></styleSheet>';
    const file = await workbook({ rows: headerRow + row(2, cells), others: { 'xl/styles.xml': styles } });
    expect((await read(file))[0]).toMatchObject({
      faults: [{ column: 'mobile', reason: 'import-cell-lost-digits' }],
    });
  });
});
