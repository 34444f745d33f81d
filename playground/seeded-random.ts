import { createHash } from 'node:crypto';
import type { Random } from '../src/random.js';

/** Chance that falls the same way for the same seed: SHA-256 of the seed and a count. */
export function seededRandom(seed: string): Random {
  let count = 0;
  const block = () => createHash('sha256').update(`${seed}:${count++}`).digest();
  return {
    bytes: (wanted) =>
      Buffer.concat(Array.from({ length: Math.ceil(wanted / 32) }, block)).subarray(0, wanted),
  };
}
