import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PortalAccount } from '../../entities/portal-account.js';
import { PortalReset } from '../../entities/portal-reset.js';
import { makeLocalPortal } from '../../src/portal/local.js';
import { hashPassword, isPassword, properCost } from '../../src/portal/password-hash.js';
import { systemRandom } from '../../src/random.js';
import {
  behrouz,
  keepsPortalContract,
  openAccounts,
  resetId,
  stranger,
  type PortalRig,
} from '../contracts/portal.js';
import { databases, type TestDatabase } from '../support/databases.js';

describe.each(databases)('$name', ({ missing, create }) => {
  describe.skipIf(missing)('here', () => {
    let db: TestDatabase;
    beforeAll(async () => {
      db = await create();
    });
    afterAll(() => db.drop());
    const open = (): Promise<PortalRig> => openEmpty(db);

    keepsPortalContract('the embedded portal', open, [
      { when: 'away', arrange: ({ harness }) => harness.setAway(true) },
      { when: 'mute', arrange: ({ harness }) => harness.setMute(true) },
    ]);

    it('away does nothing, mute does it and does not say so', async () => {
      const { portal, harness, close } = await open();
      await openAccounts(harness);
      harness.setAway(true);
      await portal.reset(resetId, behrouz.insuredCode);
      expect(await harness.state(behrouz.insuredCode)).toBe('changed');
      harness.setAway(false);
      harness.setMute(true);
      await portal.reset(resetId, behrouz.insuredCode);
      expect(await harness.state(behrouz.insuredCode)).toBe('initial');
      harness.setMute(false);
      expect(await portal.outcome(resetId)).toBe('done');
      await close();
    });

    it('a wrong password and an unknown account do not sign in', async () => {
      const { harness, close } = await open();
      await openAccounts(harness);
      expect(await harness.signIn(behrouz.insuredCode, 'wrong')).toBe(false);
      expect(await harness.signIn(stranger, '')).toBe(false);
      expect(await harness.changePassword(stranger, 'anything')).toBe(false);
      await close();
    });

    it('changing the password to the initial one leaves it initial', async () => {
      const { harness, close } = await open();
      await openAccounts(harness);
      expect(await harness.changePassword(behrouz.insuredCode, behrouz.nationalId)).toBe(true);
      expect(await harness.state(behrouz.insuredCode)).toBe('initial');
      await close();
    });
  });
});

describe('a password as it is kept', () => {
  it('is salted, does not show, and stands its proper cost', async () => {
    const [one, other] = await Promise.all([
      hashPassword('koohestan', properCost, systemRandom),
      hashPassword('koohestan', 16, systemRandom),
    ]);
    expect(one).toMatch(/^scrypt:131072:/);
    expect(`${one}${other}`).not.toContain('koohestan');
    expect(one.split(':')[2]).not.toBe(other.split(':')[2]);
    expect(await isPassword('koohestan', one)).toBe(true);
    expect(await isPassword('koohestan ', other)).toBe(false);
  });
});

async function openEmpty({ inTransaction }: TestDatabase): Promise<PortalRig> {
  await inTransaction(async (tx) => {
    await tx.clear(PortalAccount);
    await tx.clear(PortalReset);
  });
  const harness = makeLocalPortal({ inTransaction, random: systemRandom, cost: 16 });
  return { portal: harness, harness, close: async () => undefined };
}
