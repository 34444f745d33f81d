/** Statements that differ only in their values, as one text. */
export function normalised(statement: string): string {
  return statement
    .replace(/x?'(?:[^'\\]|\\.|'')*'/gis, '?')
    .replace(/\b(?:\d+(?:\.\d+)?|NULL|true|false)\b(?=\s*[,)]|\s*$)/g, '?')
    .replace(/([=<>]\s*)-?\d+(?:\.\d+)?\b/g, '$1?')
    .replace(/\?(?:\s*,\s*\?)+/g, '?…')
    .replace(/\((?:\?…?|DEFAULT)(?:\s*,\s*(?:\?…?|DEFAULT))*\)(?:\s*,\s*\([^()]*\))*/g, '(…)')
    .replace(/`/g, '')
    .replace(/\s+/g, ' ')
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
