import { staffCast, type StaffCastMember } from '../../playground/cast.js';
import { enterStaff, longAgo } from '../../playground/seed.js';
import { chatKey } from '../../src/chats/address.js';
import { platformNames, type PlatformName } from '../../src/platforms.js';
import type { Clock } from '../../src/clock.js';
import type { Transaction } from '../../src/db/transaction.js';
import { makePeople } from '../../src/people/people.js';

/** The private chat of somebody of the cast who works here. */
export const staffChat = (role: StaffCastMember['role'], platform: PlatformName): string => {
  const { accounts } = staffCast.find((one) => one.role === role)!;
  return chatKey({ platform, bot: '700001', chat: String(accounts[platform]) });
};

/** The staff of the cast, all of whom have written from every messenger. */
export async function putStaffOnRecord(tx: Transaction, clock: Clock): Promise<void> {
  const people = makePeople({ tx, clock: longAgo(clock) });
  await enterStaff(people);
  for (const { role, accounts } of staffCast) {
    for (const platform of platformNames) {
      await people.at({ chatKey: staffChat(role, platform), senderId: String(accounts[platform]) });
    }
  }
}
