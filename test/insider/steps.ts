import fc from 'fast-check';
import type { Hands } from './hands.js';
import type { Watch } from './watch.js';
import { victims, type Account, type Victim, type World } from './world.js';

export interface Real {
  world: World;
  watch: Watch;
}

export type Step = fc.AsyncCommand<object, Real>;

/** A step by name: does its work by some hands, and the onlooker looks. */
export function step<Args>(
  name: string,
  args: fc.Arbitrary<Args>,
  work: (world: World, args: Args) => Promise<Hands>,
): fc.Arbitrary<Step> {
  return args.map((given) => {
    const what = `${name} ${JSON.stringify(given)}`;
    return {
      check: () => true,
      run: async (_, { world, watch }) => {
        world.tally.count('steps');
        await watch.look(what, await work(world, given));
      },
      toString: () => what,
    };
  });
}

/** The one whom the sequence is about, or another. */
export const victim: fc.Arbitrary<Victim | 'aim'> = fc.constantFrom('aim', 'aim', 'aim', 'aim', ...victims);
export const whom = ({ aim }: World, who: Victim | 'aim'): Victim => (who === 'aim' ? aim : who);
export const pick = fc.nat(7);
const seconds = [0, 1, 2, 3];
/** Who asks, and who says yes at once where it needs another: anybody, perhaps the same human, or another of rank. */
export const pair = {
  by: pick,
  second: fc.constantFrom(null, 'of rank' as const, 'of rank' as const, ...seconds),
};
export interface Pair {
  by: number;
  second: number | 'of rank' | null;
}

/** The one of them that the number picks, the latest for 0. */
export const picked = <T>(list: readonly T[], at: number): T | undefined =>
  list[list.length - 1 - (at % Math.max(1, list.length))];

export const account = ({ accounts }: World, at: number): Account => picked(accounts, at)!;

export function accountsOf(world: World, { by, second }: Pair): readonly [Account, Account | null] {
  const one = account(world, by);
  const ofRank = ({ personId }: Account): boolean =>
    personId !== one.personId && world.rankSince.has(personId);
  if (second === 'of rank') return [one, world.accounts.find(ofRank) ?? null];
  return [one, second === null ? null : account(world, second)];
}

/** Numbers in the insider's own pocket. */
export const pocket = ['09390000071', '09390000072'] as const;
