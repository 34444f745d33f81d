import type { PlatformName } from '../../src/platforms.js';

export type MessengerName = PlatformName;

/** How one messenger looks to a bot: everything in which the emulated messengers differ. */
export interface Face {
  name: MessengerName;
  bot: { id: number; token: string; firstName: string; username: string };
  /** A link that opens the bot with `/start <payload>`. */
  deepLink(payload: string): string;
  /** Answers to calls that cannot be. */
  refusals: {
    token: { code: number; description: string };
    unknownChat: { code: number; description: string };
    neverStarted: { code: number; description: string };
    blocked: { code: number; description: string };
  };
  /** Methods that are answered with 404, in lower case. */
  lacks: ReadonlySet<string>;
  /** Fields of a call that the messenger does not know; it ignores them, the emulator notes them. */
  unknownFields(method: string, payload: Record<string, unknown>): string[];
  updates: {
    firstId: number;
    /** Unconfirmed updates kept at most. */
    backlog: number;
    /** Kinds that the messenger has. */
    kinds: ReadonlySet<string>;
    /** Understands `allowed_updates` and `drop_pending_updates`. */
    choosable: boolean;
  };
  /** Sends `secret_token` back in a header. */
  webhookSecret: boolean;
  captionLimit: number;
  /** An edit is answered with a message without text whose id is 0. */
  editAnswersStub: boolean;
  /** The text as the messenger's own client shows it. */
  shown(text: string): string;
  /** Fields that mark a message as forwarded from a stranger. */
  forwardMark(at: number): Record<string, unknown>;
}
