import { randomBytes } from 'node:crypto';

/** Where chance comes from. Must be a cryptographic source wherever members are served. */
export interface Random {
  /** `count` unpredictable bytes. */
  bytes(count: number): Buffer;
}

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };
