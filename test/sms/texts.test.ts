import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { platformNames } from '../../src/platforms.js';
import { makeSmsTexts } from '../../src/sms/texts.js';
import { loadWords } from '../../src/words/load-words.js';
import { codeMessage, noticeMessage } from '../contracts/sms-provider.js';

const words = loadWords(fileURLToPath(new URL('../../locales/', import.meta.url)));
const texts = makeSmsTexts({ words, brand: 'بیمه نوین', support: '021-88888888' });

describe('what an SMS says', () => {
  it('a code’s text carries the code in digits that can be copied, and its messenger', () => {
    expect(texts.code(codeMessage)).toContain(codeMessage.code);
    expect(texts.code(codeMessage)).toContain(texts.messenger('bale'));
  });

  it('a code’s text warns to give it to nobody', () => {
    expect(texts.code(codeMessage)).toContain('به کسی ندهید');
  });

  it('a notice names whom to call', () => {
    expect(texts.notice(noticeMessage)).toContain('021-88888888');
    expect(texts.notice({ ...noticeMessage, notice: 'wrong-codes' })).toContain('021-88888888');
  });

  it.each(['reset', 'wrong-codes', 'number-changed'] as const)(
    '“%s” fits the templates of every vendor',
    (notice) => {
      const event = texts.event(notice);
      expect(event.length).toBeLessThanOrEqual(25);
      expect(event.split(' ').length - 1).toBeLessThanOrEqual(8);
      expect(event).not.toMatch(/[\u2066-\u2069]/);
    },
  );

  it.each(platformNames)('the name of %s is one word', (platform) => {
    expect(texts.messenger(platform)).toMatch(/^\S{2,25}$/);
  });
});
