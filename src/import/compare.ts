import type { ImportRow, MobileChange } from '../../entities/import-row.js';
import type { Member } from '../../entities/member.js';
import type { Day } from '../calendar/day.js';
import type { Keyring, Purpose } from '../keys/keyring.js';
import { sealedUnder } from '../members/members.js';
import type { MemberRow } from './reading.js';

/** A member as the book has them, with the end of the period that begins on the day that the list names. */
export type Known = Pick<
  Member,
  'id' | 'nationalId' | 'nationalIdIndex' | 'mobile' | 'mobileIndex' | 'mobileSource' | 'keyId'
> & { coverTo: Day | null };

/** What a line of the list would change. */
export interface Difference {
  row: Omit<ImportRow, 'runId' | 'line'>;
  nationalIdChanges: boolean;
}

/** Compares a line with the member by blind indexes, so that nobody unchanged is decrypted; null: nothing changes. */
export function compare(row: MemberRow, known: Known | null, keyring: Keyring): Difference | null {
  if (!known) return { row: newcomer(row, keyring), nationalIdChanges: false };
  const is = (purpose: Purpose, text: string, index: string) =>
    indexUnder(keyring, known.keyId, purpose, text) === index;
  const nationalIdChanges = !is('national-id', row.nationalId, known.nationalIdIndex);
  const mobileChange = changeOfMobile(row.mobile, known, (text, index) => is('mobile', text, index));
  const coverChanges = known.coverTo !== row.cover.to;
  const changes = nationalIdChanges || coverChanges || mobileChange === 'first' || mobileChange === 'other';
  if (!changes && mobileChange === 'same') return null;
  const mobile = row.mobile ?? (known.mobile && keyring.open('mobile', known.mobile));
  const sealed = sealedRow(keyring, row.nationalId, mobile);
  const verdict = changes ? 'changed' : 'contradicted';
  return { row: { ...placed(row), ...sealed, verdict, mobileChange, ...asItWas(known) }, nationalIdChanges };
}

function changeOfMobile(
  mobile: string | null,
  known: Known,
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

/** As it will stand in the book; the key's name stands once, in the run. */
function sealedRow(keyring: Keyring, nationalIdInClear: string, mobileInClear: string | null) {
  const sealed = sealedUnder(keyring, nationalIdInClear, mobileInClear);
  const { nationalId, nationalIdIndex, mobile, mobileIndex } = sealed;
  return { nationalId, nationalIdIndex, mobile, mobileIndex };
}

const placed = ({ insuredCode, cover }: MemberRow) => ({
  insuredCode,
  coverFrom: cover.from,
  coverTo: cover.to,
});

function newcomer(row: MemberRow, keyring: Keyring): Difference['row'] {
  const sealed = sealedRow(keyring, row.nationalId, row.mobile);
  const mobileChange = row.mobile === null ? 'same' : 'first';
  return { ...placed(row), ...sealed, verdict: 'new', mobileChange, ...nothingBefore };
}

const asItWas = (known: Known) => ({
  memberId: known.id,
  oldNationalId: known.nationalId,
  oldNationalIdIndex: known.nationalIdIndex,
  oldMobile: known.mobile,
  oldMobileIndex: known.mobileIndex,
  oldMobileSource: known.mobileSource,
  oldKeyId: known.keyId,
  oldCoverTo: known.coverTo,
});

const nothingBefore = {
  memberId: null,
  oldNationalId: null,
  oldNationalIdIndex: null,
  oldMobile: null,
  oldMobileIndex: null,
  oldMobileSource: null,
  oldKeyId: null,
  oldCoverTo: null,
};
