import type { ImportFinding } from '../../entities/import-finding.js';
import type { Locale, Words } from '../words/words.js';
import type { KnownColumn } from './columns/names.js';
import type { FileFault, Finding } from './reading.js';
import { leavesNothingOut } from './reasons.js';
import { shownSheet } from './sheet-name.js';

/** Puts what was found into sentences, without invisible marks: they go into chats and into files alike. */
export function makeImportWording(words: Words, locale: Locale) {
  const column = (name: KnownColumn): string => words.plain(locale, `import-column-${name}`);
  return {
    column,
    /** Of a cell that alone is left out, it says so. */
    finding: ({ reason, firstLine }: Finding, grade: ImportFinding['grade'] = 'fault'): string => {
      const said = words.plain(locale, reason, firstLine === undefined ? {} : { firstLine });
      if (grade === 'fault' || leavesNothingOut(reason)) return said;
      return `${said} ${words.plain(locale, 'import-cell-left-out')}`;
    },
    fileFault: (fault: FileFault): string => {
      const columns = 'columns' in fault ? fault.columns.map(column).join(' · ') : '';
      const line = 'line' in fault ? (fault.line ?? 0) : 0;
      const sheets = 'sheets' in fault ? (fault.sheets ?? []).map(shownSheet).join(' · ') : '';
      return words.plain(locale, fault.kind, { columns, line, sheets });
    },
  };
}
