import type { Value } from '../tables/write/csv.js';
import type { Locale, Words } from '../words/words.js';
import type { Reading } from './reading.js';
import { makeTell } from './tell.js';

/** The rows of a file that tells staff what was found, where, and why: one for each cell at fault or worth a look. */
export async function* errorRows(
  readings: AsyncIterable<Reading> | Iterable<Reading>,
  words: Words,
  locale: Locale,
): AsyncGenerator<Value[]> {
  const tell = makeTell(words, locale);
  yield ['line', 'column', 'problem', 'shown'].map((name) => words.plain(locale, `import-errors-${name}`));
  for await (const reading of readings) {
    if (reading.kind !== 'member' && reading.kind !== 'faulty') continue;
    const findings = reading.kind === 'faulty' ? reading.faults : reading.notices;
    for (const finding of findings) {
      yield [reading.line, tell.column(finding.column), tell.finding(finding), finding.shown];
    }
  }
}
