import { expect, it } from 'vitest';
import { Coverage } from '../../entities/coverage.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { StaffRequest } from '../../entities/staff-request.js';
import { openKey } from '../../src/requests/store.js';
import { makeStandingStore } from '../../src/reset/standing-store.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { handClock } from '../support/hand-clock.js';

const [memberId, chatKey] = [7, 'telegram:1:1'];

onCleanDatabases('a member stands towards a chat', (db) => {
  const stands = () =>
    db().inTransaction((tx) => makeStandingStore(tx, 5).read(memberId, chatKey, '2026-06-01'));
  const asks = (kind: StaffRequest['kind'], ofWhom = memberId) => {
    const whose = { kind, memberId: ofWhom, openKey: openKey(kind, ofWhom), chatKey, state: 'open' as const };
    const createdAt = handClock().now();
    return db().dataSource.manager.insert(StaffRequest, {
      ...whose,
      reference: `${kind[0]}${ofWhom}`,
      createdAt,
    });
  };

  it('as to any other, with nothing used and nothing asked, where nothing was written of them', async () => {
    expect(await stands()).toEqual({
      ...{ purse: 'others', cover: null, quota: { used: 0, allowance: 5 }, unsettled: false },
      ...{ challenge: null, accountRequested: false },
    });
  });

  it('with what the period in force has used of its own allowance', async () => {
    const { manager } = db().dataSource;
    const period = { id: 3, memberId, startsOn: '2026-01-01', endsOn: '2026-12-31' };
    await manager.insert(Coverage, { ...period });
    await manager.insert(Coverage, { id: 4, memberId, startsOn: '2027-01-01', endsOn: '2027-12-31' });
    await manager.insert(ResetQuota, [
      { coverageId: 3, memberId, used: 2, allowance: 9 },
      { coverageId: 4, memberId, used: 1, allowance: 8 },
    ]);
    expect(await stands()).toMatchObject({ cover: period, quota: { used: 2, allowance: 9 } });
  });

  it('as somebody who waits for an account once they have asked for it, and for nothing else', async () => {
    await asks('first-mobile');
    await asks('account-missing', 8);
    expect((await stands()).accountRequested).toBe(false);
    await asks('account-missing');
    expect((await stands()).accountRequested).toBe(true);
  });
});
