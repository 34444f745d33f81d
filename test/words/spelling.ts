/** One habit of bad spelling that a machine can see. */
export interface Misspelling {
  rule: string;
  pattern: RegExp;
}

/** What may follow a word. */
const end = '(?=[\\s،؛؟.:…!»)]|$)';

/** Wherever a sentence stands: Bale reads these as Markdown, and has no escape for them. */
export const anywhere: readonly Misspelling[] = [
  { rule: 'no Markdown marks', pattern: /[*_[\]`]/ },
  { rule: 'no exclamation marks', pattern: /!/ },
  { rule: 'no double spaces', pattern: / {2}/ },
  { rule: 'no spaces at the end of a line', pattern: / \n/ },
];

/** As the Academy of Persian Language and Literature writes. */
export const inPersian: readonly Misspelling[] = [
  { rule: 'Persian ی and ک', pattern: /[يىك]/ },
  { rule: 'Persian digits', pattern: /[0-9٠-٩]/ },
  { rule: 'Persian punctuation', pattern: /[,;?"]/ },
  { rule: '«هٔ», not «ۀ» or «ه ی»', pattern: new RegExp(`ۀ|ه[ \\u200c]ی${end}`) },
  { rule: 'half-space after «می» and «نمی»', pattern: /(?<![آ-ی\u200c])ن?می (?=[آ-ی])/ },
  { rule: 'half-space before «ها»', pattern: new RegExp(` ها(ی|یی|یم|یت|یش|یتان|یشان|یمان)?${end}`) },
  { rule: 'half-space before «تر»', pattern: new RegExp(` تر(ین)?${end}`) },
  { rule: 'half-space before «اند» and its like', pattern: new RegExp(`ه (ام|اند|ایم|اید)${end}`) },
  { rule: 'half-space in «بیمه‌شده»', pattern: /بیمه ?شده/ },
  { rule: 'half-space in «فعال‌سازی»', pattern: /فعال ?سازی/ },
  { rule: 'half-spaces join letters, one at a time', pattern: /\u200c(?![آ-ی])|(?<![آ-ی]|\u0654)\u200c/ },
  { rule: 'the word is not «نامعتبر»', pattern: /نامعتبر/ },
];
