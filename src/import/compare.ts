import type { ImportRow, MobileChange } from '../../entities/import-row.js';
import type { Member } from '../../entities/member.js';
import type { Day } from '../calendar/day.js';
import type { Keyring } from '../keys/keyring.js';
import {
  asOld,
  decryptPersonal,
  encryptPersonal,
  type PersonalData,
  type PersonalRow,
} from '../keys/personal-fields.js';
import { isKept } from '../keys/same-personal.js';
import type { MemberRow } from './reading.js';

/** A member as the book has them, with the end of the period that begins on the day that the list names. */
export type KnownMember = PersonalRow & Pick<Member, 'id' | 'mobileSource'> & { coverTo: Day | null };

/** What a line of the list would change. */
export interface Difference {
  row: Omit<ImportRow, 'runId' | 'line'>;
  nationalIdChanges: boolean;
}

/** Compares a line with the member by blind indexes, so that nobody unchanged is decrypted; null: nothing changes. */
export function compare(row: MemberRow, known: KnownMember | null, keyring: Keyring): Difference | null {
  if (!known) {
    const found = { verdict: 'new', mobileChange: row.mobile === null ? 'same' : 'first' } as const;
    return { row: differing(row, row, keyring, found, null), nationalIdChanges: false };
  }
  const nationalIdChanges = !isKept(keyring, known, 'nationalId', row.nationalId);
  const mobileChange = changeOfMobile(row.mobile, known, keyring);
  const coverChanges = known.coverTo !== row.cover.to;
  const changes = nationalIdChanges || coverChanges || mobileChange === 'first' || mobileChange === 'other';
  if (!changes && mobileChange === 'same') return null;
  const before = decryptPersonal(keyring, known);
  const data = {
    nationalId: row.nationalId,
    mobile: row.mobile ?? before.mobile,
    name: row.name ?? before.name,
  };
  const verdict = changes ? 'changed' : 'contradicted';
  return { row: differing(row, data, keyring, { verdict, mobileChange }, known), nationalIdChanges };
}

function changeOfMobile(mobile: string | null, known: KnownMember, keyring: Keyring): MobileChange {
  if (mobile === null) return 'same';
  if (known.mobile === null) return 'first';
  if (isKept(keyring, known, 'mobile', mobile)) return 'same';
  return known.mobileSource === 'insurer' ? 'other' : 'contradicts';
}

function differing(
  { insuredCode, cover }: MemberRow,
  data: PersonalData,
  keyring: Keyring,
  found: Pick<ImportRow, 'verdict' | 'mobileChange'>,
  known: KnownMember | null,
): Difference['row'] {
  return {
    verdict: found.verdict,
    insuredCode,
    ...encryptPersonal(keyring, data),
    mobileChange: found.mobileChange,
    coverFrom: cover.from,
    coverTo: cover.to,
    memberId: known && known.id,
    ...asOld(known),
    oldMobileSource: known && known.mobileSource,
    oldKeyId: known && known.keyId,
    oldCoverTo: known && known.coverTo,
  };
}
