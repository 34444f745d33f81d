import { describe, expect, it } from 'vitest';
import type { Attack } from '../../abuse-lab/attack.js';
import { attacks } from '../../abuse-lab/attacks.js';
import { readOptions, type Options } from '../../abuse-lab/options.js';
import { playAll } from '../../abuse-lab/play.js';
import { embedded } from '../../abuse-lab/town/databases.js';
import { Usage } from '../../playground/flags.js';

const rows = attacks.map(({ row }) => row);
const usual: Options = { seed: 'a test', smsPrice: 1_000, only: null };

/** What the lab prints of these attacks, and with what it ends. */
async function played(wanted: readonly Attack[], options = usual) {
  const lines: string[] = [];
  const code = await playAll({
    attacks: wanted,
    database: embedded,
    options,
    print: (line) => lines.push(line),
  });
  return {
    code,
    text: lines.join('\n'),
    line: (row: string) => lines.find((one) => one.startsWith(`| ${row} `)),
  };
}

const named = (...names: string[]) => attacks.filter(({ row }) => names.includes(row));

describe('the abuse lab', () => {
  it('shows whoever runs it that attackers get no further than they may, and what they cost', async () => {
    const { code, text, line } = await played(attacks, { ...usual, only: ['B3', 'B7', 'C8b', 'D3'] });
    expect(text).toContain('Every bound holds.');
    expect(line('B3')).toMatch(/\| 1 \| 1 SMS to the member \| 1,000 \| 0 \| [\d.]+ \| holds \|$/);
    expect(text).toContain('4 attacks');
    expect(code).toBe(0);
  });

  it('marks the row and ends with 1 when more got through than may, when a member is held up, and when it could not be played', async () => {
    const [attack] = named('B3');
    const damage = { through: 0, minutes: null, sms: 0 };
    const { code, text, line } = await played([
      { ...attack!, bound: { of: 'SMS', most: 0 } },
      { ...attack!, row: 'X1', plan: {}, plays: () => Promise.resolve({ ...damage, minutes: 60 }) },
      { ...attack!, row: 'X2', plan: {}, plays: () => Promise.reject(new Error('nobody answers')) },
      { ...attack!, row: 'X3', plan: {}, plays: () => Promise.resolve(damage) },
    ]);
    for (const row of ['B3', 'X1', 'X2']) expect(line(row)).toMatch(/BROKEN \|$/);
    expect(line('X3')).toMatch(/holds \|$/);
    expect(text).toContain('nobody answers');
    expect(text).toContain('BROKEN: B3, X1, X2');
    expect(code).toBe(1);
  });

  it('has a name of its own for every attack', () => {
    expect(new Set(rows).size).toBe(rows.length);
  });

  it.each([['--sead', '2'], ['--sms-price', '-5'], ['--sms-price', 'ten'], ['--only', 'B3,Z9'], ['B3']])(
    'refuses %s %s, and says how it is used',
    (...args) => {
      expect(() => readOptions(args.filter(Boolean), rows)).toThrow(Usage);
      expect(() => readOptions(args.filter(Boolean), rows)).toThrow(/npm run abuse-lab/);
    },
  );

  it('takes seed, price and rows as they are given', () => {
    expect(readOptions(['--seed', 'x', '--sms-price', '900', '--only', 'B3,D1'], rows)).toEqual({
      seed: 'x',
      smsPrice: 900,
      only: ['B3', 'D1'],
    });
  });
});
