import { describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { AuditEntry } from '../../entities/audit-entry.js';
import { makeAudit } from '../../src/audit/audit.js';
import { makeAuditChain } from '../../src/audit/sealer.js';
import { makeAuditStore, type ChainedEntry } from '../../src/audit/store.js';
import { trailRows } from '../../src/audit/trail-rows.js';
import { auditEvent } from '../../src/audit/vocabulary.js';
import { writeCsv } from '../../src/tables/write/csv.js';
import { onBothDatabases } from '../support/both-databases.js';
import type { ResetHarness } from '../support/reset-harness.js';
import { brokenLink } from './outside-clerk.js';

/** As many places of a chain as asked for, as a version has written them that signed nothing. */
const unsigned = (from: number, count: number): ChainedEntry[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: from + at, sequence: from + at, hash: `hash ${from + at}`, at: new Date(0), event: 'x:y' },
    ...{ actor: 'system', memberId: null, reference: null, detail: '{}' },
    ...{ writer: 'before', number: 7, confirms: '1-1', mac: null },
  }));

describe('rows of the trail', () => {
  const rowsOf = async (places: { first: number; last: number }, pages: ChainedEntry[][]) => {
    const asked: number[] = [];
    const read = (sequence: number) => {
      asked.push(sequence);
      const next = pages.shift();
      if (!next) throw new Error('read past the end');
      return Promise.resolve(next);
    };
    const rows = [];
    for await (const row of trailRows(places, 'before', read)) rows.push(row);
    return { asked, heads: rows[0], rows: rows.slice(1) };
  };

  it('end in the middle of a page, where they are to end', async () => {
    const { asked, rows } = await rowsOf({ first: 4, last: 6 }, [unsigned(4, 2), unsigned(6, 2)]);
    expect(rows.map(([place]) => place)).toEqual([4, 5, 6]);
    expect(asked).toEqual([3, 5]);
  });

  it('are not looked for after the last of them, nor where the chain is at its end', async () => {
    expect((await rowsOf({ first: 1, last: 2 }, [unsigned(1, 2), []])).rows).toHaveLength(2);
    const { asked, rows } = await rowsOf({ first: 1, last: 9 }, [unsigned(1, 2), []]);
    expect([rows.length, asked]).toEqual([2, [0, 2]]);
  });

  it('are signed with nothing where the line was not', async () => {
    const { heads, rows } = await rowsOf({ first: 1, last: 1 }, [unsigned(1, 1), []]);
    const told = [1, 1, '1970-01-01T00:00:00.000Z', 'x:y', 'system', null, null, '{}'];
    expect(rows).toEqual([[...told, null, null, null, null, 'before', 'hash 1']]);
    expect(heads).toHaveLength(rows[0]?.length ?? 0);
  });
});

onBothDatabases('the file of the trail', (harness) => {
  it('holds what the trail holds, in pages of any size, and its chain can be checked without us', async () => {
    await writeAndSeal(harness(), 23);
    for (const pageSize of [1, 5, 22, 23, 24, 500]) {
      const table = await fileOf(harness(), { first: 1, last: 23 }, '', pageSize);
      const lines = await harness().manager.find(AuditEntry, { order: { sequence: 'ASC' } });
      expect(table.map(({ id, detail, hash }) => [Number(id), detail, hash])).toEqual(
        lines.map(({ id, detail, hash }) => [id, detail, hash]),
      );
      expect(brokenLink(harness().keyring, table)).toBeNull();
    }
  });

  it('from the middle of the chain names the link before, and ends where it is to end', async () => {
    await writeAndSeal(harness(), 9);
    const { hash } = await harness().manager.findOneByOrFail(AuditEntry, { sequence: 3 });
    const table = await fileOf(harness(), { first: 4, last: 7 }, hash ?? '', 2);
    expect(table.map(({ sequence }) => sequence)).toEqual(['4', '5', '6', '7']);
    expect(brokenLink(harness().keyring, table)).toBeNull();
  });

  it.each([
    ['event', auditEvent('no-match')],
    ['number', '7'],
    ['detail', '{}'],
    ['at', '2020-01-01T00:00:00.000Z'],
  ])('shows elsewhere that somebody changed the %s of a line', async (column, value) => {
    await writeAndSeal(harness(), 5);
    const table = await fileOf(harness(), { first: 1, last: 5 }, '', 500);
    table[2] = { ...table[2]!, [column]: value };
    expect(brokenLink(harness().keyring, table)).toBe('3');
  });

  it('has no cell that a spreadsheet would run, and none that changes on its way', async () => {
    const { db, clock, keyring } = harness();
    await db.inTransaction((tx) =>
      makeAudit({ tx, clock, keyring }).write({
        ...{ reason: 'staff-close-house', actor: 'staff:1' },
        detail: { text: '=1+1\n\u0085\u007f"؛,' },
      }),
    );
    await db.inTransaction((tx) => makeAuditChain({ tx, keyring: harness().keyring }).extend());
    const [line] = await fileOf(harness(), { first: 1, last: 1 }, '', 500);
    expect(JSON.parse(line!.detail!)).toEqual({ text: '=1+1\n\u0085\u007f"؛,' });
    expect(Object.values(line!).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(brokenLink(harness().keyring, [line!])).toBeNull();
  });

  it('knows which places the lines of some hours have', async () => {
    await writeAndSeal(harness(), 3);
    const { clock, db } = harness();
    clock.pass(3_600_000);
    const from = clock.now();
    await writeAndSeal(harness(), 2);
    clock.pass(3_600_000);
    const within = (begin: Date, end: Date) =>
      db.inTransaction((tx) => makeAuditStore(tx).placesWithin(begin, end));
    expect(await within(from, clock.now())).toEqual({ first: 4, last: 5 });
    expect(await within(clock.now(), new Date(clock.now().getTime() + 1))).toBeNull();
  });
});

async function writeAndSeal({ db, clock, keyring }: ResetHarness, count: number): Promise<void> {
  await db.inTransaction(async (tx) => {
    const audit = makeAudit({ tx, clock, keyring });
    for (let line = 0; line < count; line += 1) {
      await audit.write({ reason: 'code-sent', actor: 'system', memberId: line, detail: { line, چه: '•' } });
    }
  });
  await db.inTransaction((tx) => makeAuditChain({ tx, keyring }).extend());
}

async function fileOf(
  { db }: ResetHarness,
  places: { first: number; last: number },
  before: string,
  pageSize: number,
): Promise<Record<string, string>[]> {
  const read = (sequence: number) =>
    db.inTransaction((tx) => makeAuditStore(tx).chainedAfter(sequence, pageSize));
  let text = '';
  for await (const piece of writeCsv(trailRows(places, before, read))) text += piece;
  return parse<Record<string, string>>(text, { bom: true, columns: true });
}
