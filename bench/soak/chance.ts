import { seededRandom } from '../../playground/seeded-random.js';

/** Chance that falls the same way for the same seed. */
export interface Chance {
  /** A whole number from 0 up to, and without, this one. */
  below(limit: number): number;
  /** A whole number between these, both included. */
  between(least: number, most: number): number;
  oneOf<T>(choices: readonly T[]): T;
}

export function chanceOf(seed: string): Chance {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor((random.bytes(4).readUInt32BE() / 2 ** 32) * limit);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    oneOf(choices) {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('there is nothing to choose from');
      return chosen;
    },
  };
}
