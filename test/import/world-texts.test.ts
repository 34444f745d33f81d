import { describe, expect, it } from 'vitest';
import { invent } from '../support/invented.js';
import { persianHeader } from './files.js';
import { one, two, valuesOf, text, all, read, membersIn } from './world-list.js';

describe('a text file is read in whatever it was written', () => {
  const tabbed = text.replaceAll(',', '\t');
  const bigEndFirst = (bytes: string): Buffer => Buffer.from(bytes, 'utf16le').swap16();

  it.each([
    ['UTF-16, little end first, with its mark', Buffer.from(`\uFEFF${tabbed}`, 'utf16le')],
    ['UTF-16, big end first, with its mark', bigEndFirst(`\uFEFF${tabbed}`)],
    ['UTF-16, little end first, without a mark', Buffer.from(tabbed, 'utf16le')],
    ['UTF-16, big end first, without a mark', bigEndFirst(tabbed)],
  ])('%s', async (_, bytes) => {
    expect(membersIn(await read(bytes))).toEqual(all);
  });

  it.each(['\n', '\r\n', '\r'])(
    'and a quotation mark left open takes no line with it in silence (%j)',
    async (end) => {
      const five = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => valuesOf(invent(n)));
      five[1]![5] = `"${five[1]![5]}`;
      five[4]![5] = `${five[4]![5]}"`;
      const readings = await read([persianHeader, ...five.map((values) => values.join(','))].join(end));
      const faulty = readings.flatMap((reading) => (reading.kind === 'faulty' ? [reading] : []));
      expect(faulty.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
      expect(new Set(faulty.flatMap(({ faults }) => faults.map(({ reason }) => reason)))).toEqual(
        new Set(['import-line-swallowed']),
      );
      expect(membersIn(readings).map(({ insuredCode }) => insuredCode)).toEqual(
        [1, 6, 7, 8].map((n) => invent(n).insuredCode),
      );
      expect(readings.at(-1)).toEqual({ kind: 'finished', members: 4, faulty: 4 });
    },
  );

  it('nor does one in the middle of a line', async () => {
    const swallowing = text
      .replace(`,${one.phone},`, `,"${one.phone},`)
      .replace(`${two.phone},`, `${two.phone}",`);
    const readings = await read(swallowing);
    expect(
      readings.map((reading) => ('line' in reading ? [reading.kind, reading.line] : reading.kind)),
    ).toEqual([['faulty', 2], ['faulty', 3], ['member', 4], 'finished']);
  });

  it('but an address on two lines with commas is one cell', async () => {
    const address = `"تهران, خیابان یک, کوچهٔ دو, پلاک ۳\nطبقهٔ ۴, واحد ۵, زنگ ۶, پشت"`;
    const [header, first, ...others] = text.split('\n');
    const readings = await read([`${header},نشانی`, `${first},${address}`, ...others].join('\n'));
    expect(membersIn(readings)).toEqual(all);
  });
});
