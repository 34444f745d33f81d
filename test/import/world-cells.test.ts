import { describe, expect, it } from 'vitest';
import { cell, englishHeader, headerRow, persianHeader, row, workbook } from './files.js';
import {
  all,
  lines,
  membersIn,
  noticesIn,
  one,
  read,
  rows,
  text,
  three,
  two,
  valuesOf,
  withoutMobile,
} from './world-list.js';

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
