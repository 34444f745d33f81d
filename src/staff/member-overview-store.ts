import { LessThanOrEqual, MoreThan } from 'typeorm';
import { Challenge } from '../../entities/challenge.js';
import { Coverage } from '../../entities/coverage.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import type { Transaction } from '../db/transaction.js';
import { latestBeginning } from '../reset/life.js';

/** Rows that belong to other rooms, only to be read. */
export interface MemberOverviewStore {
  lastCover(memberId: number): Promise<Coverage | null>;
  openChallenge(memberId: number, now: Date): Promise<Challenge | null>;
  /** Updates that could not be handled, and were set aside. */
  parkedUpdates(): Promise<number>;
}

export function makeMemberOverviewStore(tx: Transaction): MemberOverviewStore {
  return {
    lastCover: (memberId) => tx.findOne(Coverage, { where: { memberId }, order: { endsOn: 'DESC' } }),
    openChallenge: (openMemberId, now) =>
      tx.findOneBy(Challenge, {
        openMemberId,
        createdAt: LessThanOrEqual(latestBeginning(now)),
        expiresAt: MoreThan(now),
      }),
    parkedUpdates: () => tx.countBy(InboxEntry, { state: 'parked' }),
  };
}
