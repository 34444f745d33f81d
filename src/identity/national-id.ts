import { bareDigits, onlyDigits } from './digits.js';
import { refused, refusedLength, type LengthHint } from './parsed.js';

export const nationalIdErrors = [
  'national-id-not-digits',
  'national-id-too-short',
  'national-id-too-long',
  'national-id-eleven-digits',
  'national-id-is-mobile',
] as const;

export type NationalIdError = (typeof nationalIdErrors)[number];

/** `doubtful`: to be asked about once; the same answer again is accepted, since the insurer's record decides. */
export type ParsedNationalId =
  { ok: true; value: string; doubtful: boolean } | { ok: false; error: NationalIdError; hint?: LengthHint };

/** An Iranian national ID, or the code that foreign nationals carry in its place. Zeros lost from the front are put back. */
export function parseNationalId(text: string): ParsedNationalId {
  const digits = bareDigits(text);
  if (!onlyDigits(digits)) return refused('national-id-not-digits');
  if (/^09\d{9}$/.test(digits)) return refused('national-id-is-mobile');
  if (digits.length === 11) return refused('national-id-eleven-digits');
  if (digits.length < 8) return refusedLength('national-id-too-short', digits.length);
  if (digits.length > 12) return refusedLength('national-id-too-long', digits.length);
  const value = digits.padStart(10, '0');
  return { ok: true, value, doubtful: isRepdigit(value) || (value.length === 10 && !checksumHolds(value)) };
}

/** `•••••••011`: enough to compare with what somebody says, too little to learn it from. */
export const maskNationalId = (nationalId: string): string =>
  nationalId.slice(-3).padStart(nationalId.length, '•');

/** Foreign nationals carry a code of twelve digits in its place. */
export const isForeignCode = (nationalId: string): boolean => nationalId.length === 12;

/** Every repdigit passes the checksum, and one of them is said to be a real person's: so doubted, not refused. */
const isRepdigit = (digits: string): boolean => digits === digits.charAt(0).repeat(digits.length);

/** A typing aid, not evidence: one in ten random numbers passes. */
function checksumHolds(nationalId: string): boolean {
  const sum = Array.from(nationalId.slice(0, 9), Number).reduce(
    (total, digit, place) => total + digit * (10 - place),
    0,
  );
  const rest = sum % 11;
  return Number(nationalId.charAt(9)) === (rest < 2 ? rest : 11 - rest);
}
