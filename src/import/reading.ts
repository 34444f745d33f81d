import type { DayError } from '../calendar/parse-day.js';
import type { InsuredCodeError } from '../identity/insured-code.js';
import type { MobileError } from '../identity/mobile.js';
import type { NationalIdError } from '../identity/national-id.js';
import type { Day } from '../calendar/day.js';
import type { MemberRecord } from '../members/members.js';
import type { TableFaultKind } from '../tables/fault.js';
import type { HeaderFault } from './columns/header.js';
import type { Column } from './columns/names.js';

/** One member as a row of the file has them. */
export interface MemberRow extends MemberRecord {
  cover: { from: Day; to: Day };
  name: string | null;
}

/** Reasons that only a file can give. */
export const cellErrors = [
  'import-cell-empty',
  'import-cell-formula',
  /** `#N/A` and its like. */
  'import-cell-error',
  'import-cell-too-long',
  /** Written as `1.23E+09`, or longer than a spreadsheet's number can be. */
  'import-cell-lost-digits',
  'import-cover-backwards',
  'import-cover-too-long',
  /** The code stood in an earlier row; whatever this row says, one of them is wrong. */
  'import-code-twice',
] as const;

/** What is worth a look, and no reason to leave the row out. */
export const noticeReasons = [
  'import-id-doubtful',
  'import-id-shared',
  'import-mobile-shared',
  /** The member registered another one in the chat; it stays unless a second person says otherwise. */
  'import-mobile-contradicts',
] as const;

/** Each is the key of a sentence. */
export type Reason =
  | (typeof cellErrors)[number]
  | (typeof noticeReasons)[number]
  | `import-${InsuredCodeError | NationalIdError | MobileError}`
  | DayError;

/** Something about one cell that staff should know. */
export interface Finding {
  column: Column;
  reason: Reason;
  /** The cell's text, masked: enough to find it by, not enough to know it. */
  shown: string;
  /** The earlier row, where the finding is about two. */
  firstLine?: number;
}

/** Why the file as a whole is no use; nothing of it may be applied. */
export type FileFault =
  HeaderFault | { kind: 'file-no-rows' } | { kind: TableFaultKind; line: number | null };

/** What reading a file yields: its rows in order, and at the very end `finished` or `stopped`. */
export type Reading =
  | { kind: 'member'; line: number; member: MemberRow; notices: Finding[] }
  | { kind: 'faulty'; line: number; faults: Finding[] }
  | { kind: 'stopped'; fault: FileFault }
  | { kind: 'finished'; members: number; faulty: number };
