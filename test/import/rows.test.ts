import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { text as collect } from 'node:stream/consumers';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { cast, person } from '../../playground/cast.js';
import { makeLinesSeen, type LinesSeen } from '../../src/import/lines-seen.js';
import type { Finding, Reading } from '../../src/import/reading.js';
import { templateFile } from '../../src/import/template.js';
import { veil } from '../../src/import/veil.js';
import { cell, englishHeader, headerRow, readAll, row, words, workbook } from './files.js';

const sara = person('sara');
const laleh = person('laleh');
const good = {
  code: sara.insuredCode,
  id: sara.nationalId,
  from: '1404/01/01',
  to: '1404/12/29',
  mobile: sara.phone,
  name: '',
};
type Values = typeof good;

const lineOf = (own: Partial<Values>): string => Object.values({ ...good, ...own }).join(',');
const listOf = (...lines: Partial<Values>[]) =>
  readAll('list.csv', [englishHeader, ...lines.map(lineOf)].join('\n'));

const findings = (reading: Reading | undefined): Finding[] => {
  if (reading?.kind === 'faulty') return reading.faults;
  return reading?.kind === 'member' ? reading.notices : [];
};

describe('a row that is wrong says where and why', () => {
  it.each<[string, Partial<Values>, Finding['column'], Finding['reason']]>([
    ['no insured code', { code: '' }, 'insured-code', 'import-cell-empty'],
    ['an insured code of letters', { code: 'abc' }, 'insured-code', 'import-insured-code-not-digits'],
    ['an insured code too short', { code: '31' }, 'insured-code', 'import-insured-code-too-short'],
    ['no national ID', { id: ' ' }, 'national-id', 'import-cell-empty'],
    ['a national ID of seven digits', { id: '1234567' }, 'national-id', 'import-national-id-too-short'],
    ['a mobile for a national ID', { id: sara.phone }, 'national-id', 'import-national-id-is-mobile'],
    ['a national ID in Excel’s short form', { id: '1.00E+07' }, 'national-id', 'import-cell-lost-digits'],
    [
      'an insured code in Excel’s short form',
      { code: '1.23457E+11' },
      'insured-code',
      'import-cell-lost-digits',
    ],
    ['a formula', { id: '="0010000011"' }, 'national-id', 'import-cell-formula'],
    ['a day with its year last', { from: '01/10/1404' }, 'cover-from', 'day-year-last'],
    ['a day that is none', { to: '1404/12/30' }, 'cover-to', 'day-not-in-calendar'],
    ['a day as a number in a text', { to: '45931' }, 'cover-to', 'day-unreadable'],
    ['a cover that ends before it begins', { to: '1403/12/29' }, 'cover-to', 'import-cover-backwards'],
    ['a cover of a hundred years', { to: '1500/01/01' }, 'cover-to', 'import-cover-too-long'],
    ['a landline', { mobile: '02188888888' }, 'mobile', 'import-mobile-landline'],
    ['a mobile in Excel’s short form', { mobile: '9.12E+09' }, 'mobile', 'import-cell-lost-digits'],
    ['a name of a novel', { name: 'س'.repeat(201) }, 'name', 'import-cell-too-long'],
  ])('%s', async (_, own, column, reason) => {
    const [reading, last] = await listOf(own);
    expect(reading).toMatchObject({ kind: 'faulty', line: 2, faults: [{ column, reason }] });
    expect(last).toEqual({ kind: 'finished', members: 0, faulty: 1 });
  });

  it('and says all that is wrong, not only the first', async () => {
    const [reading] = await listOf({ code: 'x', id: '1', from: 'y', to: '', mobile: 'z' });
    const columns = findings(reading).map(({ column }) => column);
    expect(columns).toEqual(['insured-code', 'national-id', 'mobile', 'cover-from', 'cover-to']);
  });

  it('and the rows after it are read', async () => {
    const readings = await listOf({ code: 'x' }, {});
    expect(readings.map(({ kind }) => kind)).toEqual(['faulty', 'member', 'finished']);
  });

  it('in a workbook: formulas, errors, and numbers too long to be whole', async () => {
    const cells = [
      '<c r="A2"><f>1+1</f><v>2</v></c>',
      cell('B2', '12345678901234567890'),
      cell('C2', '#N/A', 'e'),
      cell('D2', '0.5'),
      cell('E2', '99', 's'),
    ];
    const [reading] = await readAll('list.xlsx', await workbook({ rows: headerRow + row(2, cells) }));
    expect(findings(reading).map(({ reason }) => reason)).toEqual([
      'import-cell-formula',
      'import-cell-lost-digits',
      'import-cell-error',
      'import-cell-error',
      'day-unreadable',
    ]);
  });

  it('but a formula in a column of no concern is no concern', async () => {
    const text = `${englishHeader},sum\n${lineOf({})},=1+1`;
    expect(await readAll('list.csv', text)).toMatchObject([{ kind: 'member' }, { kind: 'finished' }]);
  });
});

