/** Zero of each row of digits that people type here: Latin, Persian, Arabic. */
const persianZero = 0x06f0;
const arabicZero = 0x0660;

/** Persian and Arabic digits become Latin ones; everything else stays. */
export function foldDigits(text: string): string {
  // Most digits are Latin ones already, and lists bring millions.
  if (isAscii.test(text)) return text;
  return text.replace(/[۰-۹٠-٩]/gu, (digit) => {
    const point = digit.charCodeAt(0);
    return String(point - (point >= persianZero ? persianZero : arabicZero));
  });
}

/**
 * What is left of typed digits once everything is gone that people put between them or do not see: white space,
 * invisible marks, dashes of every kind, the Arabic stretch, dots and underscores. Letters and other signs stay,
 * so that they can be refused. Idempotent.
 */
export function bareDigits(text: string): string {
  return onlyDigits(text) ? text : foldDigits(text).replace(/[\s\p{Cf}\p{Pd}\u2212\u0640\u00b7._]/gu, '');
}

const isAscii = /^[\0-\x7F]*$/;

/** At least one digit and nothing else. */
export const onlyDigits = (text: string): boolean => /^[0-9]+$/.test(text);
