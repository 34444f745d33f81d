const longest = 24;

/**
 * A cell's text for people who look for it in their file: both ends, bullets between. Whole only when it is a day, with a
 * time of day or without, or very short, since a national ID may stand in any column by mistake.
 */
export function maskCell(text: string): string {
  const calm = text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim();
  if (looksLikeDay.test(calm.replace(timeOfDay, ''))) return calm;
  const signs = Array.from(calm);
  if (signs.length <= 3) return calm;
  const open = signs.length <= 6 ? 1 : 2;
  const hidden = '•'.repeat(Math.min(signs.length, longest) - 2 * open);
  return [...signs.slice(0, open), hidden, ...signs.slice(-open)].join('');
}

/** With its separators, and with a short end: so no ten digits with a dash in them. */
const looksLikeDay = /^\p{Nd}{1,4}([/.-])\p{Nd}{1,2}\1\p{Nd}{1,4}$/u;

/** With parts of a second, the half of the day or a zone; no more digits than that takes. */
const timeOfDay =
  /(?:T|\s+)\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2}(?:\.(?:\p{Nd}{1,3}|0{1,9}))?)?(?:\s*\p{L}\.?\p{L}\.?)?(?:Z|[+-]\p{Nd}{2}:?\p{Nd}{2})?$/u;
