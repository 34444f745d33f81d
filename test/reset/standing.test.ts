import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { Challenge } from '../../entities/challenge.js';
import { Coverage } from '../../entities/coverage.js';
import { Member } from '../../entities/member.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { StaffRequest } from '../../entities/staff-request.js';
import { makeLimits } from '../../src/limits/limits.js';
import type { Transaction } from '../../src/db/transaction.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { makeMembers } from '../../src/members/members.js';
import { makeMemberStore } from '../../src/members/store.js';
import { systemRandom } from '../../src/random.js';
import { openKey } from '../../src/requests/store.js';
import { makeLedgerStore } from '../../src/reset/ledger-store.js';
import { makeStandingStore, type LockedMember } from '../../src/reset/standing-store.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { handClock, hour } from '../support/hand-clock.js';
import { testKeys } from '../support/test-keys.js';

const [insuredCode, chatKey] = ['310007', 'telegram:1:1'];
const clock = handClock();
const now = clock.now();
const breaker = { key: 'breaker:codes:hour', most: 1, windowMs: hour };
const keyring = makeKeyring({ keys: testKeys, random: systemRandom });

onCleanDatabases('a member stands towards a chat', (db) => {
  const enter = async (): Promise<number> => {
    const record = { insuredCode, nationalId: '0499370899', cover: null, mobile: '09120000007' };
    const put = await db().inTransaction((tx) => makeMembers({ tx, keyring, clock }).put(record));
    return put.memberId;
  };
  const locked = (code = insuredCode) =>
    db().inTransaction((tx) => makeStandingStore(tx, 5).lock({ insuredCode: code }, chatKey, now));
  const stands = async () => (await locked()).standing;
  const asks = (
    tx: { insert: (entity: typeof StaffRequest, row: object) => unknown },
    kind: StaffRequest['kind'],
    memberId: number,
  ) =>
    tx.insert(StaffRequest, {
      ...{ kind, memberId, openKey: openKey(kind, memberId), chatKey, state: 'open', createdAt: now },
      reference: `${kind[0]}${memberId}`,
    });
  const nothing = {
    ...{ purse: 'others', cover: null, quota: { used: 0, allowance: 5 }, unsettled: false },
    ...{ challenge: null, accountRequested: false, firstMobileRequested: false },
    ...{ hasHistory: false, breakerRuns: false },
  };

  it('as nobody does, where there is no such member', async () => {
    await enter();
    expect(await locked('999999')).toEqual({ member: null, standing: nothing });
  });

  it('as to any other, with nothing used and nothing asked, where nothing was written of them', async () => {
    const id = await enter();
    const { member, standing } = await locked();
    expect(standing).toEqual(nothing);
    expect(member).toEqual(await db().dataSource.manager.findOneBy(Member, { id }));
  });

  it('with what the period in force has used of its own allowance', async () => {
    const [memberId, { manager }] = [await enter(), db().dataSource];
    const period = { id: 3, memberId, startsOn: '2026-01-01', endsOn: '2026-12-31' };
    await manager.insert(Coverage, { ...period });
    await manager.insert(Coverage, { id: 4, memberId, startsOn: '2027-01-01', endsOn: '2027-12-31' });
    await manager.insert(ResetQuota, [
      { coverageId: 3, memberId, used: 2, allowance: 9 },
      { coverageId: 4, memberId, used: 1, allowance: 8 },
    ]);
    expect(await stands()).toMatchObject({ cover: period, quota: { used: 2, allowance: 9 } });
  });

  it('as somebody who waits for staff once they have asked for it, and for nothing else', async () => {
    const [memberId, { manager }] = [await enter(), db().dataSource];
    await asks(manager, 'first-mobile', memberId);
    await asks(manager, 'account-missing', memberId + 1);
    await asks(manager, 'clear-mobile', memberId);
    expect(await stands()).toMatchObject({ accountRequested: false, firstMobileRequested: true });
    await asks(manager, 'account-missing', memberId);
    expect((await stands()).accountRequested).toBe(true);
  });

  it('where somebody may be guessing codes, for as long as a breaker is open', async () => {
    await enter();
    await db().inTransaction((tx) => makeLimits({ tx, clock }).take(breaker));
    const runs = async (after: number) => {
      const at = new Date(now.getTime() + after);
      const store = (tx: Transaction) => makeStandingStore(tx, 5).lock({ insuredCode }, chatKey, at);
      return (await db().inTransaction(store)).standing.breakerRuns;
    };
    expect([await runs(0), await runs(hour - 1), await runs(hour)]).toEqual([true, true, false]);
  });

  it('as whoever held the member before has left it', async () => {
    const memberId = await enter();
    const period = { id: 3, memberId, startsOn: '2026-01-01', endsOn: '2026-12-31' };
    const challenge = challengeOf(memberId);
    let waiting: Promise<LockedMember> | undefined;
    await db().inTransaction(async (tx) => {
      await makeMemberStore(tx).lockForUpdate(memberId);
      waiting = locked();
      // So long that it stands before the member's row, where the database lets it begin at all.
      await pause(200);
      await tx.insert(Coverage, { ...period });
      await tx.insert(ResetQuota, { coverageId: 3, memberId, used: 2, allowance: 9 });
      await tx.insert(Challenge, challenge);
      const provenBy = keyring.index('mobile', '09120000007');
      await tx.insert(BoundChat, { memberId, chatKey, provenBy, boundAt: now, lastUsedAt: now });
      await makeLedgerStore(tx).reserve({
        ...{ id: 'r', memberId, coverageId: 3, challengeId: 'c', insuredCode, chatKey },
        ...{ reference: 'R', reservedAt: now },
      });
      await asks(tx, 'account-missing', memberId);
      await asks(tx, 'first-mobile', memberId);
      await makeLimits({ tx, clock }).take(breaker);
      await tx.update(Member, { id: memberId }, { locks: 1 });
    });
    const { member, standing } = await waiting!;
    expect(member?.locks).toBe(1);
    expect(standing).toEqual({
      ...{ purse: 'bound', cover: period, quota: { used: 2, allowance: 9 }, unsettled: true },
      ...{
        challenge,
        accountRequested: true,
        firstMobileRequested: true,
        hasHistory: true,
        breakerRuns: true,
      },
    });
  });
});

const challengeOf = (memberId: number): Challenge => ({
  ...{ id: 'c', memberId, openMemberId: memberId, coverageId: 3, chatKey, senderId: '1', mobile: 'x' },
  ...{ mobileIndex: 'y', mobileSource: 'insurer', keyId: 'k', state: 'open', blindPair: null, cardShown: 0 },
  ...{ wrongCodes: 0, sends: 1, lastSentAt: now, createdAt: now, expiresAt: now },
});
