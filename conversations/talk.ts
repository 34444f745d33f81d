import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Asker } from '../src/chats/address.js';
import type { UpdateScope, BotContext } from '../src/chat/context.js';
import type { Keyboard } from '../src/chat/keyboards.js';
import type { Message, Messages } from '../src/chat/reply.js';
import type { Spoken } from '../src/chat/spoken.js';
import { parseInput, type Input } from '../src/chat/input.js';

/** What the insurer decides about what members type. */
export interface Rules {
  insuredCodePattern: RegExp;
  codeDigits: number;
  resetsPerPeriod: number;
  firstMobile: 'typed' | 'contact' | 'staff';
}

/** What every dialogue is handed when the bot is made. */
export interface Setting {
  rules: Rules;
  /** Commands that may be used in the middle of a dialogue and leave it where it was, by name. */
  interruptions: ReadonlyMap<string, (house: UpdateScope) => Promise<void>>;
  /** What people say in their own words. */
  spoken: Spoken;
}

/** More updates than this are no dialogue, and its replay would grow without end. */
const mostUpdates = 60;

/** Two touches of one finger, or a second one after no answer seemed to come. */
const repeatedWithinMs = 3_000;

export type DialogueConversation = Conversation<BotContext, Context>;

/** One dialogue's ears, mouth and hands. Whatever touches the outside passes through `once`. */
export class Talk {
  private heard = 0;
  private buttonsUnder: number | null = null;
  private last: { what: string; at: number } | null = null;

  private constructor(
    private readonly conversation: DialogueConversation,
    readonly setting: Setting,
    readonly asker: Asker,
    private readonly token: string,
    private unheard: Context | null,
  ) {}

  /** `first` is the update that opened the dialogue; where it `isAnswer`, it is also the first thing to be heard. */
  static async open(
    conversation: DialogueConversation,
    setting: Setting,
    { first, isAnswer }: { first: Context; isAnswer: boolean },
  ): Promise<Talk> {
    const { asker, token } = await conversation.external(({ scope }) => ({
      asker: scope.asker,
      token: scope.random.bytes(6).toString('hex'),
    }));
    const talk = new Talk(conversation, setting, asker, token, isAnswer ? first : null);
    if (!isAnswer) await talk.isRepeated(parseInput(first.update));
    return talk;
  }

  /** Does something outside exactly once, however often the dialogue is replayed. The answer must be plain data. */
  once<T>(work: (house: UpdateScope) => Promise<T> | T): Promise<T> {
    return this.conversation.external(async ({ scope }) => {
      try {
        return await work(scope);
      } catch (error) {
        scope.keepAccident(error);
        throw error;
      }
    });
  }

  /** What was asked before is over with this: only the newest message keeps its buttons. */
  async say(messages: Messages, keyboard?: Keyboard): Promise<void> {
    const before = this.buttonsUnder;
    const sent = await this.once(async ({ replies }) => {
      if (before !== null) await replies.removeButtons(before);
      return replies.ask(messages, keyboard);
    });
    this.buttonsUnder = typeof keyboard === 'object' ? sent : null;
  }

  /** Now somebody else has to answer. If that takes long, this is said. */
  async fill(message: Message): Promise<void> {
    const before = this.buttonsUnder;
    await this.once(async ({ replies }) => {
      if (before !== null) await replies.removeButtons(before);
      await replies.fill(message);
    });
    this.buttonsUnder = null;
  }

  /** The next thing that comes in. What a member wrote is taken out of the chat at once. */
  async hear(): Promise<Input> {
    const { update } = this.unheard ?? (await this.conversation.wait());
    this.unheard = null;
    this.heard += 1;
    if (this.heard > mostUpdates) await this.end('dialogue-too-long');
    const came = parseInput(update);
    if (await this.isRepeated(came)) return this.hear();
    const { messageId } = came;
    if (messageId !== null && came.kind !== 'command')
      await this.once(({ replies }) => replies.delete(messageId));
    if (came.kind !== 'text') return came;
    if (this.setting.spoken.isCancel(came.text))
      return { kind: 'command', name: 'cancel', argument: '', messageId };
    if (!this.setting.spoken.asksForPerson(came.text)) return came;
    return { kind: 'command', name: 'support', argument: '', messageId };
  }

  /** The same button or command right after the first, within seconds, is a finger that trembled, or waited in vain for an answer. */
  private async isRepeated(came: Input): Promise<boolean> {
    if (came.kind !== 'press' && came.kind !== 'command') {
      this.last = null;
      return false;
    }
    const what = came.kind === 'press' ? `${came.action}:${came.token}` : `/${came.name}`;
    const at = await this.once(({ clock }) => clock.now().getTime());
    const { last } = this;
    this.last = { what, at };
    return last?.what === what && Math.abs(at - last.at) < repeatedWithinMs;
  }

  /** Buttons that only this dialogue obeys. */
  buttons(...actions: readonly string[]): Keyboard {
    return actions.map((action) => `${action}:${this.token}`);
  }

  /** The action of one of this dialogue's own buttons; null for anything else. */
  pressed(came: Input): string | null {
    return came.kind === 'press' && came.token === this.token ? came.action : null;
  }

  /**
   * Ends the dialogue here, with the way to begin again. A code that was sent lives on for its time: whoever begins again in
   * this chat goes on with it.
   */
  async end(message: Message): Promise<never> {
    const before = this.buttonsUnder;
    await this.once(async ({ replies }) => {
      if (before !== null) await replies.removeButtons(before);
      await replies.end(message, ['reset']);
    });
    return this.conversation.halt();
  }

  /** Hands the update on to whoever begins dialogues. */
  async beginAgain(): Promise<never> {
    await this.once(async ({ replies }) => {
      if (replies.keysAreShown) await replies.say('from-the-start', 'removed');
    });
    return this.conversation.halt({ next: true });
  }
}
