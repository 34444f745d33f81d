import type { Cell } from '../cell.js';

/** What people see of a whole number from 0 on, as its cell's number format asks for it. */
export type DigitFormat = (whole: number) => Cell;

/**
 * What a format does to whole numbers, where it makes other digits of them than they are kept as (`00000000`,
 * `"0"000-000-0000`, the same under a condition), or tells that digits were lost (`0.00E+00`). Null for all that do
 * neither: general ones, dates, fractions, thousands, words.
 */
export function digitFormatOf(code: string): DigitFormat | null {
  const sections = code.split(';').map(sectionOf);
  if (!sections.some(({ show }) => show)) return null;
  return (whole) => sections.find(({ holds }) => holds(whole))?.show?.(whole) ?? whole;
}

interface Section {
  holds: (whole: number) => boolean;
  show: DigitFormat | null;
}

function sectionOf(section: string): Section {
  const { sign, limit } = condition.exec(section)?.groups ?? {};
  const holds = sign === undefined ? () => true : (whole: number) => compares(whole, sign, Number(limit));
  const short = scientific.exec(section)?.groups;
  if (short) return { holds, show: (whole) => exact(whole, `${short.before}${short.behind}`.length - 1) };
  const signs = signsOf(section.replace(condition, ''));
  const show = signs && addsDigits(signs) ? (whole: number) => laidOut(signs, String(whole)) : null;
  return { holds, show };
}

/** `[<=9999999]`: the first section whose condition holds is the one for a number, and one without any holds. */
const condition = /\[(?<sign>[<>=]{1,2})(?<limit>-?\d+(?:\.\d+)?)\]/;

const compares = (whole: number, sign: string, limit: number): boolean =>
  (sign.includes('=') && sign !== '<>' && whole === limit) ||
  (sign.includes('<') && whole < limit) ||
  (sign.includes('>') && whole > limit);

/** `0.00E+00`: what spreadsheets give to a long number that they find in short form, whose other digits they never saw. */
const scientific = /^(?:\[[^\]]*\])*(?<before>[0#?]*)\.?(?<behind>[0#?]*)E[+-][0#?]+$/i;

/** Whoever has digits that its format does not show has not lost them. */
function exact(whole: number, places: number): Cell {
  const isAllThatIsLeft = whole >= 10 ** (places + 1) && Number(whole.toExponential(places)) === whole;
  return isAllThatIsLeft ? { refused: 'rounded' } : whole;
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
