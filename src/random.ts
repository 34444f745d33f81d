import { randomBytes } from 'node:crypto';

/** Where chance comes from. Must be a cryptographic source wherever members are served. */
export interface Random {
  /** `count` unpredictable bytes. */
  bytes(count: number): Buffer;
}

const poolBytes = 4_096;

/** The system's own, asked for some thousand bytes at a time: asking costs more than encrypting what they are for. No byte is given twice. */
export const systemRandom: Random = makePooled();

function makePooled(): Random {
  let pool = Buffer.alloc(0);
  return {
    bytes: (count) => {
      if (count > pool.length) pool = randomBytes(Math.max(count, poolBytes));
      const given = pool.subarray(0, count);
      pool = pool.subarray(count);
      return given;
    },
  };
}
