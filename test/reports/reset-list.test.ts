import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PasswordReset } from '../../entities/password-reset.js';
import { makeResetListStore } from '../../src/reports/reset-list-store.js';
import { resetRecords, spanOf } from '../../src/reports/reset-list.js';
import { onBothDatabases } from '../support/both-databases.js';
import { ledgerRow } from './ledger-rows.js';

const noon = Date.parse('2026-03-20T08:30:00Z');

onBothDatabases('the ledger, read in pages', (harness) => {
  it('gives each recovery of the span once and in order, however many begin at one moment', async () => {
    const { manager } = harness();
    // Few moments and small pages, so that pages end in the middle of a moment.
    const moments = fc.array(fc.integer({ min: -30, max: 30 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(moments, fc.integer({ min: 1, max: 7 }), async (hours, pageSize) => {
        await manager.clear(PasswordReset);
        const rows = hours.map((at, number) => ledgerRow(number, new Date(noon + at * 3_600_000)));
        if (rows.length > 0) await manager.insert(PasswordReset, rows);
        const span = spanOf('2026-03-20', '2026-03-20');
        const read: string[] = [];
        const page = (after: PasswordReset | null) =>
          harness().db.inTransaction((tx) => makeResetListStore(tx).page(span, after, pageSize));
        for await (const { reference } of resetRecords(page)) read.push(reference);
        const wanted = rows
          .filter(({ reservedAt }) => reservedAt >= span.from && reservedAt < span.until)
          .sort((a, b) => a.reservedAt.getTime() - b.reservedAt.getTime() || (a.id < b.id ? -1 : 1))
          .map(({ reference }) => reference);
        expect(read).toEqual(wanted);
        const any = await harness().db.inTransaction((tx) => makeResetListStore(tx).any(span));
        expect(any).toBe(wanted.length > 0);
      }),
      { numRuns: 25 },
    );
  });

  it('begins and ends a day at midnight in Tehran', () => {
    expect(spanOf('2026-03-20', '2026-03-21')).toEqual({
      from: new Date('2026-03-19T20:30:00Z'),
      until: new Date('2026-03-21T20:30:00Z'),
    });
  });
});
