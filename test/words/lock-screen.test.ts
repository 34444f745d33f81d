import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadWords } from '../../src/words/load-words.js';
import { locales } from '../../src/words/words.js';
import { readLocaleFiles } from './locale-files.js';

const folder = new URL('../../locales/', import.meta.url);
const { sentences } = readLocaleFiles(folder);
const words = loadWords(fileURLToPath(folder));

/** What comes unasked, and is read by whoever looks at the phone. */
const comesByItself =
  /^(alert-|notice-|digest-|reset-(done|kept|given-back|with-staff|returned)|request-|staff-request|sms-undelivered|sms-another-way)/;

/** What tells of a member. */
const ofMember = ['insuredCode', 'nationalId', 'mobile', 'number', 'name', 'account'];
const shownOnLockScreens = 40;
const secret = '§§§§';

describe('a lock screen shows forty characters, and nothing of a member is among them', () => {
  const keys = [...new Set(sentences.map(({ key }) => key))].filter((key) => comesByItself.test(key));

  it.each(locales)('in %s', (locale) => {
    expect(keys.length).toBeGreaterThan(25);
    const shown = keys.flatMap((key) => {
      const blanks = sentences.find((one) => one.key === key)?.blanks ?? [];
      const filled = blanks.map((name) => [name, ofMember.includes(name) ? secret : 1] as const);
      const variants = ['undelivered', 'blacklisted', 'first-mobile', 'clear-mobile'];
      return variants.map((variant) => {
        const choices = { delivery: variant, request: variant };
        const text = words.plain(locale, key, { ...Object.fromEntries(filled), ...pick(choices, blanks) });
        return { key, start: text.slice(0, shownOnLockScreens) };
      });
    });
    expect(shown.filter(({ start }) => start.includes(secret))).toEqual([]);
  });
});

const pick = (choices: Record<string, string>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(choices).filter(([name]) => names.includes(name)));
