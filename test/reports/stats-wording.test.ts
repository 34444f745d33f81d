import { describe, expect, it } from 'vitest';
import { localesFolder } from '../../src/app/locales.js';
import { statsSummary, statsWording } from '../../src/reports/stats-wording.js';
import { loadWords } from '../../src/words/load-words.js';
import { bare } from '../conversations/screen.js';
import { month } from './sample-stats.js';

const words = loadWords(localesFolder());

describe('the share that got through', () => {
  it.each([
    ['fa', '۷۰٪'],
    ['en', '70%'],
  ] as const)(
    'is the same under the picture and in words (%s): who needed none does not count',
    (locale, share) => {
      const line = bare(words.say(locale, 'stats-success', { share }));
      for (const wording of [statsSummary, statsWording])
        expect(bare(wording(month, words, locale)).split('\n')).toContain(line);
    },
  );
});
