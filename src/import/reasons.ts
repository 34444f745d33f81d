import type { DayError } from '../calendar/parse-day.js';
import type { InsuredCodeError } from '../identity/insured-code.js';
import type { MobileError } from '../identity/mobile.js';
import type { NameError } from '../identity/name.js';
import type { NationalIdError } from '../identity/national-id.js';

/** Why a cell cannot be taken, where only a file can give the reason. */
export type CellError =
  | 'import-cell-empty'
  | 'import-cell-formula'
  /** `#N/A` and its like. */
  | 'import-cell-error'
  | 'import-cell-too-long'
  /** Written as `1.23E+09`, or longer than a spreadsheet's number can be. */
  | 'import-cell-lost-digits'
  | 'import-cover-backwards'
  | 'import-cover-too-long'
  /** It overlaps two periods on record, so that nobody can say which one it changes. */
  | 'import-cover-spans-two'
  /** The code stood in an earlier row; whatever this row says, one of them is wrong. */
  | 'import-code-twice'
  /** A quotation mark left open before it has made it part of a cell. */
  | 'import-line-swallowed';

/** What is worth a look, and no reason to leave anything out. */
const noticeReasons = [
  'import-id-doubtful',
  'import-id-shared',
  'import-mobile-shared',
  /** The member registered another one in the chat; it stays unless a second person says otherwise. */
  'import-mobile-contradicts',
  /** A dash, a zero, or a word for nothing, in a column that may be empty. */
  'import-placeholder',
  /** A time of day behind the day, which may be the sign of a day that slipped. */
  'import-day-with-time',
  /** A day kept as a number from before 1900, as programs do that take a Jalali year for one of ours. */
  'import-day-old-count',
  'import-cover-over',
  'import-cover-long',
  'import-cover-ahead',
] as const;

export type NoticeReason = (typeof noticeReasons)[number];

/** Each is the key of a sentence. */
export type Reason =
  | CellError
  | NoticeReason
  | `import-${InsuredCodeError | NationalIdError | MobileError | NameError}`
  | DayError;

export const leavesNothingOut = (reason: Reason): reason is NoticeReason =>
  (noticeReasons as readonly Reason[]).includes(reason);
