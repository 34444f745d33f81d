import type { DocumentKind, DocumentOptions } from '../../staff/documents.js';
import type { StaffRole } from '../../people/role.js';
import type { Locale } from '../../words/words.js';

/** A file as it goes into a chat. */
export interface MadeFile {
  as: 'document' | 'photo';
  /** In letters, digits, dots and dashes: whatever else a messenger might turn into something. */
  name: string;
  mime: string;
  /** At most 1,024 characters, in the words of the chat's language. */
  caption: string;
  /** A button under it: its words, and what comes back when it is pressed. */
  button?: { text: string; data: string };
  /** Made while it is read, so that what is too large is never held whole. */
  content: AsyncIterable<Uint8Array | string>;
}

/** Where what was asked for is told in words after all. */
export interface MadeText {
  as: 'message';
  text: string;
}

/** How one kind of file is made. */
export interface FileMaker<Order> {
  /** Read again when the file is made, and once more before it is sent. */
  least: StaffRole;
  /** Null: there is nothing to put into it. No transaction is open; whoever reads much reads it in pages. */
  make(order: Order, locale: Locale): Promise<MadeFile | MadeText | null>;
}

/** A maker for everything that staff may ask for. */
export type FileMakers = { [Name in DocumentKind]: FileMaker<DocumentOptions[Name]> };
