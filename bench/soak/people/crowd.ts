import type { Account } from '../../../playground/emulator/account.js';
import { accountOf } from '../../../playground/person-chat.js';
import { colleague } from '../../../playground/cast.js';
import { chanceOf } from '../chance.js';
import { pause } from '../mortal.js';
import type { World } from '../world/world.js';
import { makeNoise } from './noise.js';
import type { Passer } from './passers.js';
import { bringLists, findsTrailSound, lookThingsUp, type StaffParts, type StaffTally } from './staff.js';
import { visit, type Visited } from './visit.js';

/** Everybody who writes to the bot. */
export interface Crowd {
  /** Who has met an end so far. */
  visits: readonly Visited[];
  /** How many are in the middle of it. */
  present(): number;
  staff: StaffTally;
  /** Lets all who are in the middle begin anew: what they wrote was lost with the database. */
  beginAnew(): void;
  /** Resolves when every member has met an end and staff have put down their work; the others are told to be quiet. */
  through: Promise<void>;
  /** The product’s own word on its trail, asked for in the chat. */
  findsTrailSound(): Promise<boolean>;
  /** Every account that has written. */
  accounts(): readonly Account[];
}

const noisyChats = 8;

export interface CrowdPlan {
  seed: string;
  /** Rows will be lost: staff bring no lists. */
  forgets: boolean;
}

/** Members come in their order and at their moments. */
export function sendIn(world: World, passers: readonly Passer[], { seed, forgets }: CrowdPlan): Crowd {
  const { emulator, phones, wakes } = world;
  const visits: Visited[] = [];
  const accounts: Account[] = [];
  let [present, eras, over] = [0, 0, false];
  const known = (account: Account): Account => (accounts.push(account), account);
  const one = async (passer: Passer): Promise<void> => {
    present += 1;
    const { messenger, chat: id, mobile: phone } = passer;
    const account = known(emulator.account({ messenger, id, firstName: 'ر', phone }));
    visits.push(await visit(passer, { account, phones, wakes, era: () => eras }));
    present -= 1;
  };
  const members = async (): Promise<void> => {
    const begun = Date.now();
    const all: Promise<void>[] = [];
    for (const passer of passers) {
      await pause(begun + passer.comesAt - Date.now());
      all.push(one(passer));
    }
    await Promise.all(all);
    over = true;
  };
  const isOver = (): boolean => over;
  const staff: StaffTally = { asked: 0, answered: 0, brought: [], unanswered: [] };
  const chance = chanceOf(`${seed} staff`);
  const parts: StaffParts = {
    operator: known(accountOf(emulator, 'telegram', colleague('operator'))),
    supervisor: known(accountOf(emulator, 'telegram', colleague('supervisor'))),
    ...{ wakes, chance, isOver, era: () => eras, someMember: () => chance.oneOf(passers).insuredCode },
  };
  const noise = Array.from({ length: noisyChats }, (_, at) => {
    const account = known(emulator.account({ messenger: 'telegram', id: 9_000_000 + at, firstName: 'ش' }));
    return makeNoise(account, chanceOf(`${seed} noise ${at}`), isOver);
  });
  const lists = forgets ? [] : [bringLists(parts, staff)];
  const everybody = [members(), lookThingsUp(parts, staff), ...lists, ...noise];
  return {
    ...{ visits, staff, present: () => present, beginAnew: () => void (eras += 1) },
    through: Promise.all(everybody).then(() => undefined),
    findsTrailSound: () => findsTrailSound(parts, staff),
    accounts: () => accounts,
  };
}
