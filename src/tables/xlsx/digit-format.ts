/** Shows a whole number as digits with zeros in front or signs between, as a cell's number format asks for it. */
export type DigitFormat = (digits: string) => string;

/**
 * What a format does to whole numbers, where it makes other digits of them than they are kept as: `00000000`,
 * `"0"000-000-0000`. Null for all that do not: general ones, dates, fractions, thousands, words.
 */
export function digitFormatOf(code: string): DigitFormat | null {
  const [section = ''] = code.split(';');
  const signs = signsOf(section);
  if (!signs || !addsDigits(signs)) return null;
  return (digits) => laidOut(signs, digits);
}

interface Sign {
  text: string;
  /** `0`: a digit, or a zero where there is none. `#`: a digit, or nothing. */
  holds: '0' | '#' | null;
}

/** Colours and languages, fills, widths, texts, single signs, places for digits; whatever else is no format of digits. */
const pieces =
  /\[[^\]=<>]*\]|\*.|_.|"(?<quoted>[^"]*)"|\\(?<escaped>.)|(?<place>[0#?])|(?<bare>[-() /])|(?<other>.)/gsu;

function signsOf(section: string): Sign[] | null {
  const signs: Sign[] = [];
  for (const { groups = {} } of section.matchAll(pieces)) {
    const { quoted, escaped, place, bare, other } = groups;
    if (other !== undefined) return null;
    const literal = quoted ?? escaped ?? bare;
    if (place) signs.push({ text: '', holds: place === '0' ? '0' : '#' });
    else if (literal) signs.push({ text: literal, holds: null });
  }
  return signs;
}

const addsDigits = (signs: readonly Sign[]): boolean =>
  signs.filter(({ holds }) => holds === '0').length > 1 ||
  (signs.some(({ holds }) => holds !== null) && signs.some(({ text }) => /\p{Nd}/u.test(text)));

/** From the right, as numbers are written; the first place takes all that is left. */
function laidOut(signs: readonly Sign[], digits: string): string {
  const first = signs.findIndex(({ holds }) => holds !== null);
  let left = digits;
  const shown: string[] = [];
  for (let at = signs.length - 1; at >= 0; at -= 1) {
    const { text, holds } = signs[at] as Sign;
    if (holds === null) shown.unshift(text);
    else {
      const taken = at === first ? left : left.slice(-1);
      shown.unshift(taken || (holds === '0' ? '0' : ''));
      left = left.slice(0, left.length - taken.length);
    }
  }
  return shown.join('');
}
