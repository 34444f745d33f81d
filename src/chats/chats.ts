import type { Locale } from '../words/words.js';

/** What is known of private chats. Works inside one transaction. */
export interface ChatRepository {
  /** The chat's language; Persian until its person chose another. */
  locale(chatKey: string): Promise<Locale>;
  setLocale(chatKey: string, locale: Locale): Promise<void>;
}

/** A chat as its row tells it. */
export interface KnownChat {
  chatKey: string;
  locale: Locale;
}
