/** What spreadsheet programs take for the beginning of a formula, in their own width and in that of far-eastern keyboards. */
const formulaStart = /^\s*[=+\-@＝＋－＠]/u;

/** A spreadsheet would run this as a formula, were it typed into a cell. */
export const isFormula = (text: string): boolean => formulaStart.test(text);

/** A text that no spreadsheet program runs: no control characters, and an apostrophe before what would be a formula. */
export function harmless(text: string): string {
  const calm = withoutControls(text);
  return isFormula(calm) ? `'${calm}` : calm;
}

/** Tabs and line ends may begin a cell of their own, and NUL ends it for some readers; each becomes a space. */
export const withoutControls = (text: string): string => text.replace(/\p{Cc}/gu, ' ');
