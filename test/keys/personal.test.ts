import { describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { seededRandom } from '../../playground/seeded-random.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { MissingKey } from '../../src/keys/missing-keys.js';
import {
  asOld,
  decryptPersonal,
  encryptedOf,
  encryptPersonal,
  encryptRow,
  fromOld,
  type PersonalData,
} from '../../src/keys/personal-fields.js';
import { isKept, saySame } from '../../src/keys/same-personal.js';

const random = seededRandom('personal');
const [oldKey, newKey] = [random.bytes(32), random.bytes(32)];
const ring = (...keys: Buffer[]) => makeKeyring({ keys, random });
const { nationalId, phone: mobile, name } = person('behrouz');
const data: PersonalData = { nationalId, mobile, name };
const nobody: PersonalData = { nationalId: person('sara').nationalId, mobile: null, name: null };
const other: PersonalData = { nationalId: '0000000019', mobile: '09120000099', name: 'نامی دیگر' };
const fields = ['nationalId', 'mobile', 'name'] as const;

describe('what is kept of a member', () => {
  it('is encrypted whole and indexed where people are looked up, and is read again', () => {
    const keyring = ring(oldKey);
    const row = encryptRow(keyring, data);
    expect(Object.keys(row).sort()).toEqual(
      ['keyId', 'mobile', 'mobileIndex', 'name', 'nationalId', 'nationalIdIndex'].sort(),
    );
    expect(row.keyId).toBe(keyring.current);
    expect(row.nationalIdIndex).toBe(keyring.index('national-id', nationalId));
    expect(row.mobileIndex).toBe(keyring.index('mobile', mobile));
    for (const field of fields) expect(row[field]).toMatch(new RegExp(`^${keyring.current}\\.`));
    expect(keyring.decrypt('name', row.name ?? '')).toBe(name);
    expect(decryptPersonal(keyring, row)).toEqual(data);
  });

  it('is not made up where it is not known', () => {
    const row = encryptRow(ring(oldKey), nobody);
    expect(row).toMatchObject({ mobile: null, mobileIndex: null, name: null });
    expect(decryptPersonal(ring(oldKey), row)).toEqual(nobody);
  });

  it('is taken out of a row that holds more', () => {
    const { keyId, ...encrypted } = encryptRow(ring(oldKey), data);
    expect(encryptedOf({ ...encrypted, keyId, more: 1 } as typeof encrypted)).toEqual(encrypted);
  });

  it('goes through a line of a list and comes back, and is nothing where the book has nobody', () => {
    const encrypted = encryptPersonal(ring(oldKey), data);
    const old = asOld(encrypted);
    expect(old).toEqual({
      oldNationalId: encrypted.nationalId,
      oldNationalIdIndex: encrypted.nationalIdIndex,
      oldMobile: encrypted.mobile,
      oldMobileIndex: encrypted.mobileIndex,
      oldName: encrypted.name,
    });
    expect(fromOld(old)).toStrictEqual(encrypted);
    expect(new Set(Object.values(asOld(null)))).toEqual(new Set([null]));
    expect(fromOld(asOld(null))).toBeNull();
  });
});

describe('whether something typed is what is kept', () => {
  it.each(fields)('is told of the %s, under the key of now and one of before', (field) => {
    const row = encryptRow(ring(oldKey), data);
    for (const keyring of [ring(oldKey), ring(newKey, oldKey)]) {
      expect(isKept(keyring, row, field, data[field] ?? '')).toBe(true);
      expect(isKept(keyring, row, field, other[field] ?? '')).toBe(false);
    }
  });

  it('is told by the index where there is one, without decrypting', () => {
    const row = { ...encryptRow(ring(oldKey), data), nationalId: 'unreadable', mobile: 'unreadable' };
    for (const field of ['nationalId', 'mobile'] as const)
      expect(isKept(ring(newKey, oldKey), row, field, data[field] ?? '')).toBe(true);
  });

  it('is no where nothing is kept', () => {
    for (const field of ['mobile', 'name'] as const)
      expect(isKept(ring(oldKey), encryptRow(ring(oldKey), nobody), field, '')).toBe(false);
  });

  it('is asked of somebody else where the key is absent, and not denied', () => {
    const row = encryptRow(ring(oldKey), data);
    expect(() => isKept(ring(newKey), row, 'nationalId', nationalId)).toThrow(MissingKey);
  });
});

describe('whether two rows say the same', () => {
  const both = ring(newKey, oldKey);
  const keys = [
    [ring(oldKey), ring(oldKey)],
    [ring(newKey), ring(oldKey)],
  ] as const;

  it.each(keys)('is seen though each is encrypted anew, under one key or two', (mine, theirs) => {
    expect(saySame(both, encryptRow(mine, data), encryptRow(theirs, data))).toBe(true);
    expect(saySame(both, encryptRow(mine, nobody), encryptRow(theirs, nobody))).toBe(true);
    for (const field of fields) {
      const changed = encryptRow(theirs, { ...data, [field]: other[field] });
      expect(saySame(both, encryptRow(mine, data), changed)).toBe(false);
    }
    for (const field of ['mobile', 'name'] as const) {
      const [known, gone] = [encryptRow(mine, data), encryptRow(theirs, { ...data, [field]: null })];
      expect([saySame(both, known, gone), saySame(both, gone, known)]).toEqual([false, false]);
    }
  });

  it('is seen without a key where nothing was encrypted anew', () => {
    const row = encryptRow(ring(oldKey), data);
    expect(saySame(ring(newKey), row, { ...row })).toBe(true);
  });

  it('is seen by the indexes of one key, without decrypting', () => {
    const [mine, theirs] = [encryptRow(ring(oldKey), data), encryptRow(ring(oldKey), data)];
    const unreadable = { ...theirs, nationalId: 'x', mobile: 'y', name: mine.name };
    expect(saySame(both, mine, unreadable)).toBe(true);
  });
});
