import { localesFolder } from '../src/app/locales.js';
import { loadWords } from '../src/words/load-words.js';
import type { Member } from './subjects/subject.js';
import type { Marks } from './stubs/ways.js';
import { loginUrl } from './town.js';

/** Members who are in no cast, of whom each is played once. */
export interface People {
  all: readonly Member[];
  /** So many who have not come yet: with their mobile on record, or without one. */
  next(count: number, known: boolean): Member[];
}

export function makePeople(withoutMobile: number, withMobile: number): People {
  const all = Array.from({ length: withoutMobile + withMobile }, (_, at) => member(at, at >= withoutMobile));
  const left = { first: all.filter(({ known }) => !known), known: all.filter(({ known }) => known) };
  return {
    all,
    next(count, known) {
      const taken = left[known ? 'known' : 'first'].splice(0, count);
      if (taken.length < count) throw new Error('there are not so many members');
      return taken;
    },
  };
}

const member = (at: number, known: boolean): Member => ({
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

export const marks: Marks = {
  insuredCode: words.say('fa', 'ask-insured-code'),
  nationalId: words.say('fa', 'ask-national-id'),
  mobile: words.say('fa', 'ask-mobile'),
  code: words.say('fa', 'ask-code', { digits: 5 }),
  done: loginUrl,
};
