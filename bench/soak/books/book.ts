/** One thing that is counted at the end. */
export interface Entry {
  what: string;
  /** What it must be, as a person reads it. */
  wanted: string;
  found: string;
  holds: boolean;
}

export const exactly = (what: string, wanted: number, found: number): Entry => ({
  ...{ what, wanted: String(wanted), found: String(found), holds: found === wanted },
});

export const between = (what: string, least: number, most: number, found: number): Entry => ({
  ...{ what, wanted: least === most ? String(least) : `${least} to ${most}` },
  ...{ found: String(found), holds: found >= least && found <= most },
});

/** A table in Markdown, with what is broken marked, and the word on all of it. */
export function entriesTable(entries: readonly Entry[]): string {
  const rows = entries.map(({ what, wanted, found, holds }) => [
    what,
    wanted,
    found,
    holds ? 'holds' : 'BROKEN',
  ]);
  return markdown([['counted at the end', 'must be', 'is', ''], ...rows]);
}

/** The first row is the head; all columns but the first and the last are numbers. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(3, ...rows.map((row) => row[at]?.length ?? 0)));
  const cell = (text: string, at: number) =>
    at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0);
  const line = (row: readonly string[]) => `| ${row.map(cell).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}
