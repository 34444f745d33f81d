import { describe, expect, it } from 'vitest';
import { badFiles } from './bad-corpus.js';
import { readAll } from './files.js';
import { oddFiles } from './odd-corpus.js';

describe('a file that looks odd and can be read', () => {
  it.each(oddFiles)('%s', async (_, bytes, counts) => {
    const readings = await readAll(await bytes());
    expect(readings.at(-1)).toEqual({ kind: 'finished', ...counts });
    const numbers = readings.flatMap((reading) => ('line' in reading ? [reading.line] : []));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });
});

it('there are enough of both kinds', () => {
  expect(badFiles.length + oddFiles.length).toBeGreaterThanOrEqual(50);
});
