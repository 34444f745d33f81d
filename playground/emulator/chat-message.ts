import type { InlineButton } from './buttons.js';

/** One message of a chat, as the emulator remembers it. Plain data. */
export interface ChatMessage {
  /** `message_id`, counted per chat. */
  id: number;
  from: 'bot' | 'person';
  /** Epoch milliseconds by the emulator's clock. */
  at: number;
  kind: 'text' | 'photo' | 'document' | 'sticker' | 'voice' | 'location' | 'poll' | 'contact';
  /** Text or caption as the screen shows it; empty for none. */
  text: string;
  /** Text or caption as it was sent. */
  raw: string;
  file: { id: string; name: string; mime: string; size: number } | null;
  contact: ContactCard | null;
  buttons: InlineButton[][];
  edited: boolean;
  deleted: boolean;
  /** Every change in a chat has a number: that of the change which brought this message. */
  created: number;
  /** That of the message's last change. */
  revision: number;
  /** Further fields of the message on the wire, such as `sticker` or `forward_origin`. */
  extras: Readonly<Record<string, unknown>>;
}

export interface ContactCard {
  /** As the messenger writes it: country code without a plus. */
  phone: string;
  firstName: string;
  /** Null where the messenger does not say whose card it is. */
  userId: number | null;
}
