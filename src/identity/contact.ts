import { parseMobile, type MobileError } from './mobile.js';
import { accepted, refused, type Parsed } from './parsed.js';

export const contactErrors = ['contact-not-private', 'contact-forwarded', 'contact-foreign'] as const;

export type ContactError = (typeof contactErrors)[number];

/** A contact card as a messenger hands it over; its fields are not to be trusted in type or presence. */
export interface ContactCard {
  phoneNumber: unknown;
  /** Whose number it is, as the messenger's server says. Bale leaves it out at times. */
  userId: unknown;
  forwarded: boolean;
  privateChat: boolean;
  /** Who sent the card, in decimal. */
  senderId: string;
}

/** A number with its worth: `contact` is proven the sender's own, `typed` is no better than typed by hand. */
export interface CardMobile {
  number: string;
  source: 'contact' | 'typed';
}

/** The mobile on a card. Only a sender's own, unforwarded card in a private chat proves anything. */
export function readContact(card: ContactCard): Parsed<CardMobile, ContactError | MobileError> {
  if (!card.privateChat) return refused('contact-not-private');
  if (card.forwarded) return refused('contact-forwarded');
  const owner = decimalId(card.userId);
  if (owner && owner !== card.senderId) return refused('contact-foreign');
  const mobile = parseMobile(numberText(card.phoneNumber));
  return mobile.ok ? accepted({ number: mobile.value, source: owner ? 'contact' : 'typed' }) : mobile;
}

/** Zero and whatever is not an id count as absent. */
function decimalId(userId: unknown): string | null {
  const text = numberText(userId);
  return /^[1-9]\d*$/.test(text) ? text : null;
}

/** Some libraries hold numbers as integers, and lose their leading zero. */
function numberText(value: unknown): string {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? String(value) : '';
}
