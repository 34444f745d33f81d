import type { Clock } from '../clock.js';
import { hour } from '../durations.js';
import type { Colleague, People, StaffMember } from './people.js';
import { laterOf } from './rank.js';
import { isRanked } from './role.js';

/** The people who may be one of two. Each has held the rank, and the account, for some time: a newcomer is nobody's second. */
export interface SecondPersons {
  /** From when on somebody may be one of two in this account; null: their rank is too low. Past or to come. */
  from(member: Pick<StaffMember, 'rankedSince'>): number | null;
  /** May they now? */
  isOne(member: Pick<StaffMember, 'rankedSince'>): boolean;
  /** The accounts in which anybody but this person may agree now, as chats that are known to us. */
  chatsBeside(personId: number): Promise<string[]>;
  /** From when on there is one beside this person; null: nobody has the rank. */
  nextBeside(personId: number): Promise<number | null>;
  /**
   * Is there one beside this person, or has there ever been? Whoever sends everybody else away is not the first one
   * who begins alone.
   */
  everBeside(personId: number): Promise<boolean>;
}

export interface SecondPersonParts {
  people: Pick<People, 'everybody'>;
  clock: Clock;
  /** How long rank and account have to be held. */
  afterMs: number;
}

export function makeSecondPersons({ people, clock, afterMs }: SecondPersonParts): SecondPersons {
  const now = (): number => clock.now().getTime();
  const from: SecondPersons['from'] = ({ rankedSince }) => rankedSince && rankedSince.getTime() + afterMs;
  const isOne: SecondPersons['isOne'] = (member) => (from(member) ?? Infinity) <= now();
  const beside = async (personId: number): Promise<Colleague[]> =>
    (await people.everybody()).filter(({ id }) => id !== personId);
  const accountsOf = ({ rankedSince, accounts }: Colleague) =>
    accounts.map(({ addedAt, chatKey }) => ({ chatKey, rankedSince: laterOf(rankedSince, addedAt) }));
  const ranked = async (personId: number): Promise<Colleague[]> =>
    (await beside(personId)).filter(({ state, role }) => state === 'active' && isRanked(role));
  return {
    from,
    isOne,
    chatsBeside: async (personId) =>
      (await ranked(personId)).flatMap(accountsOf).flatMap((account) => {
        return account.chatKey !== null && isOne(account) ? [account.chatKey] : [];
      }),
    nextBeside: async (personId) => {
      const moments = (await ranked(personId))
        .flatMap(accountsOf)
        .map((account) => from(account) ?? Infinity);
      const first = Math.min(...moments);
      return first === Infinity ? null : first;
    },
    everBeside: async (personId) =>
      (await beside(personId)).some(
        ({ rankedSince, rankedHours }) =>
          isOne({ rankedSince }) || (rankedHours > 0 && rankedHours * hour >= afterMs),
      ),
  };
}

/** A day in which whoever should know of a newcomer has been told. */
export const usualSecondAfterMs = 24 * hour;
