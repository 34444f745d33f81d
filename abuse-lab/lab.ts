import type { Account } from '../playground/emulator/account.js';
import type { PlatformName } from '../src/platforms.js';
import { visitor, type Visitor } from './people/visitor.js';
import { colleagueAt, type Colleague } from './people/colleague.js';
import type { StaffCastMember } from '../playground/cast.js';
import { resident, type Resident } from './town/people.js';
import { openTown, type Town, type TownPlan } from './town/town.js';
import type { Database } from './town/databases.js';

/** What an attack has to play with. */
export interface Lab {
  town: Town;
  /** Some chat of somebody; the same for the same number. */
  chat: (number: number, messenger?: PlatformName) => Visitor;
  /** The member’s own chat, in which their number is theirs. */
  ownChat: (member: Resident) => Visitor;
  staff: (role: StaffCastMember['role']) => Colleague;
  /** Somebody of no rank who writes what staff write. */
  account: (number: number) => Account;
  /** The member gets back in here once, changes the password, and some minutes go by. */
  binds: (chat: Visitor, member: Resident) => Promise<void>;
  /** Text messages since the last time this was asked. */
  newSms: () => Promise<number>;
  close(): Promise<void>;
}

export async function openLab(database: Database, seed: string, plan: TownPlan = {}): Promise<Lab> {
  const town = await openTown(database, seed, plan);
  let counted = 0;
  const account = (number: number, messenger: PlatformName = 'telegram', phone?: string): Account =>
    town.emulator.account({ messenger, id: 8_000_000 + number, firstName: 'ر', ...(phone && { phone }) });
  const sms = async (): Promise<number> => {
    const before = counted;
    await town.emulator.settled(250);
    counted = town.sent();
    return counted - before;
  };
  return {
    town,
    account,
    chat: (number, messenger) =>
      visitor(town, account(number, messenger, `0935${String(number).padStart(7, '0')}`)),
    ownChat: (member) =>
      visitor(town, account(500_000 + Number(member.insuredCode), 'telegram', member.mobile)),
    staff: (role) => colleagueAt(town, role),
    async binds(chat, member) {
      await chat.recovers(member);
      await changesPassword(town, member);
      await town.pass(3 * 60_000);
      await sms();
    },
    newSms: sms,
    close: () => town.close(),
  };
}

export async function changesPassword({ portal }: Town, { insuredCode }: Resident): Promise<void> {
  await portal.changePassword(insuredCode, `again-${insuredCode}`);
}

/** In everybody’s life: who is attacked, who attacks, and somebody beside them. */
export const victim = resident(1);
export const attacker = resident(2);
export const bystander = resident(3);
