import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { writeAudit } from './audit.js';
import { allowance } from './identify.js';
import { takeSend } from './limits.js';
import { Challenge, Member, Reset, Tally } from './tables.js';

export const codeDigits = 5;
export const codeLifeMs = 5 * 60_000;
const mostAttempts = 3;
const mostWrongInRow = 10;
const lockMs = 24 * 3_600_000;

export interface Opening {
  memberId: number;
  coverageId: number;
  chatId: number;
  mobile: string;
}

/** Writes a challenge down, ends an older one, and gives the code to send; null when too many were sent. */
export function openChallenge(
  database: DataSource,
  opening: Opening,
): Promise<{ id: string; code: string } | null> {
  const { memberId, chatId } = opening;
  return database.transaction('READ COMMITTED', async (db) => {
    await lockMember(db, memberId);
    if (!(await takeSend(db, opening))) return null;
    await db.update(Challenge, { memberId, state: 'open' }, { state: 'abandoned' });
    const [id, code] = [randomUUID(), String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0')];
    const expiresAt = new Date(Date.now() + codeLifeMs);
    await db.insert(Challenge, { ...opening, id, codeHash: hash(id, code), expiresAt });
    await writeAudit(db, 'code-sent', chatId, memberId);
    return { id, code };
  });
}

export type Confirmed =
  | { kind: 'taken'; resetId: string; memberId: number; left: number }
  | { kind: 'code-wrong'; left: number }
  | { kind: 'code-wrong-last' | 'code-expired' | 'challenge-over' }
  | { kind: 'resets-used-up'; until: number };

/** Counts the try, compares, and takes one of the recoveries. */
export function confirmCode(database: DataSource, id: string, code: string): Promise<Confirmed> {
  return database.transaction('READ COMMITTED', async (db) => {
    const challenge = await db.findOne(Challenge, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (challenge?.state !== 'open') return { kind: 'challenge-over' };
    if (challenge.expiresAt < new Date()) return { kind: 'code-expired' };
    const member = await lockMember(db, challenge.memberId);
    if (challenge.codeHash !== hash(id, code)) return countWrong(db, challenge, member);
    const { memberId, coverageId, chatId, mobile } = challenge;
    const used = await takeOne(db, coverageId);
    if (used === null) return { kind: 'resets-used-up', until: Date.now() };
    await db.update(Challenge, { id }, { state: 'spent' });
    await db.update(Member, { id: memberId }, { mobile, wrongCodesInRow: 0 });
    const resetId = randomUUID();
    await db.insert(Reset, { id: resetId, memberId, state: 'taken', at: new Date() });
    await writeAudit(db, 'reset-taken', chatId, memberId);
    return { kind: 'taken', resetId, memberId, left: allowance - used };
  });
}

async function countWrong(db: EntityManager, challenge: Challenge, member: Member): Promise<Confirmed> {
  const { id, chatId } = challenge;
  const attempts = challenge.attempts + 1;
  const inRow = member.wrongCodesInRow + 1;
  const lockedUntil = inRow >= mostWrongInRow ? new Date(Date.now() + lockMs) : member.lockedUntil;
  const left = mostAttempts - attempts;
  await db.update(Challenge, { id }, { attempts, state: left > 0 ? 'open' : 'failed' });
  await db.update(Member, { id: member.id }, { wrongCodesInRow: inRow, lockedUntil });
  await writeAudit(db, 'code-wrong', chatId, member.id);
  return left > 0 ? { kind: 'code-wrong', left } : { kind: 'code-wrong-last' };
}

/** How many are used with this one; null when there is none left. */
async function takeOne(db: EntityManager, coverageId: number): Promise<number | null> {
  const tally = await db.findOne(Tally, { where: { coverageId }, lock: { mode: 'pessimistic_write' } });
  const used = (tally?.used ?? 0) + 1;
  if (used > allowance) return null;
  if (tally) await db.update(Tally, { coverageId }, { used });
  else await db.insert(Tally, { coverageId, used });
  return used;
}

const lockMember = (db: EntityManager, id: number): Promise<Member> =>
  db.findOneOrFail(Member, { where: { id }, lock: { mode: 'pessimistic_write' } });

const hash = (id: string, code: string): string => createHash('sha256').update(`${id}.${code}`).digest('hex');
