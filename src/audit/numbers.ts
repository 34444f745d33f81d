/** Numbers of one writer that follow each other, both ends included. */
export interface NumberRange {
  from: number;
  to: number;
}

/** Those of somebody. */
export interface WriterRange extends NumberRange {
  writer: string;
}

/** A line that may not be there. */
export interface NumberedLine {
  writer: string;
  number: number;
}

export const rangesInText = (ranges: readonly NumberRange[]): string =>
  ranges.map(({ from, to }) => `${from}-${to}`).join(',');

export const parseRanges = (text: string): NumberRange[] =>
  [...text.matchAll(/(\d+)-(\d+)/g)].map(([, from, to]) => ({ from: Number(from), to: Number(to) }));

/** What lines of a writer say to have been committed before them. */
export const confirmedBy = (
  lines: readonly { writer: string | null; confirms: string | null }[],
): WriterRange[] =>
  joined(
    lines.flatMap(({ writer, confirms }) =>
      parseRanges(confirms ?? '').map((range) => ({ writer: writer ?? '', ...range })),
    ),
  );

/** The same numbers in as few ranges as may be. */
export function joined(ranges: readonly WriterRange[]): WriterRange[] {
  const result: WriterRange[] = [];
  const inOrder = [...ranges].sort((a, b) => a.writer.localeCompare(b.writer) || a.from - b.from);
  for (const range of inOrder) {
    const last = result.at(-1);
    if (last?.writer === range.writer && range.from <= last.to + 1) last.to = Math.max(last.to, range.to);
    else result.push({ ...range });
  }
  return result;
}

/** The name of a line that may not be there: its writer and its number. */
export const lineName = (line: { writer: string | null; number: number | null }): string =>
  `${line.writer}/${line.number}`;

/** The first of these numbers that no such line bears; null: each is there. */
export function firstMissing(
  ranges: readonly WriterRange[],
  lines: readonly { writer: string | null; number: number | null }[],
): NumberedLine | null {
  const there = new Set(lines.map(lineName));
  for (const { writer, from, to } of ranges)
    for (let number = from; number <= to; number += 1)
      if (!there.has(lineName({ writer, number }))) return { writer, number };
  return null;
}
