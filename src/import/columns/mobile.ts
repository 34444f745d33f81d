import { maskMobile, parseMobile } from '../../identity/mobile.js';
import { readIdentifier } from '../read-cell.js';
import type { PersonalRules } from './column.js';

export const mobile = {
  kept: 'encrypted',
  field: 'mobile',
  parse: (cell) => readIdentifier(cell, parseMobile),
  // Whoever means to change a number and mistypes it has to hear of it before anything else of the row is done.
  leftOut: 'row',
  repeated: { grade: 'notice', reason: 'import-mobile-shared' },
  another: ({ mobileSource }) => (mobileSource === 'insurer' ? 'other' : 'contradicts'),
  counted: { first: 'firstMobiles', other: 'mobiles' },
  mask: maskMobile,
} as const satisfies PersonalRules;
