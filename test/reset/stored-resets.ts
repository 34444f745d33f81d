import { PasswordReset } from '../../entities/password-reset.js';
import { handClock } from '../support/hand-clock.js';
import type { TestDatabase } from '../support/databases.js';

export const now = handClock().now();
export const after = (ms: number) => new Date(now.getTime() + ms);
export const chatKey = 'telegram:1:1';

/** A recovery that is done, where only this matters. */
export const resetOf = (change: Partial<PasswordReset> & { id: string }): PasswordReset => ({
  ...{ memberId: 1, unsettledMemberId: null, coverageId: 1, challengeId: change.id, insuredCode: '310002' },
  ...{ chatKey, reference: change.id, state: 'done', reservedAt: now, settledAt: null, nextAskAt: null },
  ...{ asks: 0, staffReason: null, nextLookAt: null, looks: 0, seenPassword: null, reportedAt: null },
  ...change,
});

/** What stands in the table of recoveries. */
export function storedResets(db: () => TestDatabase) {
  const insert = (...rows: PasswordReset[]) => db().dataSource.manager.insert(PasswordReset, rows);
  const row = (id: string) => db().dataSource.manager.findOneByOrFail(PasswordReset, { id });
  return { insert, row };
}

export const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
