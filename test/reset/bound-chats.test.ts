import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { BoundChat } from '../../entities/bound-chat.js';
import { makeStaffOverride } from '../../src/reset/staff-override.js';
import { purgeBoundChats } from '../../src/reset/purge.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour } from '../support/hand-clock.js';
import { asker } from '../support/reset-harness.js';

onBothDatabases('a chat that hears of a member', (harness) => {
  const [here, there] = [asker('behrouz'), asker('behrouz', 'bale')];
  const recovers = async (from = here): Promise<string> => {
    // Long enough after the last one that a code goes out again.
    harness().clock.pass(hour);
    const id = await harness().reserved('behrouz', from);
    await harness().settleDone(id);
    return id;
  };
  const heard = async (from = there) =>
    (await harness().told(from)).filter(({ kind }) => kind === 'notice-reset').length;
  const accounts = (from = there) => harness().reset((heart) => heart.accountsIn(from));
  const lines = async (event: string) =>
    (await harness().manager.findBy(AuditEntry, { event })).map(
      ({ detail }) => JSON.parse(detail) as Record<string, unknown>,
    );

  it('is named to whoever writes there, and ends at their word', async () => {
    await recovers(there);
    const [account] = await accounts();
    expect(account).toMatchObject({ tail: '002' });
    expect(await harness().reset((heart) => heart.reportNotTheirs(account!.id, here))).toEqual({
      kind: 'chat-not-linked',
    });
    expect(await harness().reset((heart) => heart.reportNotTheirs(account!.id, there))).toMatchObject({
      kind: 'chat-unlinked',
    });
    expect(await accounts()).toEqual([]);
    await recovers();
    expect(await heard()).toBe(0);
    expect(await lines('authz_change:chat-not-theirs')).toMatchObject([{ platform: 'bale' }]);
  });

  it('is told again once a right code was typed there again', async () => {
    await recovers(there);
    const [account] = await accounts();
    await harness().reset((heart) => heart.reportNotTheirs(account!.id, there));
    await recovers(there);
    await recovers();
    expect(await heard()).toBe(1);
  });

  it('ends with the number that it was proven by, whichever way that goes', async () => {
    await recovers(there);
    await harness().moved('behrouz', '09350000077');
    expect(await accounts()).toEqual([]);
    harness().clock.pass(day);
    await recovers();
    expect(await heard()).toBe(0);
    expect(await accounts(here)).toHaveLength(1);
  });

  it('is told when staff clear the number, and that line is in the trail', async () => {
    await recovers(there);
    await harness().db.inTransaction(async (tx) => {
      const { resetDeps, members } = harness().services(tx);
      const member = await members.lockForUpdate(harness().ids.behrouz);
      await makeStaffOverride(resetDeps).forgetMobile(member!);
    });
    expect(await harness().told(there)).toContainEqual({
      kind: 'chat-ended',
      tail: '002',
      because: 'number',
    });
    expect(await lines('authz_change:chat-ended')).toMatchObject([{ platform: 'bale', because: 'number' }]);
  });

  it('ends when nobody has used it for 400 days, and is forgotten a month later', async () => {
    await recovers(there);
    const ends = () => harness().settle((results) => results.endUnusedChats());
    harness().clock.pass(399 * day);
    expect(await ends()).toBe(0);
    harness().clock.pass(2 * day);
    expect(await ends()).toBe(1);
    expect(await ends()).toBe(0);
    expect(await accounts()).toEqual([]);
    harness().clock.pass(31 * day);
    await harness().db.inTransaction((tx) => purgeBoundChats(tx, harness().clock.now()));
    expect(await harness().manager.count(BoundChat)).toBe(0);
  });

  it('counts as used when both numbers were shown there', async () => {
    await recovers(there);
    harness().clock.pass(2 * day);
    await harness().identifies('behrouz', there);
    const [chat] = await harness().manager.find(BoundChat);
    expect(chat?.lastUsedAt).toEqual(harness().clock.now());
  });

  describe('“this was not me”', () => {
    const says = (id: string, from = there) => harness().reset((heart) => heart.reportNotMe(id, from));
    const alerts = async () => (await lines('authn_login_lock:not-me')).map(({ path }) => path);

    it('is in the trail and told to staff though the way was closed', async () => {
      await recovers(there);
      const id = await recovers();
      await harness().manager.update('members', { id: harness().ids.behrouz }, { closedFor: 'staff-block' });
      expect(await says(id)).toMatchObject({ kind: 'not-me-frozen' });
      expect(await alerts()).toEqual(['was-closed']);
      const [last] = await harness().manager.query<{ cause: string }[]>(
        `SELECT cause FROM alerts WHERE cause = 'not-me'`,
      );
      expect(last).toBeDefined();
    });

    it('is known before only when it was said of the same recovery', async () => {
      await recovers(there);
      const [one, other] = [await recovers(), await recovers()];
      expect(await says(one)).toMatchObject({ kind: 'not-me-frozen' });
      expect(await says(one)).toEqual({ kind: 'not-me-known' });
      expect(await says(other)).toMatchObject({ kind: 'not-me-frozen' });
      expect(await alerts()).toEqual(['closed', 'was-closed', 'was-closed']);
    });

    it('closes nothing from a chat that was ended, and staff are told', async () => {
      await recovers(there);
      const id = await recovers();
      const [account] = await accounts();
      await harness().reset((heart) => heart.reportNotTheirs(account!.id, there));
      expect(await says(id)).toMatchObject({ kind: 'not-me-unlinked' });
      expect(await alerts()).toEqual(['open']);
    });

    it('is heard from a chat that ended with the number, for that is the theft it warns of', async () => {
      await recovers(there);
      await harness().moved('behrouz', '09350000077');
      harness().clock.pass(day);
      const id = await recovers();
      expect(await says(id)).toMatchObject({ kind: 'not-me-frozen' });
    });
  });
});
