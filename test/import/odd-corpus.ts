import { person } from '../../playground/cast.js';
import { cell, englishHeader, headerRow, persianHeader, row, textRow, workbook } from './files.js';
import { invent } from '../support/invented.js';

/** What the file is, what is in it, and what becomes of its rows. */
export type OddFile = [
  what: string,
  bytes: () => Buffer | string | Promise<Buffer>,
  counts: { members: number; faulty: number },
];

const sara = person('sara');
const rowOf = (at: number, from: string, to: string): string[] => {
  const { insuredCode, nationalId, phone } = invent(at);
  return [insuredCode, nationalId, from, to, phone, ''];
};
const jalali = (at: number): string[] => rowOf(at, '1404/01/01', '1404/12/29');
const lines = (...rows: string[][]): string =>
  [persianHeader, ...rows.map((one) => one.join(','))].join('\n');
const mark = '\uFEFF';
const [one, two] = [jalali(1), jalali(2)];
const sheets = (names: string[], states: string[]): string =>
  names.map((name, at) => `<sheet name="${name}" ${states[at]} r:id="rId${at === 0 ? 1 : 7}"/>`).join('');

/** Files that look odd, and can be read for all that. */
export const oddFiles: OddFile[] = [
  [
    'a byte order mark before a row in the middle',
    () => lines(one, [mark + two[0]!, ...two.slice(1)]),
    { members: 2, faulty: 0 },
  ],
  ['byte order marks on both ends', () => `${mark}${lines(one)}${mark}`, { members: 1, faulty: 0 }],
  [
    'two calendars in one file',
    () => lines(one, rowOf(2, '2025-03-21', '2026-03-20'), rowOf(3, '1404-01-01', '2026-03-20')),
    { members: 3, faulty: 0 },
  ],
  [
    'the thirtieth of Esfand of a leap year',
    () => lines(rowOf(1, '1403/01/01', '1403/12/30')),
    { members: 1, faulty: 0 },
  ],
  [
    'the thirtieth of Esfand of a common year',
    () => lines(one, rowOf(2, '1404/01/01', '1404/12/30')),
    { members: 1, faulty: 1 },
  ],
  [
    'merged cells, of which only the first holds anything',
    () =>
      workbook({
        others: {
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${headerRow}${textRow(2, one)}${row(3, [
            cell('A3', two[0]!, 'inlineStr'),
            cell('B3', two[1]!, 'inlineStr'),
          ])}</sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells></worksheet>`,
        },
      }),
    { members: 1, faulty: 1 },
  ],
  [
    'several sheets, the first of them read',
    () =>
      workbook({
        rows: headerRow + textRow(2, one),
        others: {
          'xl/workbook.xml': `<workbook><sheets>${sheets(['1', '2'], ['', ''])}</sheets></workbook>`,
        },
      }),
    { members: 1, faulty: 0 },
  ],
  [
    'rows that repeat a number',
    () => workbook({ rows: headerRow + textRow(2, one) + textRow(2, two) + textRow(3, jalali(3)) }),
    { members: 3, faulty: 0 },
  ],
  [
    'rows whose numbers go upwards',
    () => workbook({ rows: headerRow + textRow(9, one) + textRow(4, two) + textRow(3, jalali(3)) }),
    { members: 3, faulty: 0 },
  ],
  [
    'a row whose number no sheet has',
    () => workbook({ rows: headerRow + row(99_999_999_999, [cell('A2', sara.insuredCode, 'inlineStr')]) }),
    { members: 0, faulty: 1 },
  ],
  [
    'rows with too few cells, and with too many',
    () => lines(one, two.slice(0, 3), [...jalali(3), 'x', 'y']),
    { members: 2, faulty: 1 },
  ],
  [
    'zero-width marks and spaces around everything',
    () => `${englishHeader}\n${one.map((text) => `\u200f ${text}\u200e\u200c`).join(',')}`,
    { members: 1, faulty: 0 },
  ],
];
