import type { ImportRun } from '../../../entities/import-run.js';
import type { Member } from '../../../entities/member.js';
import type { Day } from '../../calendar/day.js';
import type { PersonalField } from '../../keys/personal-fields.js';
import type { Cell } from '../../tables/cell.js';
import type { IsPlaceholder } from './placeholder.js';
import type { NoticeReason, Reason } from '../reasons.js';

/** What a cell says, or why it cannot be taken; `notice`: it is taken, and worth a look. */
export type Judged<Value = string> =
  { ok: true; value: Value; notice?: NoticeReason } | { ok: false; error: Reason };

/** Which of a period's two days. */
export type PeriodEnd = 'first' | 'last';

/** What cells are read with, besides what they hold. */
export interface CellReader {
  insuredCodePattern: RegExp;
  /** A day in either calendar, or a number of days as this file counts them. */
  day: (cell: Cell, end: PeriodEnd) => Judged<Day>;
  isPlaceholder: IsPlaceholder;
}

interface ReadRules {
  parse: (cell: Cell, reader: CellReader) => Judged;
  /** What is left out for a cell that cannot be taken: the row with its member, or only the cell, which changes nothing then. */
  leftOut: 'row' | 'cell';
  /** What is said of a value that has stood in an earlier row; null: it may. */
  repeated: { grade: 'fault' | 'notice'; reason: Reason } | null;
}

/** The member is found by it, and it never changes. */
export interface KeyRules extends ReadRules {
  kept: 'key';
  field: 'insuredCode';
}

/** A day of the period of cover, which is a row of another table: written, shown and taken back with the other day. */
export interface CoverRules extends ReadRules {
  kept: 'cover';
  field: 'coverFrom' | 'coverTo';
}

/**
 * Kept encrypted in the member's row, as `personalFields` says; by that table too it is compared, and put back when the
 * list is taken back. An empty cell changes nothing.
 */
export interface PersonalRules extends ReadRules {
  kept: 'encrypted';
  field: PersonalField;
  /** What it is to tell another value than the one on record. */
  another: (known: Pick<Member, 'mobileSource'>) => 'other' | 'contradicts';
  /** Where members with a first or another value are counted, among the changed; null: nowhere by themselves. */
  counted: Readonly<Record<'first' | 'other', keyof ChangeCounts | null>>;
  /** As staff are shown it where a list changes it. */
  mask: (text: string) => string;
}

export type ColumnRules = KeyRules | CoverRules | PersonalRules;

/** How many members change in what. */
export type ChangeCounts = Pick<
  ImportRun,
  'periods' | 'movedPeriods' | 'givenBack' | 'mobiles' | 'firstMobiles' | 'nationalIds' | 'names'
>;
