import { describe, expect, it } from 'vitest';
import { makeImportWording } from '../../src/import/wording.js';
import { defaultTableLimits } from '../../src/tables/limits.js';
import { badFiles, changed, line, sheet, sheetPart, text, values, whole } from './bad-corpus.js';
import { readAll, row, textRow, words, workbook } from './files.js';

const limits = (own: Partial<typeof defaultTableLimits>) => ({ limits: { ...defaultTableLimits, ...own } });

describe('a file that is no use has one clear answer', () => {
  it.each(badFiles)('%s (%s)', async (_, bytes, kind) => {
    const readings = await readAll(await bytes());
    expect(readings.at(-1)).toMatchObject({ kind: 'stopped', fault: { kind } });
  });

  it.each(badFiles)('%s (%s) has words for it in both languages', async (_, bytes) => {
    const last = (await readAll(await bytes())).at(-1);
    if (last?.kind !== 'stopped') throw new Error('it was read');
    for (const locale of ['fa', 'en'] as const)
      expect(makeImportWording(words, locale).fileFault(last.fault)).toMatch(/\.$|ملی|ID/);
  });
});

describe('a file beyond the limits is refused, and not held', () => {
  it('by its size', async () => {
    expect(await readAll(text, limits({ fileBytes: 20 }))).toEqual([
      { kind: 'stopped', fault: { kind: 'file-too-big', line: null } },
    ]);
  });

  it.each([
    ['in a text', async () => `${text}${line}\n${line}\n`],
    ['in a workbook', () => workbook({ rows: sheet + textRow(3, values) + textRow(4, values) })],
  ])('by its rows, %s', async (_, bytes) => {
    const last = (await readAll(await bytes(), limits({ rows: 3 }))).at(-1);
    expect(last).toEqual({ kind: 'stopped', fault: { kind: 'file-too-many-rows', line: 4 } });
  });

  it.each([
    ['in a text', async () => `${text}${line},7,8\n`],
    ['in a workbook', () => workbook({ rows: sheet + textRow(3, [...values, '7', '8']) })],
  ])('by its columns, %s', async (_, bytes) => {
    const last = (await readAll(await bytes(), limits({ columns: 7 }))).at(-1);
    expect(last).toEqual({ kind: 'stopped', fault: { kind: 'file-too-many-columns', line: 3 } });
  });

  it('by a line of a hundred million characters, without holding it', async () => {
    const before = process.memoryUsage.rss();
    const file = Buffer.alloc(100_000_000, 'x');
    file.write(text);
    const last = (await readAll(file)).at(-1);
    expect(last).toEqual({ kind: 'stopped', fault: { kind: 'file-line-too-long', line: 3 } });
    expect(process.memoryUsage.rss() - before - file.length).toBeLessThan(100_000_000);
  });

  it('by a quote left open for megabytes', async () => {
    const last = (await readAll(`${text}"${`${line}\n`.repeat(20_000)}`)).at(-1);
    expect(last).toMatchObject({ fault: { kind: 'file-line-too-long' } });
  });

  it.each(['v', 'x'])('by a cell of endless text, in a tag that is looked at or not (%s)', async (tag) => {
    const endless = row(3, [`<c r="A3"><${tag}>${'7'.repeat(3_000_000)}</${tag}></c>`]);
    const last = (await readAll(await workbook({ rows: sheet + endless }))).at(-1);
    expect(last).toMatchObject({ fault: { kind: 'file-line-too-long' } });
  });

  it('by unpacking to a thousand times its size', async () => {
    const bomb = await workbook({ rows: sheet, others: { 'xl/media/x': ' '.repeat(20_000_000) } });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readAll(bomb)).toMatchObject([{ fault: { kind: 'file-unpacks-too-big' } }]);
  });

  it('by what it says it unpacks to', async () => {
    const own = limits({ unpackedBytes: 3_000 });
    expect(await readAll(await whole(), own)).toMatchObject([{ fault: { kind: 'file-unpacks-too-big' } }]);
  });

  it('by lying about what it unpacks to', async () => {
    const file = await workbook({ rows: sheet + textRow(3, values).repeat(5_000) });
    const liar = changed(file, `PK\x01\x02`, 0, 0x50);
    const entry = liar.lastIndexOf(sheetPart) - 46;
    liar.writeUInt32LE(1_000, entry + 24);
    expect((await readAll(liar)).at(-1)).toMatchObject({ fault: { kind: 'file-broken' } });
  });

  it('by having thousands of parts', async () => {
    const others = Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`x/${n}`, '']));
    expect(await readAll(await workbook({ others }))).toMatchObject([
      { fault: { kind: 'file-unpacks-too-big' } },
    ]);
  });
});
