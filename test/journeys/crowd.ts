import { invent } from '../support/invented.js';
import type { ProductProcess } from '../support/product-process.js';
import type { Resident, Town } from '../support/town.js';
import { firstLine, walk, type Walk } from '../support/walk.js';
import { eventually } from '../support/eventually.js';
import { openingOf } from './heard.js';
import { isQuiet } from './quiet.js';

/** How somebody's way ends. */
export type Fate = 'back in' | 'not covered' | 'none left' | 'three wrong codes';

export interface Passer extends Resident {
  fate: Fate;
}

/** Many who do not exist: two of three with a mobile on record, some on their last recovery, some who are to be refused. */
export function inventCrowd(size: number): Passer[] {
  return Array.from({ length: size }, (_, number) => {
    const odd = oddities[number % 25] ?? { fate: 'back in' };
    return { ...invent(number, number % 3 !== 0), ...odd };
  });
}

const oddities: readonly Pick<Passer, 'fate' | 'uncovered' | 'used'>[] = [
  { fate: 'not covered', uncovered: true },
  { fate: 'none left', used: 5 },
  { fate: 'three wrong codes' },
  { fate: 'back in', used: 4 },
];

/** A crowd on its way. */
export interface Crowd {
  ways: readonly (Walk & { member: Passer })[];
  /** Resolves when everybody has met the end that is theirs; throws when somebody does not. */
  through: Promise<unknown>;
  /** How many have met it by now. */
  ended(): number;
  /** Resolves when this holds of how many have met it. */
  isThere(isSo: (ended: number) => boolean): Promise<unknown>;
  /** Who got no SMS so far and waits for it. */
  waiting(): Walk[];
  /** Who has asked for the SMS once more. */
  askedAgain: Set<Walk>;
}

/** For the slowest of a crowd, on a busy machine. */
const patience = 240_000;

/** All begin at once. */
export function sendIn({ emulator, phone }: Town, people: readonly Passer[]): Crowd {
  const waiting = new Set<Walk>();
  let ended = 0;
  const ways = people.map((member) => {
    const { account: id } = member;
    const chat = emulator.account({ messenger: 'telegram', id, firstName: 'ر', phone: member.phone });
    const way = { ...walk(member, chat, phone, patience), member };
    const readsCode = async (): Promise<string> => {
      waiting.add(way);
      const code = await walk(member, chat, phone, patience).readsCode();
      waiting.delete(way);
      return code;
    };
    return Object.assign(way, { readsCode });
  });
  const through = Promise.all(ways.map(async (way) => (await goes(way, patience), (ended += 1))));
  // Whoever awaits it later hears of a failure as well.
  through.catch(() => undefined);
  const hasNone = ({ member: { phone: to } }: Walk) =>
    phone.inbox(to).length === 0 && phone.inTheAir(to) === 0;
  return {
    ...{ ways, through, askedAgain: new Set() },
    ended: () => ended,
    isThere: (isSo) => Promise.race([eventually(async () => ended, isSo, patience), through]),
    waiting: () => [...waiting].filter(hasNone),
  };
}

async function goes(way: Walk & { member: Passer }, timeout: number): Promise<void> {
  const { fate, onRecord, phone } = way.member;
  await way.begin();
  await way.givesCode();
  way.givesId();
  if (fate === 'not covered') return void (await way.hears('cover-not-active'));
  if (fate === 'none left') return void (await way.chat.waitFor(openingOf('resets-used-up'), { timeout }));
  if (!onRecord) {
    await way.hears('ask-mobile');
    way.chat.say(phone);
  }
  await way.isAskedForTheCode();
  const code = await way.readsCode();
  if (fate === 'back in') {
    way.chat.say(code);
    return void (await way.isBackIn());
  }
  for (const left of [2, 1]) {
    way.chat.say(anotherThan(code, left));
    await way.chat.waitFor(firstLine('code-wrong', { left }), { timeout });
  }
  way.chat.say(anotherThan(code, 3));
  await way.hears('code-wrong-last');
}

const anotherThan = (code: string, by: number): string =>
  String((Number(code) + by) % 100_000).padStart(5, '0');

/** Longer than the pause before a second SMS. */
const pauseMs = 61_000;

/** Whoever got no SMS asks for it again, as soon as that may be, and when nothing else is under way. */
export async function theUnluckyAskAgain(
  town: Town,
  crowd: Crowd,
  replicas: readonly ProductProcess[],
): Promise<void> {
  const stuck = async () =>
    crowd.ended() + crowd.waiting().length === crowd.ways.length && (await isQuiet(town));
  await Promise.race([eventually(stuck, Boolean, patience), crowd.through]);
  if (crowd.waiting().length === 0) return;
  town.clock.advance(pauseMs);
  await Promise.all(replicas.map((replica) => replica.advance(town.clock.ahead)));
  for (const way of crowd.waiting()) {
    crowd.askedAgain.add(way);
    way.asksAgain();
  }
}
