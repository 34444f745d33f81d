import type { ImportRow, MobileChange } from '../../entities/import-row.js';
import type { Member } from '../../entities/member.js';
import type { Day } from '../calendar/day.js';
import type { Keyring, Purpose } from '../keys/keyring.js';
import type { MemberRow } from './reading.js';

/** A member as the book has them, with the end of the period that begins on the day that the list names. */
export type KnownMembers = Pick<
  Member,
  'id' | 'nationalId' | 'nationalIdIndex' | 'mobile' | 'mobileIndex' | 'mobileSource' | 'keyId'
> & { coverTo: Day | null };

/** What a line of the list would change. */
export interface Difference {
  row: Omit<ImportRow, 'runId' | 'line'>;
  nationalIdChanges: boolean;
}

/** Compares a line with the member by blind indexes, so that nobody unchanged is decrypted; null: nothing changes. */
export function compare(row: MemberRow, known: KnownMembers | null, keyring: Keyring): Difference | null {
  if (!known) {
    const found = { verdict: 'new', mobileChange: row.mobile === null ? 'same' : 'first' } as const;
    return { row: differing(row, row.mobile, keyring, found, null), nationalIdChanges: false };
  }
  const is = (purpose: Purpose, text: string, index: string) =>
    indexUnder(keyring, known.keyId, purpose, text) === index;
  const nationalIdChanges = !is('national-id', row.nationalId, known.nationalIdIndex);
  const mobileChange = changeOfMobile(row.mobile, known, (text, index) => is('mobile', text, index));
  const coverChanges = known.coverTo !== row.cover.to;
  const changes = nationalIdChanges || coverChanges || mobileChange === 'first' || mobileChange === 'other';
  if (!changes && mobileChange === 'same') return null;
  const mobile = row.mobile ?? (known.mobile && keyring.decrypt('mobile', known.mobile));
  const verdict = changes ? 'changed' : 'contradicted';
  return { row: differing(row, mobile, keyring, { verdict, mobileChange }, known), nationalIdChanges };
}

function changeOfMobile(
  mobile: string | null,
  known: KnownMembers,
  is: (text: string, index: string) => boolean,
): MobileChange {
  if (mobile === null) return 'same';
  if (known.mobileIndex === null) return 'first';
  if (is(mobile, known.mobileIndex)) return 'same';
  return known.mobileSource === 'insurer' ? 'other' : 'contradicts';
}

function indexUnder(keyring: Keyring, keyId: string, purpose: Purpose, text: string): string {
  if (keyId === keyring.current) return keyring.index(purpose, text);
  const index = keyring.indexes(purpose, text)[keyring.fingerprints.indexOf(keyId)];
  // Otherwise everybody under that key would seem to have another national ID.
  if (index === undefined) throw new Error('the key of a member is absent');
  return index;
}

/** Every field by its name: made a million times, a row put together from parts costs more than its encryption. */
function differing(
  { insuredCode, cover, nationalId }: MemberRow,
  mobile: string | null,
  keyring: Keyring,
  found: Pick<ImportRow, 'verdict' | 'mobileChange'>,
  known: KnownMembers | null,
): Difference['row'] {
  return {
    verdict: found.verdict,
    insuredCode,
    nationalId: keyring.encrypt('national-id', nationalId),
    nationalIdIndex: keyring.index('national-id', nationalId),
    mobile: mobile && keyring.encrypt('mobile', mobile),
    mobileIndex: mobile && keyring.index('mobile', mobile),
    mobileChange: found.mobileChange,
    coverFrom: cover.from,
    coverTo: cover.to,
    memberId: known && known.id,
    oldNationalId: known && known.nationalId,
    oldNationalIdIndex: known && known.nationalIdIndex,
    oldMobile: known && known.mobile,
    oldMobileIndex: known && known.mobileIndex,
    oldMobileSource: known && known.mobileSource,
    oldKeyId: known && known.keyId,
    oldCoverTo: known && known.coverTo,
  };
}
