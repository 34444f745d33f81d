import fc from 'fast-check';
import { buffer, text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/tables/cell.js';
import { writeCsv, type Value } from '../../src/tables/write/csv.js';
import { harmless } from '../../src/tables/write/harmless.js';
import { writeXlsx } from '../../src/tables/write/xlsx.js';
import { rowsIn } from '../support/table-file.js';

const look = { rightToLeft: true, widths: [12, 12, 12] };
const header = ['a', 'b', 'c'];

async function readBack(bytes: Buffer): Promise<Cell[][]> {
  const rows = await rowsIn(bytes);
  return rows.map(({ cells }) => cells);
}

const csv = async (rows: Value[][]) => Buffer.from(await text(Readable.from(writeCsv(rows))));
const xlsx = (rows: Value[][]) => buffer(writeXlsx(rows, look));

describe('no cell that we write is ever run', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
  ])('%j is text in a CSV file', async (evil) => {
    const [, [cell] = []] = parse((await csv([header, [evil, '', '']])).toString().slice(1));
    expect(cell).toMatch(/^'/);
    expect(cell).not.toMatch(/\p{Cc}/u);
  });

  it('whatever is written, no CSV cell begins like a formula or escapes from its cell', async () => {
    const nasty = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '"', ',', ';', '\t', '\r', '\n', '\0', ' ', 'a'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(nasty, nasty, nasty), { maxLength: 5 }), async (rows) => {
        const read: string[][] = parse((await csv(rows)).toString().slice(1), { skip_empty_lines: false });
        expect(read).toEqual(rows.map((row) => row.map(harmless)));
        expect(read.flat().filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
      }),
    );
  });

  it('a workbook keeps a would-be formula as the text that it is', async () => {
    const bytes = await xlsx([header, ['=1+1', '@a', '0010000011']]);
    expect(await readBack(bytes)).toEqual([header, ['=1+1', '@a', '0010000011']]);
  });
});

describe('what is written can be read again', () => {
  const rows: Value[][] = [
    header,
    ['سارا "نیک‌منش"', 12, null],
    ['a,b;c', null, '0010000011'],
    ['<&>', -3.5, 'آ'],
  ];

  it('from a CSV file', async () => {
    expect(await readBack(await csv(rows))).toEqual([
      header,
      ['سارا "نیک‌منش"', '12', ''],
      ['a,b;c', '', '0010000011'],
      ['<&>', '-3.5', 'آ'],
    ]);
  });

  it('from a workbook, numbers as numbers', async () => {
    expect(await readBack(await xlsx(rows))).toEqual([
      header,
      ['سارا "نیک‌منش"', 12],
      ['a,b;c', '', '0010000011'],
      ['<&>', -3.5, 'آ'],
    ]);
  });

  it('whatever characters it holds', async () => {
    const anything = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((value) => /[^\s\p{Cc}]/u.test(value));
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        const [, [cell] = []] = await readBack(await xlsx([header, [value]]));
        expect(cell).toBe(value.replace(/\p{Cc}/gu, ' ').replace(/[\uFFFE\uFFFF]/g, '\uFFFD'));
      }),
      { numRuns: 40 },
    );
  });

  it('equal rows make equal files', async () => {
    expect(await xlsx(rows)).toEqual(await xlsx(rows));
  });
});

describe('rows that break off', () => {
  async function* broken(): AsyncGenerator<Value[]> {
    yield header;
    throw new Error('the database went away');
  }

  it('leave no file that looks whole', async () => {
    await expect(buffer(writeXlsx(broken(), look))).rejects.toThrow('the database went away');
    await expect(text(Readable.from(writeCsv(broken())))).rejects.toThrow('the database went away');
  });
});
