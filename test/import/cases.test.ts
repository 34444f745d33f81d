import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ResetQuota } from '../../entities/reset-quota.js';
import { makeDayReader } from '../../src/import/read-cell.js';
import type { Reading } from '../../src/import/reading.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { rowsIn } from '../support/table-file.js';
import { batchesOf } from './files.js';
import { openTown } from './list-harness.js';
import { cover, membersIn, today } from './world-list.js';

const folder = fileURLToPath(new URL('cases/', import.meta.url));
const bytesOf = (file: string): Buffer => readFileSync(folder + file);

const memberOf = (at: number, nationalId: string) => ({
  insuredCode: `71000${at}`,
  nationalId,
  ...cover,
  mobile: `0912700000${at}`,
  name: `آزمایش ${at}`,
});
const [one, two, three] = [
  memberOf(1, '0012340073'),
  memberOf(2, '0012340146'),
  memberOf(3, '0012340219'),
] as const;
const all = [one, two, three];
const noMobile = { mobile: null };
const lines = ['2', '3', '4'];
/** `03` and `12` leave cells empty that are typed as shared texts. */
const withGaps = [{ ...one, ...noMobile }, { ...two, ...noMobile, name: null }, three];
const padded = all.map((member) => ({ ...member, insuredCode: `00${member.insuredCode}` }));
const ended = all.map((member) => ({ ...member, coverFrom: '2005-01-01', coverTo: '2005-12-29' }));
const swallowed = ['3', '4', '5', '6'].map((line) => `${line}: insured-code import-line-swallowed`);
const afterThose = [memberOf(6, '0012340421'), memberOf(7, '0012340499'), memberOf(8, '0012340561')];

/** What a file yields besides its members, where it is anything. */
interface Told {
  sheet?: string;
  found?: string[];
  hidden?: number[];
}

const cases: [file: string, members: object[], told?: Told][] = [
  ['00-base.xlsx', all],
  ['01-main-part-workbook2.xlsx', all],
  ['03-shared-type-without-value.xlsx', withGaps],
  [
    '04-shared-type-without-value-takes-another-mobile.xlsx',
    [one, { ...two, ...noMobile }, { ...three, ...noMobile }],
  ],
  ['05-x000D-in-header.xlsx', all],
  ['07-chartsheet-first.xlsx', all],
  ['08-zero-padded-number-format.xlsx', padded],
  ['09-rows-hidden-by-filter.xlsx', all, { hidden: [3] }],
  ['10-second-sheet-is-the-open-one.xlsx', [], { found: ['file-several-sheets 1403, 1405'] }],
  ['11-cover-page-first.xlsx', all, { sheet: 'داده' }],
  ['12-part-name-other-case.xlsx', withGaps],
  ['16-page-appended-after-zip.xlsx', all],
  ['20-serials-a-few-seconds-before-midnight.xlsx', all],
  [
    '27-jalali-year-two-digits-become-2005.xlsx',
    ended,
    { found: lines.map((line) => `${line}: cover-to import-cover-over`) },
  ],
  ['40-equals-quote.csv', all],
  ['42-unbalanced-quotes-swallow-lines.csv', [one, ...afterThose], { found: swallowed }],
  ['44-utf16be-bom.csv', all],
  [
    '53-mobile-placeholders.csv',
    all.map((member) => ({ ...member, ...noMobile })),
    { found: lines.map((line) => `${line}: mobile import-placeholder`) },
  ],
  // Its days are right; its national IDs have seven digits, of which nobody knows what is missing.
  [
    '81-calc-opened-csv-farsi.xlsx',
    [],
    { sheet: 'typed', found: lines.map((line) => `${line}: national-id import-national-id-too-short`) },
  ],
  [
    '90-first-day-one-day-off-after-00-base.csv',
    [{ ...one, coverFrom: '2026-03-20', coverTo: '2027-03-19', ...noMobile, name: null }],
  ],
];

/** What is wrong with it, or worth a look, each with its line. */
function findingsIn(reading: Reading): string[] {
  if (reading.kind === 'finished') return [];
  if (reading.kind === 'stopped') {
    const { fault } = reading;
    return [`${fault.kind} ${'sheets' in fault ? fault.sheets?.join(', ') : ''}`.trim()];
  }
  const found = reading.kind === 'member' ? reading.notices : reading.faults;
  return found.map(({ column, reason }) => `${reading.line}: ${column} ${reason}`);
}

describe('a list as the world writes it', () => {
  it.each(cases)('%s', async (file, members, { sheet, found = [], hidden = [] } = {}) => {
    const batches = await batchesOf(bytesOf(file), { today });
    const readings = batches.flatMap((batch) => batch.readings);
    expect(membersIn(readings)).toEqual(members);
    expect(readings.flatMap(findingsIn)).toEqual(found);
    expect(readings.flatMap((reading) => ('isHidden' in reading ? [reading.line] : []))).toEqual(hidden);
    if (sheet) expect(batches[0]?.sheet).toBe(sheet);
  });

  it('81-calc-opened-csv-farsi.xlsx has the days that were typed', async () => {
    const [, ...rows] = await rowsIn(bytesOf('81-calc-opened-csv-farsi.xlsx'));
    const [first, last] = [makeDayReader('first'), makeDayReader('last')];
    const days = rows.map(({ cells, days }) => [first(cells[2]!, days), last(cells[3]!, days)]);
    const typed = [cover.coverFrom, cover.coverTo].map((value) => ({ ok: true, value }));
    expect(days).toEqual([typed, typed, typed]);
  });

  it('stands here with what it must yield', () => {
    const files = readdirSync(folder).filter((file) => file !== 'README.md');
    expect(cases.map(([file]) => file)).toEqual(files.sort());
  });
});

onCleanDatabases('a list as the world writes it, in the records', (db) => {
  it('90-first-day-one-day-off-after-00-base.csv moves the period and keeps what is used', async () => {
    const town = openTown(db());
    const base = (await town.judge(bytesOf('00-base.xlsx'))).run;
    await town.applyByTwo(base);
    await town.members(async (book) => {
      const member = await book.byInsuredCode(one.insuredCode);
      const period = await book.coverAt(member!.id, town.clock.now());
      await book.putQuota({ memberId: member!.id, coverageId: period!.id, used: 3, allowance: 5 });
    });
    const { run } = await town.judge(bytesOf('90-first-day-one-day-off-after-00-base.csv'));
    expect(run).toMatchObject({ newcomers: 0, changed: 1, periods: 0, movedPeriods: 1 });
    await town.applyByTwo(run);
    const kept = await town.members(async (book) => {
      const member = await book.byInsuredCode(one.insuredCode);
      const period = await book.coverAt(member!.id, town.clock.now());
      return { id: period!.id, days: [period!.startsOn, period!.endsOn] };
    });
    expect(kept.days).toEqual(['2026-03-20', '2027-03-19']);
    const quotas = await db().dataSource.manager.findBy(ResetQuota, {});
    expect(quotas).toMatchObject([{ coverageId: kept.id, used: 3, allowance: 5 }]);
  });

  it('27-jalali-year-two-digits-become-2005.xlsx has its covers that are over counted in the summary', async () => {
    const town = openTown(db());
    const { run } = await town.judge(bytesOf('27-jalali-year-two-digits-become-2005.xlsx'));
    expect(JSON.parse(run.noticeKinds ?? '[]')).toMatchObject([{ count: 3, first: { line: 2 } }]);
    expect(run).toMatchObject({ newcomers: 3, faulty: 0 });
  });
});
