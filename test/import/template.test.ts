import { buffer, text as collect } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { cast } from '../../playground/cast.js';
import { templateFile } from '../../src/import/template.js';
import { readAll, words } from './files.js';

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
