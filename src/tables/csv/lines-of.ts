import type { BareLine } from '../cell.js';

const lineEnd = /\r\n|\r|\n/;

/** The lines that a row stands on, each split into cells without regard to quotes; undefined for a row on one line. `first`: the number of the first. */
export function linesOf(record: readonly string[], delimiter: string, first: number): BareLine[] | undefined {
  if (!record.some((cell) => lineEnd.test(cell))) return undefined;
  const lines: string[][] = [[]];
  for (const cell of record) {
    const [start = '', ...more] = cell.split(lineEnd);
    lines.at(-1)?.push(...(lines.length > 1 ? start.split(delimiter) : [start]));
    for (const line of more) lines.push(line.split(delimiter));
  }
  return lines.map((cells, at) => ({ line: first + at, cells }));
}
