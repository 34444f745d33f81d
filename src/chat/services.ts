import type { UnsentId } from '../chats/unsent.js';
import type { ChatRepository } from '../chats/chats.js';
import type { People } from '../people/people.js';
import type { Dialogues } from '../dialogues/dialogues.js';
import type { Reset } from '../reset/service.js';
import type { Maintenance } from '../staff/maintenance.js';
import type { Mutes } from '../staff/mutes.js';
import type { StaffServices } from '../staff/services.js';

/** What the bot may use while it handles one update; all of it inside that update's transaction. */
export interface ChatServices {
  readonly reset: Reset;
  readonly chatRepository: ChatRepository;
  readonly dialogues: Dialogues;
  readonly people: People;
  readonly maintenance: Maintenance;
  readonly mutes: Pick<Mutes, 'isMuted'>;
  readonly staff: StaffServices;
  /** Is this the first of its kind in this chat within so many milliseconds? Counts it. */
  firstIn(this: void, chatKey: string, what: string, windowMs: number): Promise<boolean>;
}

/** One call of the Bot API, written down to be made after commit. */
export interface BotCall {
  method: string;
  /** JSON. A file is not recorded but ordered: it would be too large for a row. */
  body: string;
}

/**
 * Writes a call into the chat's lane of the outbox. Returns the id under which later calls may name the message that it
 * will send, as to take its buttons away; the messenger's own id takes its place when they are made.
 */
export type RecordCall = (call: BotCall, later?: Later) => Promise<UnsentId>;

/** A call that waits, and is withdrawn where it becomes needless meanwhile. It keeps no order with the others of its chat. */
export interface Later {
  /** What it is about; by this it is withdrawn. */
  subject: string;
  afterMs: number;
}

/** What the bot says of the house. */
export interface InsurerFacts {
  brand: string;
  /** A phone number or an address; as people are to read it. */
  supportContact: string;
  /** So many days after the end of their cover members are forgotten. */
  keptDays: number;
  /** So many hours no code goes to a number that others have changed. */
  coolOffHours: number;
  /** The portal's own sign-in page; null while none is set. */
  loginUrl: string | null;
}
