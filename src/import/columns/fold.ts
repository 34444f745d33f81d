/** What is left of a name when case, spaces, marks, punctuation and the Arabic shapes of letters are of no account. */
export function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '')
    .replace(/[\u064A\u0649]/g, '\u06CC')
    .replaceAll('\u0643', '\u06A9')
    .replace(/[\u0629\u06D5]/g, '\u0647');
}
