/** What may stand between two cells. */
const candidates = [',', ';', '\t'] as const;

/** The delimiter of a text file by its first lines; the comma where nothing tells. */
export function detectDelimiter(head: string): string {
  const declared = declaration.exec(head)?.[1];
  if (declared) return declared;
  const header = head.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
  const bare = header.replace(/"[^"]*"/g, '');
  return candidates.reduce((best, next) => (count(bare, next) > count(bare, best) ? next : best));
}

/** Excel's own first line for telling a reader the delimiter; not a row. */
export const isDelimiterDeclaration = (cells: readonly string[]): boolean =>
  /^sep=[,;\t]?$/i.test(cells[0]?.trim() ?? '') && cells.slice(1).every((cell) => cell === '');

const declaration = /^sep=([,;\t])\s*[\r\n]/i;

const count = (line: string, delimiter: string): number => line.split(delimiter).length;
