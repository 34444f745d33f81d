import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { exportResets, type ResetRecord } from '../../src/reports/export-resets.js';
import type { Cell } from '../../src/tables/cell.js';
import { loadWords } from '../../src/words/load-words.js';
import { locales } from '../../src/words/words.js';
import { rowsIn } from '../support/table-file.js';

const words = loadWords(fileURLToPath(new URL('../../locales/', import.meta.url)));
const done: ResetRecord = {
  reference: 'K7WQ2M',
  insuredCode: person('behrouz').insuredCode,
  platform: 'bale',
  state: 'done',
  reservedAt: new Date('2025-09-22T20:29:59Z'),
  settledAt: new Date('2025-09-22T20:30:01Z'),
};
const kept: ResetRecord = { ...done, reference: '=1+1', state: 'unknown', settledAt: null };

async function exported(format: 'csv' | 'xlsx', locale: 'fa' | 'en'): Promise<Cell[][]> {
  const bytes = await buffer(exportResets(format, [done, kept], words, locale));
  const rows = await rowsIn(bytes);
  return rows.map(({ cells }) => cells);
}

describe.each(['csv', 'xlsx'] as const)('the file of recoveries, as %s', (format) => {
  it('tells days in both calendars and times in Tehran, across midnight', async () => {
    const [, row] = await exported(format, 'en');
    expect(row).toEqual([
      ...['K7WQ2M', done.insuredCode, 'Bale', 'Done'],
      ...['1404/06/31', '2025-09-22', '23:59:59', '1404/07/01', '2025-09-23', '00:00:01'],
    ]);
  });

  it('leaves the end of an unsettled one empty, and runs no formula', async () => {
    const [, , row] = await exported(format, 'fa');
    expect(row?.slice(7).every((cell) => cell === '')).toBe(true);
    expect(row?.[0]).toBe(format === 'csv' ? "'=1+1" : '=1+1');
  });

  it('has a name for each column, in both languages', async () => {
    for (const locale of locales) {
      const [header, row] = await exported(format, locale);
      expect(new Set(header).size).toBe(row?.length);
    }
  });
});
