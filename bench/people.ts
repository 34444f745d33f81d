import { localesFolder } from '../src/app/locales.js';
import { loadWords } from '../src/words/load-words.js';
import type { Member } from './subjects/subject.js';
import type { Marks, WayName } from './stubs/ways.js';
import { loginUrl } from './town.js';

/** Members who are in no cast, of whom each is played once. */
export interface People {
  all: readonly Member[];
  /** So many who have not come yet. */
  next(count: number, way: WayName): Member[];
}

/** Of the first ten thousand, one in ten has a mobile on record. */
export function makePeople(): People {
  const all = Array.from({ length: 10_000 }, (_, at) => memberAt(at, at % 10 === 0));
  const left = { first: all.filter(({ known }) => !known), known: all.filter(({ known }) => known) };
  return {
    all,
    next(count, way) {
      const taken = left[way].splice(0, count);
      if (taken.length < count) throw new Error('there are not so many members');
      return taken;
    },
  };
}

/** The same somebody for the same number. */
export const memberAt = (at: number, known: boolean): Member => ({
  insuredCode: String(firstCode + at),
  nationalId: withCheckDigit(String(100_000_000 + at)),
  mobile: `0912${String(firstCode + at)}`,
  known,
});

/** Seven digits, which make the rest of a mobile as well. */
const firstCode = 2_000_000;

/** Nine digits and the one that makes their checksum right. */
function withCheckDigit(nine: string): string {
  const rest = [...nine].reduce((sum, digit, place) => sum + Number(digit) * (10 - place), 0) % 11;
  return `${nine}${rest < 2 ? rest : 11 - rest}`;
}

const words = loadWords(localesFolder());

/** Both bots say the sentences of `locales/`. */
export const marks: Marks = {
  insuredCode: words.say('fa', 'ask-insured-code'),
  nationalId: words.say('fa', 'ask-national-id'),
  mobile: words.say('fa', 'ask-mobile'),
  code: words.say('fa', 'ask-code', { digits: 5 }),
  done: loginUrl,
};
