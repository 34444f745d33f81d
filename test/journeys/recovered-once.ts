import { expect } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { PortalReset } from '../../entities/portal-reset.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import type { Invented } from '../support/invented.js';
import type { Town } from '../support/town.js';

/** One recovery in the ledger, one of five taken, one at the portal, and the initial password opens it. */
export async function expectRecoveredOnce(
  { db, portal, portalBooks }: Town,
  member: Invented,
  portalCalls: number | 'once or twice' = 1,
): Promise<void> {
  const { insuredCode, nationalId } = member;
  const [ours, theirs] = [db.dataSource.manager, portalBooks.dataSource.manager];
  const [reset, ...others] = await ours.findBy(PasswordReset, { insuredCode });
  expect(others).toEqual([]);
  expect(reset).toMatchObject({ state: 'done', unsettledMemberId: null });
  const { memberId = 0 } = reset ?? {};
  expect(await ours.findOneBy(ResetQuota, { memberId })).toMatchObject({ used: 1 });
  const calls: unknown = portalCalls === 'once or twice' ? expect.toBeOneOf([1, 2]) : portalCalls;
  expect(await theirs.findBy(PortalReset, { insuredCode })).toEqual([{ id: reset?.id, insuredCode, calls }]);
  expect(await portal.state(insuredCode)).toBe('initial');
  expect(await portal.signIn(insuredCode, nationalId)).toBe(true);
}

export async function challengesOf({ db }: Town, { insuredCode }: Invented): Promise<Challenge[]> {
  const { id } = await db.dataSource.manager.findOneByOrFail(Member, { insuredCode });
  return db.dataSource.manager.findBy(Challenge, { memberId: id });
}
