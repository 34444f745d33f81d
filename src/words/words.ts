export const locales = ['fa', 'en'] as const;

export type Locale = (typeof locales)[number];

/** What a sentence's blanks are filled with. Numbers get the locale's digits; strings stay as they are. */
export type Blanks = Readonly<Record<string, string | number | Date>>;

/** Every sentence anybody ever sees, by key. Throws on an unknown key or a missing blank: a test meets it before a member does. */
export interface Words {
  say(locale: Locale, key: string, blanks?: Blanks): string;
  /** The same without the invisible marks that keep blanks from being turned round: for SMS, where each character counts. */
  plain(locale: Locale, key: string, blanks?: Blanks): string;
  has(locale: Locale, key: string): boolean;
}
