import type { PlatformName } from '../../src/platforms.js';
import type { CastMember, Player, StaffCastMember } from '../cast.js';
import type { StageClock } from '../clock.js';
import type { ReplyKeyboard } from '../emulator/buttons.js';
import type { ChatMessage } from '../emulator/chat-message.js';
import type { BotCommand } from '../emulator/command-menus.js';
import type { PhoneNetwork } from '../phone/phone.js';
import type { PortalDesk } from '../portal/desk.js';
import type { Samples } from '../samples/samples.js';

export type OddThing = 'sticker' | 'voice' | 'photo' | 'location' | 'poll' | 'document';

/** Which contact card is shared: one's own by the bot's button, somebody else's, one forwarded, one that names no account. */
export type SharedCard = 'own' | 'other' | 'forwarded' | 'unnamed';

/** What a bot answered to the press of a button: shown in passing, or as an alert to be closed. */
export interface Note {
  id: string;
  text: string;
  alert: boolean;
}

/** A file in somebody's hand. */
export interface HandedFile {
  bytes: Uint8Array;
  name: string;
  mime: string;
}

/** A chat as its screen shows it. */
export interface ChatScreen {
  messages: readonly ChatMessage[];
  keyboard: ReplyKeyboard | null;
  /** What the bot is seen to do, as `typing` or `upload_photo`; null for nothing. */
  doing: string | null;
  blocked: boolean;
  notes: readonly Note[];
  /** The menu of commands beside the field. */
  menu: readonly BotCommand[];
  /** The bot has fetched everything that was written. */
  fetched: boolean;
}

/** One person's chat with the bot on one messenger: what the screen shows, and what a thumb can do. */
export interface PersonChat {
  look(): ChatScreen;
  say(text: string): void;
  /** Opens the chat by a link that carries a payload. */
  follow(payload: string): void;
  /** Empties the chat and begins anew. */
  startAgain(): void;
  /** A key below the field. */
  press(label: string): void;
  /** A button under a message, an old one too. */
  pressUnder(messageId: number, data: string): void;
  edit(messageId: number, text: string): void;
  share(card: SharedCard): void;
  send: Readonly<Record<OddThing, () => void>>;
  block(): void;
  unblock(): void;
  /** Sends a file off their own device. */
  hand(file: HandedFile): void;
  /** A picture or file that lies in this chat; null when it does not. */
  file(id: string): HandedFile | null;
}

/** Everything that the page shows and moves. */
export interface Stage {
  readonly cast: readonly CastMember[];
  readonly staff: readonly StaffCastMember[];
  readonly clock: StageClock;
  readonly phone: PhoneNetwork;
  readonly portal: PortalDesk;
  /** Lists of members to be imported, ready on everybody's device. */
  readonly samples: Samples;
  chat(role: Player['role'], messenger: PlatformName): PersonChat;
  /** How the bot presents itself on this messenger. */
  bot(messenger: PlatformName): { firstName: string; username: string };
  /** Stops the bot and starts it anew on the same database; resolves when it answers again. */
  restartBot(): Promise<void>;
  /** Pushes the clock forward, and lets fall what has come due. */
  advance(milliseconds: number): Promise<void>;
  /** Tells when anything at all has changed. */
  onChange(listener: () => void): () => void;
}
