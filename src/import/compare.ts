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

/** A member as the book has them, with the end of the period that begins on the day that the list names. */
export type KnownMember = PersonalRow & Pick<Member, 'id' | 'mobileSource'> & { coverTo: Day | null };

type Changes = Readonly<Record<PersonalField, ValueChange>>;

/** What a line of the list would change. */
export interface Difference {
  row: Omit<ImportRow, 'runId' | 'line'>;
  changes: Changes;
}

/** Compares a line with the member, who is decrypted only as far as there is no blind index; null: nothing changes. */
export function compare(row: MemberRow, known: KnownMember | null, keyring: Keyring): Difference | null {
  const changes = changesOf(row, known, keyring);
  if (!known) return { row: differing(row, row, 'new', changes, keyring, null), changes };
  const all = Object.values(changes);
  const changed = known.coverTo !== row.coverTo || all.includes('first') || all.includes('other');
  if (!changed && !all.includes('contradicts')) return null;
  const before = decryptPersonal(keyring, known);
  const standing = personalFrom((field) => row[field] ?? before[field]);
  const verdict = changed ? 'changed' : 'contradicted';
  return { row: differing(row, standing, verdict, changes, keyring, known), changes };
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
    oldCoverTo: known && known.coverTo,
  };
}
