import { staffCast, type StaffCastMember } from '../../playground/cast.js';
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

/** The staff of the cast, all of whom have written from both messengers. */
export async function putStaffOnRecord(tx: Transaction, clock: Clock): Promise<void> {
  const people = makePeople({ tx, clock });
  for (const { role, name, accounts } of staffCast) {
    const personId = await people.add(
      { platform: 'telegram', account: String(accounts.telegram) },
      name,
      role,
    );
    await people.addAccount(personId, { platform: 'bale', account: String(accounts.bale) });
    for (const platform of platformNames) {
      await people.at({ chatKey: staffChat(role, platform), senderId: String(accounts[platform]) });
    }
  }
}
