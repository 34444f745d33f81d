import { In } from 'typeorm';
import { Member } from '../../entities/member.js';
import { person } from '../../playground/cast.js';
import { addDays, type Day } from '../../src/calendar/day.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import { byTwo, names, type Hands } from './hands.js';
import { holds, theirs, type Seen } from './seen.js';
import { victims, type Victim, type World } from './world.js';

/** As `KEEP_AFTER_COVER_DAYS` is by default. */
const keptDays = 400;

/** Nobody leaves or is forgotten by one person's word: two have agreed, or their cover has long been over by itself. */
export function watchLeavers(world: World, first: Seen) {
  const gone = new Set<Victim>();
  const left = new Set<Victim>();
  /** The last day of a period that was ever on record once it had begun, unless two have changed it. */
  const lastDays = new Map<Victim, Day>();

  const lastDay = (now: Seen, victim: Victim): Day => {
    const today = dayInTehran(world.clock.now());
    const begun = theirs(world, victim, now.periods).filter(({ startsOn }) => startsOn <= today);
    return begun.reduce((last, { endsOn }) => (endsOn > last ? endsOn : last), '');
  };
  const days = (now: Seen, victim: Victim, hands: Hands): void => {
    const [is, was] = [lastDay(now, victim), lastDays.get(victim) ?? ''];
    lastDays.set(victim, byTwo(hands) || is > was ? is : was);
  };
  const mayBeForgotten = (victim: Victim): boolean => {
    const over = addDays(lastDays.get(victim)!, keptDays);
    return left.has(victim) || over < dayInTehran(world.clock.now());
  };

  const see = (): Promise<Member[]> =>
    world.manager.findBy(Member, [
      { id: In(victims.map((victim) => world.ids[victim])) },
      { insuredCode: In(victims.map((victim) => person(victim).insuredCode)) },
    ]);
  const lookAt = (
    members: Member[],
    victim: Victim,
    hands: Hands,
    what: string,
  ): 'here' | 'gone' | 'anew' => {
    const member = members.find(({ id }) => id === world.ids[victim]);
    if (member && member.forgottenAt === null) {
      if (member.leftAt !== null && !left.has(victim))
        holds(byTwo(hands), `${what}: ${victim} has left by ${names(hands)}`);
      if (member.leftAt !== null) left.add(victim);
      else left.delete(victim);
      return 'here';
    }
    if (!gone.has(victim)) {
      const said = `${what}: ${victim} was forgotten by ${names(hands)}`;
      holds(byTwo(hands) || (hands.staff.length === 0 && mayBeForgotten(victim)), said);
      world.tally.count('forgotten');
    }
    gone.add(victim);
    const anew = members.find(({ insuredCode }) => insuredCode === person(victim).insuredCode);
    if (!anew) return 'gone';
    world.ids[victim] = anew.id;
    gone.delete(victim);
    left.delete(victim);
    lastDays.delete(victim);
    world.tally.count('entered anew');
    return 'anew';
  };

  for (const victim of victims) days(first, victim, { staff: [], member: null });
  return {
    isGone: (victim: Victim): boolean => gone.has(victim),
    days,
    /** Returns who has been entered anew, as somebody whom nobody knew. */
    look: async (what: string, hands: Hands): Promise<Victim[]> => {
      const members = await see();
      return victims.filter((victim) => lookAt(members, victim, hands, what) === 'anew');
    },
  };
}
