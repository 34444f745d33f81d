import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MobileOwnership } from '../../src/ownership/port.js';
import { person } from '../../playground/cast.js';
import { owner, type OwnershipVendor } from '../support/vendors/ownership.js';
import type { Timeouts } from '../../src/http-client/send.js';
import { soon, type Failure } from '../support/vendors/stand-in.js';

export interface OwnershipRig {
  ownership: MobileOwnership;
  vendor: OwnershipVendor;
  /** Read anew for each question. */
  timeouts: Timeouts;
  faults: string[];
  secrets: readonly string[];
}

const failures: readonly Failure[] = [
  'hang-up',
  'bad-gateway-page',
  'forbidden-page',
  'not-found-page',
  'welcome-page',
  'redirect',
];

/** What every service of the Shahkar kind keeps. `refusals` are codes of its own. */
export function keepsOwnershipContract(
  name: string,
  open: (key?: 'wrong') => Promise<OwnershipRig>,
  refusals: readonly string[],
): void {
  describe(`${name} keeps the ownership contract`, () => {
    let rig: OwnershipRig;
    beforeEach(async () => {
      rig = await open();
    });
    afterEach(() => rig.vendor.close());

    it('tells the owner’s number from somebody else’s', async () => {
      expect(await rig.ownership.belongs(owner.phone, owner.nationalId)).toBe('match');
      expect(await rig.ownership.belongs(person('iraj').phone, owner.nationalId)).toBe('mismatch');
      expect(rig.faults).toEqual([]);
    });

    const nothingClear = async (): Promise<void> => {
      expect(await rig.ownership.belongs(owner.phone, owner.nationalId)).toBe('unknown');
      expect(rig.faults).toHaveLength(1);
      for (const secret of [owner.phone, owner.nationalId, 'http:', ...rig.secrets]) {
        expect(rig.faults[0]).not.toContain(secret);
      }
    };

    it.each(failures)('a failing service is no mismatch: %s', async (failure) => {
      rig.vendor.fail(failure);
      await nothingClear();
    });

    it('a service that does not answer in time is no mismatch', async () => {
      rig.timeouts.answerMs = soon;
      rig.vendor.fail('silence');
      await nothingClear();
    });

    it.each(refusals)('a refusal is no mismatch: %s', async (code) => {
      rig.vendor.refuse(code);
      await nothingClear();
      expect(rig.faults[0]).toContain(code);
    });

    it('an operator is told that it answers and takes the key, and nobody was asked about', async () => {
      expect(await rig.ownership.status()).toBe('answers');
      expect(rig.vendor.received.map(({ body, url }) => body + url.href).join()).not.toContain(owner.phone);
    });

    it('an operator is told of a key that is refused, and that is no mismatch', async () => {
      const locked = await open('wrong');
      expect(await locked.ownership.status()).toBe('key-refused');
      expect(await locked.ownership.belongs(owner.phone, owner.nationalId)).toBe('unknown');
      await locked.vendor.close();
    });

    it.each(failures)('an operator is told of a service that fails: %s', async (failure) => {
      rig.vendor.fail(failure);
      expect(await rig.ownership.status()).toBe('away');
      expect(rig.faults).toHaveLength(1);
    });

    it('a service that is not there is no mismatch', async () => {
      await rig.vendor.close();
      await nothingClear();
    });
  });
}
