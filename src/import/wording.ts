import type { Locale, Words } from '../words/words.js';
import type { Column } from './columns/names.js';
import type { FileFault, Finding } from './reading.js';

/** Puts what was found into sentences, without invisible marks: they go into chats and into files alike. */
export function makeImportWording(words: Words, locale: Locale) {
  const column = (name: Column): string => words.plain(locale, `import-column-${name}`);
  return {
    column,
    finding: ({ reason, firstLine }: Finding): string =>
      words.plain(locale, reason, firstLine === undefined ? {} : { firstLine }),
    fileFault: (fault: FileFault): string => {
      const columns = 'columns' in fault ? fault.columns.map(column).join(' · ') : '';
      const line = 'line' in fault ? (fault.line ?? 0) : 0;
      return words.plain(locale, fault.kind, { columns, line });
    },
  };
}
