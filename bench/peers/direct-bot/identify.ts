import { LessThanOrEqual, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { writeAudit } from './audit.js';
import { countWrongPair, mayTryPair } from './limits.js';
import type { Portal } from './portal.js';
import { Coverage, Member, Tally } from './tables.js';

export const allowance = 5;

/** A refusal's kind is the key of its words. */
export type Found =
  | { kind: 'found'; member: Member; coverage: Coverage }
  | { kind: 'too-many-pairs' | 'no-match' | 'locked' | 'cover-not-active' | 'resets-used-up'; until: number }
  | { kind: 'account-missing' | 'password-is-initial' };

/** Is there such a member, and have they anything to recover? */
export async function identify(
  db: EntityManager,
  portal: Portal,
  chatId: number,
  pair: { insuredCode: string; nationalId: string },
): Promise<Found> {
  const inAnHour = Date.now() + 3_600_000;
  if (!(await mayTryPair(db, chatId))) return { kind: 'too-many-pairs', until: inAnHour };
  const member = await db.findOneBy(Member, { insuredCode: pair.insuredCode });
  if (member?.nationalId !== pair.nationalId) {
    await countWrongPair(db, chatId);
    await writeAudit(db, 'no-match', chatId, null);
    return { kind: 'no-match', until: inAnHour };
  }
  if (member.lockedUntil && member.lockedUntil > new Date())
    return { kind: 'locked', until: member.lockedUntil.getTime() };
  const coverage = await coverToday(db, member.id);
  if (!coverage) return { kind: 'cover-not-active', until: inAnHour };
  if ((await usedOf(db, coverage.id)) >= allowance)
    return { kind: 'resets-used-up', until: Date.parse(coverage.endsOn) };
  await writeAudit(db, 'identified', chatId, member.id);
  const account = await portal.account(member.insuredCode);
  if (account === 'missing') return { kind: 'account-missing' };
  return account === 'initial' ? { kind: 'password-is-initial' } : { kind: 'found', member, coverage };
}

export function coverToday(db: EntityManager, memberId: number): Promise<Coverage | null> {
  const today = new Date().toISOString().slice(0, 10);
  return db.findOneBy(Coverage, {
    memberId,
    startsOn: LessThanOrEqual(today),
    endsOn: MoreThanOrEqual(today),
  });
}

export async function usedOf(db: EntityManager, coverageId: number): Promise<number> {
  return (await db.findOneBy(Tally, { coverageId }))?.used ?? 0;
}
