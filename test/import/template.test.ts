import { buffer, text as collect } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { cast } from '../../playground/cast.js';
import { optionalColumns, requiredColumns } from '../../src/import/columns/names.js';
import { templateFile } from '../../src/import/template.js';
import { readAll, words } from './files.js';

describe('the empty template', () => {
  it.each(['csv', 'xlsx'] as const)(
    'has columns that the reader knows, in both languages (%s)',
    async (format) => {
      for (const locale of ['fa', 'en'] as const) {
        const bytes = await buffer(templateFile(format, words, locale));
        expect(await readAll(bytes)).toEqual([{ kind: 'stopped', fault: { kind: 'file-no-rows' } }]);
      }
    },
  );

  it.each([
    ['list-columns', requiredColumns],
    ['list-columns-optional', optionalColumns],
  ])('is asked for by the names of its columns (%s)', (key, columns) => {
    for (const locale of ['fa', 'en'] as const) {
      const asked = words.plain(locale, key).toLowerCase();
      const names = columns.map((column) => words.plain(locale, `import-column-${column}`).toLowerCase());
      expect(names.filter((name) => !asked.includes(name))).toEqual([]);
    }
  });

  it('filled in, is a list', async () => {
    const header = await collect(templateFile('csv', words, 'fa'));
    const lines = cast.map(
      ({ insuredCode, nationalId, phone }) => `${insuredCode},${nationalId},1404/01/01,1404/12/29,${phone},`,
    );
    const readings = await readAll(header + lines.join('\r\n'));
    expect(readings.at(-1)).toEqual({ kind: 'finished', members: cast.length, faulty: 0 });
  });
});
