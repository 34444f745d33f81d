import type { Random } from '../random.js';

const firstMs = 1_000;
const longestMs = 60_000;

/** The wait after so many tries, in milliseconds: twice as long each time, between half and whole, so that many do not come back together. */
export function backOffMs(tries: number, random: Random): number {
  const whole = Math.min(firstMs * 2 ** (tries - 1), longestMs);
  return Math.round(whole * (0.5 + random.bytes(1).readUInt8() / 512));
}
