import { describe, expect, it } from 'vitest';
import { localesFolder } from '../../src/app/locales.js';
import { loadWords } from '../../src/words/load-words.js';
import { bare } from '../conversations/screen.js';

const words = loadWords(localesFolder());
const counts = { mobiles: 0, firstMobiles: 0, nationalIds: 0, givenBack: 0 };
const blanks = { reference: 'F3H9QR9R', newcomers: 12, changed: 2, overMembersOwn: 0, contradicted: 0 };

describe('whoever is asked to agree to a list', () => {
  it.each([
    ['fa', 'ask-apply-list-together', /۰/],
    ['fa', 'list-consent', /۰/],
    ['en', 'ask-apply-list-together', /\b0\b/],
    ['en', 'list-consent', /\b0\b/],
    ['fa', 'ask-undo-list-together', /۰/],
    ['en', 'ask-undo-list-together', /\b0\b/],
  ] as const)('reads what it changes and not what it leaves alone (%s, %s)', (locale, key, zero) => {
    for (const part of Object.keys(counts)) {
      if (part === 'givenBack' && key.startsWith('ask-undo')) continue;
      const said = bare(words.say(locale, key, { ...blanks, ...counts, [part]: 3 }));
      expect(said).not.toMatch(zero);
      expect(said).toMatch(/[3۳]/);
    }
  });
});

describe('whoever reads what is worth a look in a list', () => {
  const notice = { line: 3, column: 'نام', shown: 'ن•••د', problem: 'خالی است.' };
  it.each([
    ['fa', 'list-notice', /بار/],
    ['fa', 'list-notice-bare', /بار/],
    ['en', 'list-notice', /times|First/],
    ['en', 'list-notice-bare', /times|First/],
  ] as const)('reads of one row where it is, and of several how many (%s, %s)', (locale, key, many) => {
    expect(bare(words.say(locale, key, { ...notice, count: 1 }))).not.toMatch(many);
    expect(bare(words.say(locale, key, { ...notice, count: 2 }))).toMatch(many);
  });
});
