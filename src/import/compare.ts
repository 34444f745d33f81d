import type { ImportRow, ValueChange } from '../../entities/import-row.js';
import type { Member } from '../../entities/member.js';
import type { Day } from '../calendar/day.js';
import type { Keyring } from '../keys/keyring.js';
import {
  asOld,
  decryptPersonal,
  encryptPersonal,
  personalFrom,
  type PersonalData,
  type PersonalField,
  type PersonalRow,
} from '../keys/personal-fields.js';
import { isKept } from '../keys/same-personal.js';
import type { PersonalRules } from './columns/column.js';
import { personalRules, type MemberRow } from './columns/columns.js';
import { periodChange, type Period, type PeriodChange } from './periods.js';

/** A member as the book has them, with all their periods of cover. */
export type KnownMember = PersonalRow &
  Pick<Member, 'id' | 'mobileSource' | 'leftAt'> & { periods: readonly Period[] };

type Changes = Readonly<Record<PersonalField, ValueChange>>;

/** What a line of the list would change. */
export interface Difference {
  row: Omit<ImportRow, 'runId' | 'line'>;
  changes: Changes;
  period: DefinitePeriodChange;
}

type DefinitePeriodChange = Exclude<PeriodChange, { kind: 'spans-two' }>;

/**
 * Compares a line with the member, who is decrypted only as far as there is no blind index; null: nothing changes.
 * `spans-two`: it cannot be taken, since it reaches over two periods on record.
 */
export function compare(
  row: MemberRow,
  known: KnownMember | null,
  keyring: Keyring,
  today: Day,
): Difference | 'spans-two' | null {
  const changes = changesOf(row, known, keyring);
  const period = periodChange(known?.periods ?? [], row, today);
  if (period.kind === 'spans-two') return period.kind;
  if (!known) return { row: differing(row, row, 'new', changes, period, keyring, null), changes, period };
  const all = Object.values(changes);
  const changed =
    period.kind !== 'same' || known.leftAt !== null || all.includes('first') || all.includes('other');
  if (!changed && !all.includes('contradicts')) return null;
  const before = decryptPersonal(keyring, known);
  const standing = personalFrom((field) => row[field] ?? before[field]);
  const verdict = changed ? 'changed' : 'contradicted';
  return { row: differing(row, standing, verdict, changes, period, keyring, known), changes, period };
}

function changesOf(row: MemberRow, known: KnownMember | null, keyring: Keyring): Changes {
  const changes: Partial<Record<PersonalField, ValueChange>> = {};
  for (const [, rules] of personalRules) changes[rules.field] = changeOf(rules, row, known, keyring);
  return changes as Changes;
}

function changeOf(
  { field, another }: PersonalRules,
  row: MemberRow,
  known: KnownMember | null,
  keyring: Keyring,
): ValueChange {
  const value = row[field];
  if (value === null) return 'same';
  if (!known || known[field] === null) return 'first';
  return isKept(keyring, known, field, value) ? 'same' : another(known);
}

function differing(
  { insuredCode, coverFrom, coverTo }: MemberRow,
  standing: PersonalData,
  verdict: ImportRow['verdict'],
  { mobile: mobileChange }: Changes,
  period: DefinitePeriodChange,
  keyring: Keyring,
  known: KnownMember | null,
): Difference['row'] {
  return {
    verdict,
    insuredCode,
    ...encryptPersonal(keyring, standing),
    mobileChange,
    coverFrom,
    coverTo,
    memberId: known && known.id,
    ...asOld(known),
    oldMobileSource: known && known.mobileSource,
    oldKeyId: known && known.keyId,
    ...oldDays(period, coverFrom, coverTo),
  };
}

function oldDays({ kind, before }: DefinitePeriodChange, coverFrom: Day, coverTo: Day) {
  if (kind === 'same') return { oldCoverFrom: coverFrom, oldCoverTo: coverTo };
  return { oldCoverFrom: before && before.startsOn, oldCoverTo: before && before.endsOn };
}
