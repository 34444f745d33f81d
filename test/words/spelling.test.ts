import { describe, expect, it } from 'vitest';
import { anywhere, inPersian } from './spelling.js';
import { unusedWords } from './unused-words.js';

describe('the words that nobody meets in a bank’s application', () => {
  it.each([
    'کد تازه',
    'درخواست تازه‌ای',
    'گفتگوی پیشین',
    'نخستین شماره',
    'از نو آغاز کنید',
    'عوض شد',
    'شمار روزها',
  ])('are seen: «%s»', (text) => {
    expect(unusedWords.some(({ pattern }) => pattern.test(text))).toBe(true);
  });

  it.each(['شمارهٔ همراه', 'به‌تازگی خوانده شد', 'عوضی', 'هنگام', 'یک شماره بنویسید', 'دوباره شروع کنید'])(
    'are not seen in «%s»',
    (text) => {
      expect(unusedWords.filter(({ pattern }) => pattern.test(text))).toEqual([]);
    },
  );
});

const faults = (text: string) =>
  [...anywhere, ...inPersian].filter(({ pattern }) => pattern.test(text)).map(({ rule }) => rule);

describe('the rules of spelling', () => {
  it.each([
    'کد بیمه‌شده را می‌نویسید؛ شمارهٔ همراه را نمی‌خواهیم.',
    'پیام‌های شما، هر یک، پاک شده‌اند. کلمه‌های بهتری هم هست: «بیشتر».',
    'تا ۱۰ دقیقهٔ دیگر؟ قدیمی است، ولی کسی نمی‌داند.',
  ])('leave good Persian alone: %s', (text) => {
    expect(faults(text)).toEqual([]);
  });

  it.each([
    ['علي', 'Persian ی and ک'],
    ['كد', 'Persian ی and ک'],
    ['تا 10 دقیقه', 'Persian digits'],
    ['تا ١٠ دقیقه', 'Persian digits'],
    ['چرا?', 'Persian punctuation'],
    ['شماره ی همراه', '«هٔ», not «ۀ» or «ه ی»'],
    ['شماره‌ی همراه', '«هٔ», not «ۀ» or «ه ی»'],
    ['شمارۀ همراه', '«هٔ», not «ۀ» or «ه ی»'],
    ['می خواهیم', 'half-space after «می» and «نمی»'],
    ['کد را نمی دانیم', 'half-space after «می» and «نمی»'],
    ['پیام ها', 'half-space before «ها»'],
    ['پیام های شما', 'half-space before «ها»'],
    ['کوتاه تر', 'half-space before «تر»'],
    ['پاک شده اند.', 'half-space before «اند» and its like'],
    ['کد بیمه شده', 'half-space in «بیمه‌شده»'],
    ['کد فعالسازی', 'half-space in «فعال‌سازی»'],
    ['می‌ خواهیم', 'half-spaces join letters, one at a time'],
    ['می‌‌خواهیم', 'half-spaces join letters, one at a time'],
    ['نامعتبر است', 'the word is not «نامعتبر»'],
    ['*مهم*', 'no Markdown marks'],
    ['تمام شد!', 'no exclamation marks'],
  ])('see «%s»', (text, rule) => {
    expect(faults(text)).toContain(rule);
  });
});
