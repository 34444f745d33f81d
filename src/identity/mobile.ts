import { bareDigits, onlyDigits } from './digits.js';
import { parseNationalId } from './national-id.js';
import { accepted, refused, refusedLength, type Parsed } from './parsed.js';

export const mobileErrors = [
  'mobile-not-digits',
  'mobile-too-short',
  'mobile-too-long',
  'mobile-landline',
  'mobile-foreign',
  'mobile-is-national-id',
] as const;

export type MobileError = (typeof mobileErrors)[number];

/** An Iranian mobile number as `09…`, from any of the forms in which people write it. Which ranges exist is the gateway's affair. */
export function parseMobile(text: string): Parsed<string, MobileError> {
  const number = bareDigits(text).replace(/[()[\]]/g, '');
  const mobile = /^(?:(?:\+98|0098|98)0*|0?)(9\d{9})$/.exec(number)?.[1];
  if (mobile) return accepted(`0${mobile}`);
  const digits = number.replace(/^\+/, '');
  if (!onlyDigits(digits)) return refused('mobile-not-digits');
  // Many a national ID begins with the zeros of a foreign number, or looks like a landline without its zero.
  if (isNationalId(number)) return refused('mobile-is-national-id');
  if (/^(?:\+|00)(?!98)/.test(number)) return refused('mobile-foreign');
  const subscriber = digits.replace(/^(?:(?:00)?98)?0*/, '');
  if (/^[1-8]\d{9}$/.test(subscriber)) return refused('mobile-landline');
  // Written abroad’s way, or without its zero, it has another length; told would be that eleven digits are not eleven.
  const asWritten = !/^(?:\+|00)98/.test(number) && digits.length !== 11;
  const typed = asWritten ? digits.length : subscriber.length + 1;
  return refusedLength(typed < 11 ? 'mobile-too-short' : 'mobile-too-long', typed, 11);
}

/** `0912•••••89`: enough to know one's own number by. A bullet, since Bale eats asterisks. */
export const maskMobile = (mobile: string): string => `${mobile.slice(0, 4)}•••••${mobile.slice(-2)}`;

function isNationalId(number: string): boolean {
  const parsed = parseNationalId(number);
  return /^(?!09)\d{10}$/.test(number) && parsed.ok && !parsed.doubtful;
}
