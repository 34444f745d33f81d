import { localesFolder } from '../../src/app/locales.js';
import type { PlatformName } from '../../src/platforms.js';
import { loadWords } from '../../src/words/load-words.js';
import { person, type CastMember } from '../cast.js';
import type { PlayedStage } from '../stage.js';
import type { Narrator } from './narrator.js';
import { recoveriesUsed } from './recoveries-used.js';
import { bare, readSentences } from './sentences.js';
import { Unmet } from './unmet.js';
import { words } from './words.fa.js';

const house = loadWords(localesFolder());
const sentences = readSentences();

/** What is said only where somebody else takes long to answer, as on a busy machine. */
const fillers = ['asking-portal', 'asking-owner', 'code-right'];

export const isFiller = (text: string): boolean => fillers.some((key) => sentences.make([key], text));

export interface PlayedParts {
  stage: PlayedStage;
  messenger: PlatformName;
  narrator: Narrator;
}

/** Somebody of the cast, played: what they do in their chat, on their phone and at the portal, and what they expect there. */
export class Played {
  readonly who: CastMember;
  readonly #account;

  constructor(
    role: CastMember['role'],
    private readonly parts: PlayedParts,
  ) {
    this.who = person(role);
    this.#account = parts.stage.account(role, parts.messenger);
  }

  says(text: string): void {
    this.#account.say(text);
  }

  /** A button, by the key of its words. */
  presses(button: `button-${string}`): void {
    const label = house.say('fa', button);
    this.parts.narrator.chat(this.#account);
    this.parts.narrator.press(this.#account, label);
    try {
      this.#account.press(label);
    } catch {
      throw this.#unmet(`[${label}]`, words.nothing);
    }
  }

  /** The bot's next message is to be made of just these sentences; gives its text. */
  async hears(...keys: readonly string[]): Promise<string> {
    const expected = keys.map((key) => sentences.written(key)).join('\n\n');
    const message = await this.#account.nextMessage().catch(() => {
      throw this.#unmet(expected, words.nothing);
    });
    if (isFiller(message.text) && !keys.some((key) => fillers.includes(key))) return this.hears(...keys);
    if (!sentences.make(keys, message.text)) throw this.#unmet(expected, message.text);
    this.parts.narrator.chat(this.#account);
    return bare(message.text);
  }

  /** What was heard is to have this in it. */
  finds(part: string, heard: string): void {
    if (!heard.includes(part)) throw this.#unmet(part, heard);
  }

  /** What was heard is to be without it. */
  misses(part: string, heard: string): void {
    if (heard.includes(part)) throw this.#unmet(`≠ ${part}`, heard);
  }

  /** Everything that this person has typed and that names them is to be gone from the chat. */
  seesNoneOfThisAnyMore(...typed: readonly string[]): void {
    const left = this.#account
      .messages()
      .find(({ from, text, deleted }) => from === 'person' && !deleted && typed.includes(text));
    if (left) throw this.#unmet(`≠ ${left.text}`, left.text);
  }

  /** The next SMS is to be this sentence; gives its text. */
  async readsSms(key: `sms-${string}`): Promise<string> {
    const { phone } = this.parts.stage;
    const { text } = await phone.next(this.who.phone).catch(() => {
      throw this.#unmet(sentences.written(key), words.nothing);
    });
    this.parts.narrator.phone(text);
    if (!sentences.make([key], text)) throw this.#unmet(sentences.written(key), text);
    return text;
  }

  /** The five digits of the next SMS. */
  async readsCode(): Promise<string> {
    return codeIn(await this.readsSms('sms-code'));
  }

  async getsNoSms(): Promise<void> {
    const { stage } = this.parts;
    await stage.emulator.settled();
    const [sms] = stage.phone.inbox(this.who.phone);
    if (sms) throw this.#unmet(words.noSms, sms.text);
    this.parts.narrator.phone(words.noSms);
  }

  /** How many recoveries of this period count as used. */
  async hasUsed(count: number): Promise<void> {
    const used = await recoveriesUsed(await this.parts.stage.app(), this.who.insuredCode);
    if (used !== count) throw this.#unmet(words.counted(count), words.counted(used));
    this.parts.narrator.backstage(words.counted(count));
  }

  /** At the portal. */
  async getsIn(password: string): Promise<void> {
    await this.#atThePortal(password, 'in');
  }

  async isRefused(password: string): Promise<void> {
    await this.#atThePortal(password, 'refused');
  }

  async #atThePortal(password: string, wanted: 'in' | 'refused'): Promise<void> {
    const { insuredCode } = this.who;
    const { kind } = await this.parts.stage.portal.signIn(insuredCode, password);
    const said = { in: words.signedIn, refused: words.refused, away: () => words.portalAway };
    if (kind !== wanted) {
      throw this.#unmet(said[wanted](insuredCode, password), said[kind](insuredCode, password));
    }
    this.parts.narrator.portal(said[kind](insuredCode, password));
  }

  #unmet(expected: string, stood: string): Unmet {
    this.parts.narrator.chat(this.#account);
    return new Unmet(expected, stood);
  }
}

/** The five digits in an SMS. */
export const codeIn = (sms: string): string => /\b\d{5}\b/.exec(sms)?.[0] ?? '';
