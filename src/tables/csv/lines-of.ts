import type { BareLine } from '../cell.js';

const lineEnd = /\r\n|\r|\n/;

/** The lines that a row stands on, each split into cells without regard to quotes; undefined for a row on one line. `last`: the number of the last one. */
export function linesOf(record: readonly string[], delimiter: string, last: number): BareLine[] | undefined {
  if (!record.some((cell) => lineEnd.test(cell))) return undefined;
  const lines: string[][] = [[]];
  for (const cell of record) {
    const [first = '', ...more] = cell.split(lineEnd);
    lines.at(-1)?.push(...(lines.length > 1 ? first.split(delimiter) : [first]));
    for (const line of more) lines.push(line.split(delimiter));
  }
  return lines.map((cells, at) => ({ line: last - lines.length + 1 + at, cells }));
}
