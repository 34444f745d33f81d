import type { ImportRow } from '../../entities/import-row.js';
import type { Member } from '../../entities/member.js';
import type { Keyring, Purpose } from './keyring.js';

/** How something personal is kept, by the names of its columns. */
export interface PersonalKeeping {
  purpose: Purpose;
  /** The keyed blind index that goes with it; null where nobody is looked up by it. */
  index: (keyof Member & keyof ImportRow) | null;
  /** In a line of a list: what stood in the book when the line was judged. */
  old: keyof ImportRow;
  oldIndex: keyof ImportRow | null;
}

/**
 * All that is kept encrypted of a member, under one name in the member's row and in a line of a list. It is encrypted,
 * compared, put back and encrypted anew by this table.
 */
export const personalFields = {
  nationalId: {
    purpose: 'national-id',
    index: 'nationalIdIndex',
    old: 'oldNationalId',
    oldIndex: 'oldNationalIdIndex',
  },
  mobile: { purpose: 'mobile', index: 'mobileIndex', old: 'oldMobile', oldIndex: 'oldMobileIndex' },
  // An index would tell how often each name occurs, and so which it may be.
  name: { purpose: 'name', index: null, old: 'oldName', oldIndex: null },
} as const satisfies Partial<Record<keyof Member & keyof ImportRow, PersonalKeeping>>;

type Fields = typeof personalFields;
export type PersonalField = keyof Fields;
type Column = PersonalField | NonNullable<Fields[PersonalField]['index']>;
type OldColumn = Fields[PersonalField]['old'] | NonNullable<Fields[PersonalField]['oldIndex']>;

/** In clear. */
export type PersonalData = Pick<Member, PersonalField>;
export type EncryptedData = Pick<Member, Column>;
export type OldEncryptedData = Pick<ImportRow, OldColumn>;
/** With the fingerprint of the one key that all of it is under. */
export type PersonalRow = EncryptedData & { keyId: string };

export const personalFieldNames = Object.keys(personalFields) as PersonalField[];
export const personalKeeping = Object.entries(personalFields) as [PersonalField, PersonalKeeping][];

/** The names of all its columns, indexes included. */
export const personalColumns = personalKeeping.flatMap(([field, { index }]) =>
  index === null ? [field] : [field, index],
) as Column[];

/** Encrypts and indexes all of it under the current key. */
export function encryptPersonal(keyring: Keyring, data: PersonalData): EncryptedData {
  const encrypted: Partial<Record<string, string | null>> = {};
  for (const [field, { purpose, index }] of personalKeeping) {
    const text = data[field];
    encrypted[field] = text && keyring.encrypt(purpose, text);
    if (index) encrypted[index] = text && keyring.index(purpose, text);
  }
  return encrypted as EncryptedData;
}

/** The same, with the key's name: a row is encrypted and indexed as a whole. */
export const encryptRow = (keyring: Keyring, data: PersonalData): PersonalRow => ({
  ...encryptPersonal(keyring, data),
  keyId: keyring.current,
});

/** Just this of a row that holds more. */
export const encryptedOf = (row: EncryptedData): EncryptedData =>
  Object.fromEntries(personalColumns.map((column) => [column, row[column]])) as unknown as EncryptedData;

/** Whatever keys at hand it is encrypted under. */
export const decryptPersonal = (keyring: Keyring, encrypted: PersonalData): PersonalData =>
  personalFrom((field) => {
    const text = encrypted[field];
    return text && keyring.decrypt(personalFields[field].purpose, text);
  });

/** A value for each of the fields. */
export const personalFrom = (valueOf: (field: PersonalField) => string | null): PersonalData =>
  Object.fromEntries(personalKeeping.map(([field]) => [field, valueOf(field)])) as unknown as PersonalData;

/** As a line of a list keeps what stood in the book; null: the book does not have the member. */
export function asOld(known: EncryptedData | null): OldEncryptedData {
  const kept: Partial<Record<string, string | null>> = {};
  for (const [field, { index, old, oldIndex }] of personalKeeping) {
    kept[old] = known && known[field];
    if (index && oldIndex) kept[oldIndex] = known && known[index as Column];
  }
  return kept as OldEncryptedData;
}

/** What stood in the book, by the names that it has there; null: the book did not have the member. */
export function fromOld(row: OldEncryptedData): EncryptedData | null {
  if (row.oldNationalId === null) return null;
  const known: Partial<Record<string, string | null>> = {};
  for (const [field, { index, old, oldIndex }] of personalKeeping) {
    known[field] = row[old as OldColumn];
    if (index && oldIndex) known[index] = row[oldIndex as OldColumn];
  }
  return known as EncryptedData;
}
