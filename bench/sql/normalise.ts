/** Statements that differ only in their values, as one text; lists of columns and of values are left out. */
export function normalised(statement: string): string {
  return statement
    .replace(/\s+/g, ' ')
    .replace(/`/g, '')
    .replace(/'(?:[^'\\]|\\.|'')*'/g, '?')
    .replace(/\b(?:-?\d+(?:\.\d+)?|NULL|DEFAULT)\b(?![ (]*\()/gi, '?')
    .replace(/\?(?:, ?\?)+/g, '?')
    .replace(/(\(\?\))(?:, ?\(\?\))+/g, '$1')
    .replace(/^(INSERT INTO \w+) ?\([^)]*\)/, '$1')
    .replace(/^SELECT (?!COUNT|EXISTS)[^(]{40,}? FROM /, 'SELECT … FROM ')
    .trim();
}

/** How often each came, the most frequent first. */
export function grouped(statements: readonly string[]): { text: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const text of statements.map(normalised)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, count })).toSorted((a, b) => b.count - a.count);
}

export const beginsTransaction = (statement: string): boolean =>
  /^\s*(?:START TRANSACTION|BEGIN)\b/i.test(statement);
