/** What may stand between two cells. */
const candidates = [',', ';', '\t'] as const;

/** The delimiter of a text file by its first lines; the comma where nothing tells. */
export function detectDelimiter(head: string): string {
  const declared = declaration.exec(head)?.[1];
  if (declared) return declared;
  const lines = head.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const bare = lines.slice(0, linesLookedAt).map((line) => line.replace(/"[^"]*"/g, ''));
  // Above the names of the columns may stand a title, with commas or without.
  const telling = bare.find((line) => candidates.some((sign) => count(line, sign) >= fewestColumns));
  const line = telling ?? bare[0] ?? '';
  return candidates.reduce((best, next) => (count(line, next) > count(line, best) ? next : best));
}

const [linesLookedAt, fewestColumns] = [20, 4];

/** Excel's own first line for telling a reader the delimiter; not a row. */
export const isDelimiterDeclaration = (cells: readonly string[]): boolean =>
  /^sep=[,;\t]?$/i.test(cells[0]?.trim() ?? '') && cells.slice(1).every((cell) => cell === '');

const declaration = /^sep=([,;\t])\s*[\r\n]/i;

const count = (line: string, delimiter: string): number => line.split(delimiter).length;
