import { noticeKindsOf } from '../import/notice-kinds.js';
import { hiddenColumnsOf, judgedRows, type ImportRun } from '../import/runs.js';
import { makeImportWording } from '../import/wording.js';
import type { MemberSession } from './member-session.js';

/** What was read: of which sheet, how many rows, and how many of them, and which columns, nobody sees who opens the file. */
export function tellFile({ say }: MemberSession, run: ImportRun): void {
  const sheet = run.sheet === null ? '' : `Sheet "${run.sheet}": `;
  const hidden = run.hiddenRows > 0 ? `, ${run.hiddenRows} of them hidden` : '';
  say(`${sheet}${judgedRows(run)} rows${hidden}`);
  const columns = hiddenColumnsOf(run);
  if (columns.length > 0) say(`Hidden columns, read too: ${columns.join(', ')}`);
}

/** Each kind of what is worth a look once, with how often and where first. */
export function tellWorthALook({ say, words }: MemberSession, run: ImportRun): void {
  const wording = makeImportWording(words, 'en');
  for (const { count, first } of noticeKindsOf(run)) {
    const said = wording.finding(first, 'notice');
    say(`  ${count} times: ${said} First in line ${first.line}, ${first.column}: ${first.shown}`);
  }
}
