import type { Message, Paragraph } from '../../chat/reply.js';
import { noticeKindsOf } from '../../import/notice-kinds.js';
import { hiddenColumnsOf, judgedRows, type ImportRun } from '../../import/runs.js';

/** What was read: of which sheet, how many rows, and how many of them, and which columns, nobody sees who opens the file. */
export function fileLines(run: ImportRun): Message[] {
  const { sheet, hiddenRows } = run;
  return [
    sheet === null
      ? { kind: 'list-rows', rows: judgedRows(run) }
      : { kind: 'list-sheet', sheet, rows: judgedRows(run) },
    ...(hiddenRows > 0 ? [{ kind: 'list-hidden', hidden: hiddenRows }] : []),
    ...hiddenColumnsOf(run).map((column) => ({
      kind: 'list-hidden-column',
      column: { kind: `import-column-${column}` },
    })),
  ];
}

/** What is worth a look and leaves nothing out, each kind once, with how often and where first. */
export function noticeLines(run: ImportRun): Paragraph[] {
  const lines = noticeKindsOf(run).map(({ count, first: { line, column, reason, firstLine, shown } }) => ({
    kind: shown === '' ? 'list-notice-bare' : 'list-notice',
    count,
    line,
    shown,
    column: { kind: `import-column-${column}` },
    problem: { kind: reason, ...(firstLine === undefined ? {} : { firstLine }) },
  }));
  return lines.length > 0 ? [{ lines: ['list-notices-found', ...lines] }] : [];
}
