import type { ColumnRules, PersonalRules } from './column.js';
import { coverFrom, coverTo } from './cover.js';
import { insuredCode } from './insured-code.js';
import { mobile } from './mobile.js';
import { name } from './name.js';
import type { Column, OptionalColumn, RequiredColumn } from './names.js';
import { nationalId } from './national-id.js';

/**
 * What becomes of each column: how a cell is read, how it is compared, where it is kept, how it is shown, how it is taken
 * back. In the order in which a row is read, and its faults are told.
 */
export const columns = {
  'insured-code': insuredCode,
  'national-id': nationalId,
  mobile,
  name,
  'cover-from': coverFrom,
  'cover-to': coverTo,
} as const satisfies Record<Column, ColumnRules>;

type FieldOf<Name extends Column> = (typeof columns)[Name & keyof typeof columns]['field'];

/** One member as a row of the file has them; null: the cell is empty, or was left out, and changes nothing. */
export type MemberRow = Record<FieldOf<RequiredColumn>, string> &
  Record<FieldOf<OptionalColumn>, string | null>;

/** The same, as far as it could be read. */
export type Draft = Record<keyof MemberRow, string | null>;

export const columnRules = Object.entries(columns) as [Column, ColumnRules][];

export const personalRules = columnRules.filter(
  (entry): entry is [Column, PersonalRules] => entry[1].kept === 'encrypted',
);
