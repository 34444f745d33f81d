import { MoreThan, type EntityManager } from 'typeorm';
import { LimitEvent } from './tables.js';

const hour = 3_600_000;
const day = 24 * hour;

/** How many text messages, and how many wrong pairs, within how long. */
const most = { mobile: 5, member: 5, chat: 6, perHour: 100_000, perDay: 1_000_000, wrongPairs: 5 };

export interface Send {
  mobile: string;
  memberId: number;
  chatId: number;
}

/** May this code be sent? Counts it where it may. */
export async function takeSend(db: EntityManager, { mobile, memberId, chatId }: Send): Promise<boolean> {
  const [member, chat] = [String(memberId), String(chatId)];
  const free =
    (await count(db, 'mobile', day, mobile)) < most.mobile &&
    (await count(db, 'member', day, member)) < most.member &&
    (await count(db, 'chat', hour, chat)) < most.chat &&
    (await count(db, 'mobile', hour)) < most.perHour &&
    (await count(db, 'mobile', day)) < most.perDay;
  if (!free) return false;
  const at = new Date();
  await db.insert(LimitEvent, [
    { kind: 'mobile', subject: mobile, at },
    { kind: 'member', subject: member, at },
    { kind: 'chat', subject: chat, at },
  ]);
  return true;
}

export const mayTryPair = async (db: EntityManager, chatId: number): Promise<boolean> =>
  (await count(db, 'wrong-pair', hour, String(chatId))) < most.wrongPairs;

export async function countWrongPair(db: EntityManager, chatId: number): Promise<void> {
  await db.insert(LimitEvent, { kind: 'wrong-pair', subject: String(chatId), at: new Date() });
}

const count = (
  db: EntityManager,
  kind: LimitEvent['kind'],
  within: number,
  subject?: string,
): Promise<number> =>
  db.countBy(LimitEvent, {
    kind,
    at: MoreThan(new Date(Date.now() - within)),
    ...(subject !== undefined && { subject }),
  });
