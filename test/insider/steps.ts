import fc from 'fast-check';
import type { Watch } from './watch.js';
import { victims, type Account, type Hands, type World } from './world.js';

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
      run: async (_, { world, watch }) => watch.look(what, await work(world, given)),
      toString: () => what,
    };
  });
}

export const nobody: Hands = new Set();
export const victim = fc.constantFrom(...victims);
export const pick = fc.nat(7);

/** The one of them that the number picks, the latest for 0. */
export const picked = <T>(list: readonly T[], at: number): T | undefined =>
  list[list.length - 1 - (at % Math.max(1, list.length))];

export const account = ({ accounts }: World, at: number): Account => picked(accounts, at)!;

/** Numbers in the insider's own pocket. */
export const pocket = ['09390000071', '09390000072'] as const;
