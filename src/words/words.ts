export type Locale = 'fa' | 'en';

/** What a sentence's blanks are filled with. Numbers get the locale's digits; strings stay as they are. */
export type Blanks = Readonly<Record<string, string | number | Date>>;

/** Every sentence anybody ever sees, by key. Throws on an unknown key or a missing blank: a test meets it before a member does. */
export interface Words {
  say(locale: Locale, key: string, blanks?: Blanks): string;
  has(locale: Locale, key: string): boolean;
}
