import type { TableFaultKind } from '../tables/fault.js';
import type { MemberRow } from './columns/columns.js';
import type { HeaderFault } from './columns/header.js';
import type { Column, KnownColumn } from './columns/names.js';
import type { Reason } from './reasons.js';

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
  | HeaderFault
  | { kind: 'file-no-rows' }
  /** Members stand above the names of the columns. */
  | { kind: 'file-header-below'; line: number }
  | { kind: TableFaultKind; line: number | null; sheets?: readonly string[] };

/** Where a row stands; `isHidden`: nobody who opens the file sees it. */
interface RowPlace {
  line: number;
  isHidden?: true;
}

/** What reading a file yields: its rows in order, and at the very end `finished` or `stopped`. */
export type Reading =
  | (RowPlace & { kind: 'member'; member: MemberRow; notices: Finding[] })
  /** `insuredCode`: whom it names, as far as that could be read. */
  | (RowPlace & { kind: 'faulty'; insuredCode: string | null; faults: Finding[] })
  | { kind: 'stopped'; fault: FileFault }
  | { kind: 'finished'; members: number; faulty: number };

/** Some of it, as it comes. */
export interface ReadBatch {
  readings: Reading[];
  /** The sheet of the workbook that is read; null where there are none. */
  sheet: string | null;
  /** How much of the file has been read by then, from 0 to 1. */
  read: number;
  /** Columns of ours that nobody sees who opens the file; left out where there are none. */
  hiddenColumns?: readonly KnownColumn[];
}
