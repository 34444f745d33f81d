import type { Member } from '../../entities/member.js';
import { readPayload } from '../../src/outbox/outbox.js';
import type { CodeOrder } from '../../src/reset/ports.js';
import { byTwo, names, type Hands } from './hands.js';
import { holds, theirs, type Look, type Seen } from './seen.js';
import { victims, type Victim, type World } from './world.js';

/** What a member is known by, as an onlooker saw it come about. */
interface Known {
  number: string | null;
  nationalId: string;
  /** When others last changed the number; null: nobody ever did. */
  changedAt: number | null;
  /** The chats that heard of the member then, and the notices that were written by then. */
  chats: ReadonlySet<string>;
  notices: ReadonlySet<number>;
  /** Where codes went. */
  codesTo: ReadonlySet<string>;
}

/** No code goes where it should not, and nobody is known by something else without two and without being told. */
export function watchIdentities(world: World, first: Seen) {
  const { keyring, clock, policy, tally } = world;
  const known = new Map<Victim, Known>();
  const identityOf = ({ mobile, nationalId }: Member) => ({
    number: mobile && keyring.decrypt('mobile', mobile),
    nationalId: keyring.decrypt('national-id', nationalId),
  });
  const rowOf = ({ members }: Seen, victim: Victim): Member =>
    members.find(({ id }) => id === world.ids[victim])!;
  const around = (now: Seen, victim: Victim) => {
    const chats = theirs(world, victim, now.chats).filter(({ endedAt }) => endedAt === null);
    return {
      chats: new Set(chats.map(({ chatKey }) => chatKey)),
      notices: new Set(theirs(world, victim, now.notices).map(({ id }) => id)),
    };
  };
  const begin = (now: Seen, victim: Victim): void => {
    const is = identityOf(rowOf(now, victim));
    known.set(victim, { ...is, changedAt: null, codesTo: new Set(), ...around(now, victim) });
  };

  /** Whoever had the number is told, and every chat that heard of the member. */
  const areTold = (now: Seen, victim: Victim, replaced: string | null, what: string): void => {
    const before = known.get(victim)!;
    const fresh = theirs(world, victim, now.notices).filter(({ id }) => !before.notices.has(id));
    const numbers = fresh.map(({ mobile }) => mobile && keyring.decrypt('mobile', mobile));
    if (replaced !== null) holds(numbers.includes(replaced), `${what}: whoever had the number is to be told`);
    for (const chat of before.chats)
      holds(
        fresh.some(({ chatKey }) => chatKey === chat),
        `${what}: the chat ${chat} is to be told`,
      );
  };

  const look: Look = (now, victim, hands, what) => {
    const [before, is] = [known.get(victim)!, identityOf(rowOf(now, victim))];
    const [renumbered, renamed] = [before.number !== is.number, before.nationalId !== is.nationalId];
    let { changedAt } = before;
    if (renumbered || renamed) {
      tally.count(renumbered ? 'numbers changed' : 'national IDs changed');
      if (!provedIt(before, is, victim, hands)) {
        holds(byTwo(hands), `${what}: what ${victim} is known by was changed by ${names(hands)}`);
        areTold(now, victim, renumbered ? before.number : null, what);
        if (renumbered) changedAt = clock.now().getTime();
      }
    }
    known.set(victim, { ...before, ...is, changedAt, ...around(now, victim) });
  };

  /** Not before everybody was told and had their time. */
  const codes = (now: Seen, what: string): void => {
    for (const row of now.codes) {
      const { to, challengeId } = readPayload(keyring, row) as CodeOrder;
      const victim = world.challenges.find(({ id }) => id === challengeId)?.victim ?? victims[0];
      const before = known.get(victim)!;
      tally.count('codes');
      if (before.number !== null)
        holds(to === before.number, `${what}: a code to another number than on record`);
      known.set(victim, { ...before, codesTo: new Set([...before.codesTo, to]) });
      if (before.changedAt === null) continue;
      tally.count('codes after a change');
      const told = theirs(world, victim, now.notices).map(({ toldAt }) => toldAt?.getTime() ?? Infinity);
      const rested = clock.now().getTime() - Math.max(before.changedAt, ...told);
      holds(rested >= policy.numberCoolOffMs, `${what}: a code to a number that rests`);
    }
  };

  for (const victim of victims) begin(first, victim);
  return { begin, look, codes };
}

/** A first number that a code went to, and whoever has that phone typed it. */
const provedIt = (
  before: Known,
  is: Pick<Known, 'number' | 'nationalId'>,
  victim: Victim,
  { member }: Hands,
): boolean =>
  member === victim &&
  before.nationalId === is.nationalId &&
  before.number === null &&
  is.number !== null &&
  before.codesTo.has(is.number);