describe('rows are compared with those before them', () => {
  it('the same insured code a second time is refused, in whatever digits, and names the first row', async () => {
    const readings = await listOf({}, { code: '۳۱-۰۰۰۱', id: laleh.nationalId });
    expect(readings[1]).toMatchObject({ kind: 'faulty', line: 3 });
    expect(findings(readings[1])).toContainEqual(
      expect.objectContaining({ column: 'insured-code', reason: 'import-code-twice', firstLine: 2 }),
    );
  });

  it('also when the first was wrong in something else', async () => {
    const readings = await listOf({ from: '' }, {});
    expect(readings.map(({ kind }) => kind)).toEqual(['faulty', 'faulty', 'finished']);
  });

  it('a mobile and a national ID of somebody else’s row are accepted and pointed out', async () => {
    const [, reading] = await listOf({}, { code: laleh.insuredCode });
    expect(reading?.kind).toBe('member');
    expect(findings(reading)).toMatchObject([
      { reason: 'import-id-shared', firstLine: 2 },
      { reason: 'import-mobile-shared', firstLine: 2 },
    ]);
  });

  it('a doubtful national ID is accepted and pointed out', async () => {
    const [reading] = await listOf({ id: '0010000012' });
    expect(findings(reading)).toMatchObject([{ column: 'national-id', reason: 'import-id-doubtful' }]);
  });

  it('a hundred thousand codes that differ are all new, and the second time all known', () => {
    const places = Array.from({ length: 100_000 }, (_, n) => ({
      text: String(310_000 + n),
      row: n,
      line: n + 2,
    }));
    const again = places.map(({ text }, n) => ({ text, row: places.length + n, line: 7 }));
    withLinesSeen((seen) => {
      expect(seen.mark(places).filter((earlier) => earlier !== undefined)).toEqual([]);
      expect(seen.mark(again)).toEqual(places.map(({ line }) => line));
    });
  });

  it('no text is taken for another, whatever its letters, zeros and length, and wherever a batch ends', () => {
    const text = fc.oneof(
      fc.stringMatching(/^0{0,4}[0-9]{1,3}$/),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), fc.integer({ min: 1, max: 100 }), (texts, atOnce) => {
        const known = new Map<string, number>();
        const places = texts.map((one, row) => ({ text: one, row, line: row + 2 }));
        const expected = places.map(({ text: one, line }) => {
          const earlier = known.get(one);
          if (earlier === undefined) known.set(one, line);
          return earlier;
        });
        withLinesSeen((seen) => {
          const batches = places.flatMap((_, at) =>
            at % atOnce === 0 ? [places.slice(at, at + atOnce)] : [],
          );
          expect(batches.flatMap((batch) => seen.mark(batch))).toEqual(expected);
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('what a list said', () => {
  it('is off the disk once it has been read, however long the process lives', () => {
    const scratches = (): number[] =>
      readdirSync('/proc/self/fd').flatMap((fd) => {
        try {
          const file = `/proc/self/fd/${fd}`;
          return readlinkSync(file).includes('/scratch') ? [statSync(file).size] : [];
        } catch {
          return [];
        }
      });
    withLinesSeen((seen) => {
      seen.mark(
        Array.from({ length: 60_000 }, (_, n) => ({ text: `${n} `.repeat(100), row: n, line: n + 2 })),
      );
      expect(Math.max(...scratches())).toBeGreaterThan(0);
    });
    expect(Math.max(0, ...scratches())).toBe(0);
  });
});

function withLinesSeen(work: (seen: LinesSeen) => void): void {
  const seen = makeLinesSeen(tmpdir());
  try {
    work(seen);
  } finally {
    seen.close();
  }
}

describe('what staff are shown', () => {
  it('never holds a whole national ID or mobile, in whatever column it stands', async () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9۰-۹]{8,16}$/), fc.constantFrom('', '-', ' '), (digits, mark) => {
        const shown = veil(`${digits.slice(0, 3)}${mark}${digits.slice(3)}`);
        expect(shown.match(/\p{Nd}/gu)?.length).toBeLessThanOrEqual(4);
      }),
    );
    const readings = await listOf({ code: `${sara.nationalId}999`, from: sara.nationalId, id: sara.phone });
    expect(JSON.stringify(readings)).not.toMatch(new RegExp(`${sara.nationalId}|${sara.phone}`));
  });

  it('shows a day as it is, and breaks no line', () => {
    expect(veil('01/10/1404')).toBe('01/10/1404');
    expect(veil('a\u202e\r\nbcdefgh')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(veil('x'.repeat(100_000)).length).toBeLessThan(30);
  });
});

describe('the empty template', () => {
  it.each(['csv', 'xlsx'] as const)(
    'has columns that the reader knows, in both languages (%s)',
    async (format) => {
      for (const locale of ['fa', 'en'] as const) {
        const bytes = await buffer(templateFile(format, words, locale));
        expect(await readAll(`list.${format}`, bytes)).toEqual([
          { kind: 'stopped', fault: { kind: 'file-no-rows' } },
        ]);
      }
    },
  );

  it('filled in, is a list', async () => {
    const header = await collect(templateFile('csv', words, 'fa'));
    const lines = cast.map(
      ({ insuredCode, nationalId, phone }) => `${insuredCode},${nationalId},1404/01/01,1404/12/29,${phone},`,
    );
    const readings = await readAll('list.csv', header + lines.join('\r\n'));
    expect(readings.at(-1)).toEqual({ kind: 'finished', members: cast.length, faulty: 0 });
  });
});

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
    const fromText = await readAll('list.csv', text);
    expect(fromText.at(-1)).toEqual({ kind: 'finished', members: count, faulty: 0 });
    expect(await readAll('list.xlsx', book)).toEqual(fromText);
  });
});
