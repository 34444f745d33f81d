import { describe, expect, it } from 'vitest';
import { cell, englishHeader, readAll, row, workbook } from './files.js';
import { sara } from './sara-rows.js';

describe('a long list', () => {
  it('is the same from a text and from a workbook of shared texts larger than a block', async () => {
    const count = 5_000;
    const lines = Array.from({ length: count }, (_, n) => [
      String(310_000 + n),
      sara.nationalId,
      '1404/01/01',
      '1404/12/29',
    ]);
    const text = [englishHeader, ...lines.map((line) => line.join(','))].join('\n');
    const shared = [...englishHeader.split(',').slice(0, 4), ...lines.flat()].map(
      (value) => `<t>${value}</t>`,
    );
    const rows = Array.from({ length: count + 1 }, (_, n) =>
      row(
        n + 1,
        [0, 1, 2, 3].map((column) =>
          cell('ABCD'.charAt(column) + String(n + 1), String(n * 4 + column), 's'),
        ),
      ),
    );
    const book = await workbook({ rows: rows.join(''), sharedTexts: shared });
    const fromText = await readAll(text);
    expect(fromText.at(-1)).toEqual({ kind: 'finished', members: count, faulty: 0 });
    expect(await readAll(book)).toEqual(fromText);
  });
});
