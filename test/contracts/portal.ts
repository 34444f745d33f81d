import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import type { LocalPortal } from '../../src/portal/local.js';
import type { Portal } from '../../src/portal/port.js';

/** A portal as its client sees it, and the house behind it. */
export interface PortalRig {
  portal: Portal;
  harness: LocalPortal;
  close: () => Promise<void>;
}

/** A trouble of this portal's: nothing clear may come of it, whatever is asked. */
export interface PortalTrouble<Rig extends PortalRig> {
  when: string;
  arrange: (rig: Rig) => void | Promise<void>;
}

export const behrouz = person('behrouz');
export const mahin = person('mahin');
export const stranger = '999999';
export const resetId = '0123456789abcdef0123456789abcdef';

/** Both accounts of the house: one with a password of its own, one still with the initial one. */
export async function openAccounts(harness: LocalPortal): Promise<void> {
  await harness.openAccount(behrouz.insuredCode, behrouz.nationalId, behrouz.portalPassword ?? undefined);
  await harness.openAccount(mahin.insuredCode, mahin.nationalId);
}

/** What every portal keeps, embedded or at the other end of a wire. */
export function keepsPortalContract<Rig extends PortalRig>(
  name: string,
  open: () => Promise<Rig>,
  troubles: readonly PortalTrouble<Rig>[],
): void {
  describe(`${name} keeps the portal contract`, () => {
    let rig: Rig;
    beforeEach(async () => {
      rig = await open();
      await openAccounts(rig.harness);
    });
    afterEach(() => rig.close());

    it('tells an initial password from a changed one, and no account from both', async () => {
      expect(await rig.portal.account(behrouz.insuredCode)).toBe('changed');
      expect(await rig.portal.account(mahin.insuredCode)).toBe('initial');
      expect(await rig.portal.account(stranger)).toBe('missing');
    });

    it('a reset puts the initial password back, and the old one is of no use', async () => {
      expect(await rig.portal.reset(resetId, behrouz.insuredCode)).toBe('done');
      expect(await rig.portal.account(behrouz.insuredCode)).toBe('initial');
      expect(await rig.harness.signIn(behrouz.insuredCode, behrouz.nationalId)).toBe(true);
      expect(await rig.harness.signIn(behrouz.insuredCode, behrouz.portalPassword ?? '')).toBe(false);
    });

    it('the same id twice is one reset, also when the password was changed in between', async () => {
      await rig.portal.reset(resetId, behrouz.insuredCode);
      await rig.harness.changePassword(behrouz.insuredCode, 'a new one');
      expect(await rig.portal.reset(resetId, behrouz.insuredCode)).toBe('done');
      expect(await rig.portal.account(behrouz.insuredCode)).toBe('changed');
      expect(await rig.harness.callsOf(resetId)).toBe(2);
    });

    it('the same id ten times at once is one reset', async () => {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => rig.portal.reset(resetId, behrouz.insuredCode)),
      );
      expect(new Set(answers)).toEqual(new Set(['done']));
      expect(await rig.harness.callsOf(resetId)).toBe(10);
    });

    it('an id used for another account is a conflict, and changes nothing', async () => {
      await rig.portal.reset(resetId, mahin.insuredCode);
      expect(await rig.portal.reset(resetId, behrouz.insuredCode)).toBe('conflict');
      expect(await rig.portal.account(behrouz.insuredCode)).toBe('changed');
    });

    it('a reset of no account is missing, and its id has never arrived', async () => {
      expect(await rig.portal.reset(resetId, stranger)).toBe('missing');
      expect(await rig.portal.outcome(resetId)).toBe('never-arrived');
    });

    it('can be asked later what became of a reset', async () => {
      expect(await rig.portal.outcome(resetId)).toBe('never-arrived');
      await rig.portal.reset(resetId, behrouz.insuredCode);
      expect(await rig.portal.outcome(resetId)).toBe('done');
    });

    it('names both optional calls', async () => {
      expect(await rig.portal.capabilities()).toEqual(['end-sessions', 'lock-account']);
      expect(await rig.portal.endSessions(resetId, behrouz.insuredCode)).toBe('done');
      expect(await rig.portal.endSessions(resetId, stranger)).toBe('conflict');
      expect(await rig.portal.endSessions('another', stranger)).toBe('missing');
    });

    it('nobody signs in to a locked account, also after a reset, until the portal’s support opens it', async () => {
      const own = behrouz.portalPassword ?? '';
      expect(await rig.portal.lockAccount(resetId, behrouz.insuredCode)).toBe('done');
      expect(await rig.harness.signIn(behrouz.insuredCode, own)).toBe(false);
      await rig.portal.reset(resetId, behrouz.insuredCode);
      expect(await rig.harness.signIn(behrouz.insuredCode, behrouz.nationalId)).toBe(false);
      await rig.harness.unlock(behrouz.insuredCode);
      expect(await rig.harness.signIn(behrouz.insuredCode, behrouz.nationalId)).toBe(true);
    });

    it('a lock that arrives again does not close what was opened since', async () => {
      await rig.portal.lockAccount(resetId, mahin.insuredCode);
      await rig.harness.unlock(mahin.insuredCode);
      expect(await rig.portal.lockAccount(resetId, mahin.insuredCode)).toBe('done');
      expect(await rig.harness.signIn(mahin.insuredCode, mahin.nationalId)).toBe(true);
      expect(await rig.portal.lockAccount(resetId, behrouz.insuredCode)).toBe('conflict');
      expect(await rig.portal.lockAccount('another', stranger)).toBe('missing');
    });

    it('is healthy when it is', async () => {
      expect(await rig.portal.healthy()).toBe(true);
    });

    it.each(troubles)('gives no clear answer to anything: $when', async ({ arrange }) => {
      await arrange(rig);
      expect(await rig.portal.account(behrouz.insuredCode)).toBe('away');
      expect(await rig.portal.reset(resetId, behrouz.insuredCode)).toBe('unknown');
      expect(await rig.portal.outcome(resetId)).toBe('unknown');
      expect(await rig.portal.lockAccount(resetId, behrouz.insuredCode)).toBe('unknown');
      expect(await rig.portal.endSessions(resetId, behrouz.insuredCode)).toBe('unknown');
      expect(await rig.portal.healthy()).toBe(false);
    });
  });
}
