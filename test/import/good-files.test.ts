import { describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import type { MemberRow } from '../../src/import/columns/columns.js';
import {
  cell,
  englishHeader,
  headerRow,
  inWindows1256,
  persianHeader,
  readAll,
  row,
  textRow,
  workbook,
} from './files.js';

const sara = person('sara');
const cover = { coverFrom: '2025-03-21', coverTo: '2026-03-20' };
const member: MemberRow = {
  insuredCode: sara.insuredCode,
  nationalId: sara.nationalId,
  ...cover,
  mobile: sara.phone,
  name: sara.name,
};
const values = [sara.insuredCode, sara.nationalId, '1404/01/01', '1404/12/29', sara.phone, sara.name];
const line = values.join(',');
const persianLine = line.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)));
const finished = { kind: 'finished', members: 1, faulty: 0 };

describe('a list in a text file', () => {
  it.each([
    ['with Persian names of columns', `${persianHeader}\n${line}`],
    ['with English names', `${englishHeader}\n${line}`],
    ['with Persian digits', `${persianHeader}\n${persianLine}`],
    ['with a byte order mark', `\uFEFF${persianHeader}\r\n${line}\r\n`],
    ['with old Macintosh line ends', `${persianHeader}\r${line}\r`],
    ['with semicolons', `${persianHeader}\n${line}`.replaceAll(',', ';')],
    ['with tabs', `${persianHeader}\n${line}`.replaceAll(',', '\t')],
    ['with Excel’s line about semicolons', `sep=;\r\n${`${persianHeader}\r\n${line}`.replaceAll(',', ';')}`],
    ['with Excel’s line about commas', `sep=,\r\n${persianHeader}\r\n${line}`],
    ['with line ends of two kinds', `${persianHeader}\r\n${line}\n,\r\n`],
    ['with blank lines and rows', `\n${persianHeader}\n\n,,,,,\n${line}\n\n`],
    [
      'with Arabic ye and ke in its names',
      `${persianHeader.replaceAll('ک', 'ك').replaceAll('ی', 'ي')}\n${line}`,
    ],
    ['with underscores and capitals', `INSURED_CODE,National-ID,Cover From,cover.to,MOBILE,Name\n${line}`],
    ['with apostrophes that keep zeros', `${englishHeader}\n${line.replace(',0010', ",'0010")}`],
    ['with a fraction behind each number', `${englishHeader}\n${line.replace(',1404', '.0,1404')}`],
    [
      'with midnights behind its days',
      `${englishHeader}\n${line.replace('1404/01/01', '2025-03-21 00:00:00')}`,
    ],
    [
      'saved as Unicode text',
      Buffer.from(`\uFEFF${persianHeader}\r\n${line}`.replaceAll(',', '\t'), 'utf16le'),
    ],
  ])('%s is understood', async (_, bytes) => {
    expect(await readAll(bytes)).toEqual([expect.objectContaining({ member, notices: [] }), finished]);
  });

  it('with everything in quotes is understood', async () => {
    const quoted = [persianHeader, line].map((text) => text.replace(/[^,]+/g, '"$&"')).join('\r\n');
    expect(await readAll(quoted)).toEqual([expect.objectContaining({ member }), finished]);
  });

  it('saved by a Persian Windows is understood', async () => {
    const [reading] = await readAll(inWindows1256(`${persianHeader}\r\n${line}\r\n`));
    expect(reading).toMatchObject({ member });
  });

  it('may have its columns in any order, among others', async () => {
    const text = `ردیف,پایان پوشش,شروع پوشش,شعبه,کد ملی,کد بیمه‌شده\n1,1404/12/29,1404/01/01,تهران,${sara.nationalId},${sara.insuredCode}`;
    expect(await readAll(text)).toEqual([
      expect.objectContaining({ member: { ...member, mobile: null, name: null } }),
      finished,
    ]);
  });

  it('may hold quotes and line ends in a name', async () => {
    const text = `${englishHeader}\n${values.slice(0, 5).join(',')},"${sara.name} ""س""\nنیک"`;
    const [reading] = await readAll(text);
    expect(reading).toMatchObject({ line: 3, member: { name: `${sara.name} "س" نیک` } });
  });

  it('names an empty mobile as nothing known', async () => {
    const [reading] = await readAll(`${englishHeader}\n${line.replace(sara.phone, ' ')}`);
    expect(reading).toMatchObject({ kind: 'member', member: { mobile: null } });
  });
});

describe('a list in a workbook', () => {
  const numbers = (from: string, to: string) =>
    row(2, [
      cell('A2', sara.insuredCode),
      cell('B2', String(Number(sara.nationalId))),
      cell('C2', from),
      cell('D2', to),
      cell('E2', '9.120000001E9'),
      cell('F2', sara.name, 'inlineStr'),
    ]);

  it('with texts in their cells is understood', async () => {
    const file = await workbook({ rows: headerRow + textRow(2, values) });
    expect(await readAll(file)).toEqual([expect.objectContaining({ member, line: 2 }), finished]);
  });

  it('with texts that cells share is understood, rich ones and readings too', async () => {
    const shared = [...englishHeader.split(','), ...values];
    const texts = shared.map(
      (text) => `<r><t>${text.slice(0, 2)}</t></r><r><t>${text.slice(2)}</t></r><rPh><t>x</t></rPh>`,
    );
    const cells = (first: number, at: number) =>
      values.map((_, n) => cell('ABCDEF'.charAt(n) + String(at), String(first + n), 's'));
    const file = await workbook({ rows: row(1, cells(0, 1)) + row(2, cells(6, 2)), sharedTexts: texts });
    expect(await readAll(file)).toEqual([expect.objectContaining({ member }), finished]);
  });

  it('that made numbers of everything is understood, lost zeros too', async () => {
    const mahin = person('mahin').nationalId;
    const file = await workbook({
      rows: headerRow + numbers('45737', '46101.5').replace(/10000011/, mahin.slice(2)),
    });
    const [reading] = await readAll(file);
    expect(reading).toMatchObject({ member: { ...member, nationalId: mahin } });
  });

  it('that counts its days from 1904 is understood', async () => {
    const file = await workbook({ rows: headerRow + numbers('44275', '44639'), since1904: true });
    expect((await readAll(file))[0]).toMatchObject({ member: cover });
  });

  it('with whole Jalali days as numbers is understood', async () => {
    const file = await workbook({ rows: headerRow + numbers('14040101', '14041229') });
    expect((await readAll(file))[0]).toMatchObject({ member: cover });
  });

  it('is read from its first sheet that is to be seen', async () => {
    const sheets =
      '<sheets><sheet name="x" state="hidden" r:id="rId7"/><sheet name="1" r:id="rId1"/></sheets>';
    const file = await workbook({
      rows: headerRow + textRow(2, values),
      others: { 'xl/workbook.xml': `<workbook>${sheets}</workbook>` },
    });
    expect(await readAll(file)).toHaveLength(2);
  });

  it('may name its tags by another prefix, and no places', async () => {
    const tags = (headerRow + textRow(2, values)).replace(/ r="[A-Z0-9]+"/g, '').replace(/<(\/?)/g, '<$1x:');
    const sheet = `<x:worksheet xmlns:x="x"><x:sheetData>${tags}</x:sheetData></x:worksheet>`;
    const file = await workbook({ others: { 'xl/worksheets/sheet1.xml': sheet } });
    expect(await readAll(file)).toEqual([expect.objectContaining({ member, line: 2 }), finished]);
  });
});
