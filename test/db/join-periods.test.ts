import { expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { Coverage } from '../../entities/coverage.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { Periods1796200000000 } from '../../src/db/migrations/0013-periods.js';
import { dropTriggers, refuseOverlaps } from '../../src/db/migrations/triggers.js';
import { onCleanDatabases } from '../support/clean-database.js';

onCleanDatabases('a database from before periods were kept apart', (db) => {
  it('has those that overlap joined, with the most that was used, and says how many', async () => {
    const { dataSource } = db();
    const runner = dataSource.createQueryRunner();
    await dropTriggers(runner, refuseOverlaps);
    const { manager } = dataSource;
    const rows: [memberId: number, startsOn: string, endsOn: string, used: number | null][] = [
      [1, '2026-03-21', '2026-12-31', 5],
      [1, '2026-03-22', '2027-03-20', null],
      [1, '2027-03-20', '2027-06-01', 2],
      [1, '2027-06-02', '2028-06-01', 1],
      [2, '2026-03-21', '2027-03-20', 3],
      [2, '2027-03-21', '2028-03-20', null],
      [3, '2026-01-01', '2026-12-31', null],
      [3, '2026-06-01', '2026-06-30', null],
    ];
    const ids: number[] = [];
    for (const [memberId, startsOn, endsOn, used] of rows) {
      const { id } = await manager.save(Coverage, manager.create(Coverage, { memberId, startsOn, endsOn }));
      if (used !== null) await manager.insert(ResetQuota, { coverageId: id, memberId, used, allowance: 5 });
      ids.push(id);
    }
    await onTheirWay(ids[1]!);

    const migration = new Periods1796200000000();
    await migration.up(runner);
    await runner.release();

    expect(migration.told).toBe('3 overlapping periods of cover joined');
    const joined = await manager.find(Coverage, { order: { memberId: 'ASC', startsOn: 'ASC' } });
    const quotas = new Map(
      (await manager.find(ResetQuota)).map(({ coverageId, used }) => [coverageId, used]),
    );
    expect(
      joined.map(({ id, memberId, startsOn, endsOn }) => [memberId, startsOn, endsOn, quotas.get(id) ?? 0]),
    ).toEqual([
      [1, '2026-03-21', '2027-06-01', 5],
      [1, '2027-06-02', '2028-06-01', 1],
      [2, '2026-03-21', '2027-03-20', 3],
      [2, '2027-03-21', '2028-03-20', 0],
      [3, '2026-01-01', '2026-12-31', 0],
    ]);
    expect(quotas.size).toBe(3);
    const [{ id: kept }] = joined as [Coverage];
    expect(await manager.findBy(Challenge, {})).toMatchObject([{ coverageId: kept }]);
    expect(await manager.findBy(PasswordReset, {})).toMatchObject([{ coverageId: kept }]);
    await expect(
      manager.insert(Coverage, { memberId: 2, startsOn: '2028-03-20', endsOn: '2028-04-01' }),
    ).rejects.toThrow(/overlap/);
  });

  /** A request and a recovery that name a period which is not kept. */
  async function onTheirWay(coverageId: number): Promise<void> {
    const { manager } = db().dataSource;
    const at = new Date('2026-10-25T06:30:00Z');
    const whose = { memberId: 1, coverageId, chatKey: 'telegram:1:1' };
    await manager.insert(Challenge, {
      ...whose,
      id: 'a'.repeat(32),
      openMemberId: 1,
      senderId: '1',
      mobile: '',
      mobileIndex: '',
      mobileSource: 'insurer',
      keyId: '',
      state: 'open',
      lastSentAt: at,
      createdAt: at,
      expiresAt: at,
    });
    await manager.insert(PasswordReset, {
      ...whose,
      id: 'b'.repeat(32),
      unsettledMemberId: 1,
      challengeId: 'c'.repeat(32),
      insuredCode: '310001',
      reference: 'ABCDEFGH',
      state: 'reserved',
      reservedAt: at,
    });
  }
});
