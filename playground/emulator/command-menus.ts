export interface BotCommand {
  command: string;
  description: string;
}

/** The menus of commands, one for each scope and language. */
export class CommandMenus {
  readonly #menus = new Map<string, BotCommand[]>();

  set(scope: string, language: string, commands: BotCommand[]): void {
    this.#menus.set(`${scope}/${language}`, commands);
  }

  get(scope: string, language: string): BotCommand[] {
    return this.#menus.get(`${scope}/${language}`) ?? [];
  }

  delete(scope: string, language: string): void {
    this.#menus.delete(`${scope}/${language}`);
  }

  /** What a person with this language sees in a private chat: the narrowest menu that there is. */
  seenIn(chatId: number, language: string): BotCommand[] {
    const scopes = [`chat:${chatId}`, 'all_private_chats', 'default'];
    const places = scopes.flatMap((scope) => [`${scope}/${language}`, `${scope}/`]);
    const found = places.find((place) => this.#menus.has(place));
    return found === undefined ? [] : (this.#menus.get(found) ?? []);
  }
}
