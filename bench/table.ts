import { figures, type FigureName, type Figures } from './figures.js';

/** A subject's column. */
export interface Column {
  name: string;
  figures: Figures;
}

/** A table in Markdown; in brackets, how many times as much as in the first column. Lines that nobody has are left out. */
export function table(columns: readonly Column[]): string {
  const names = (Object.keys(figures) as FigureName[]).filter((name) =>
    columns.some((column) => column.figures[name] !== undefined),
  );
  const rows = names.map((name) => [
    figures[name].label,
    ...columns.map((column) => cell(name, column.figures, columns[0]?.figures ?? {})),
  ]);
  const all = [['', ...columns.map(({ name }) => name)], ...rows];
  const widths = all[0]?.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), rule, ...body.map(line)].join('\n');
}

function cell(name: FigureName, own: Figures, first: Figures): string {
  const { digits, compared } = figures[name];
  const value = own[name];
  const beside = first[name];
  if (value === undefined || value === null) return '–';
  const text = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return compared && beside && own !== first ? `${text} (${(value / beside).toFixed(2)} ×)` : text;
}
