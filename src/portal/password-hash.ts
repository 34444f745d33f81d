import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Random } from '../random.js';

const derive = promisify<string, Buffer, number, { N: number; maxmem: number }, Buffer>(scrypt);
const digestBytes = 32;
const saltBytes = 16;

/** scrypt's N that OWASP's password storage sheet asks for, with r 8 and p 1: 128 MiB and some tenths of a second. */
export const properCost = 2 ** 17;

/** A password as it is kept: `scrypt:N:salt:digest`. */
export async function hashPassword(password: string, cost: number, random: Random): Promise<string> {
  const salt = random.bytes(saltBytes);
  const digest = await digestOf(password, salt, cost);
  return ['scrypt', cost, salt.toString('base64url'), digest.toString('base64url')].join(':');
}

/** Is this the password that was hashed? Compared in constant time. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, cost, salt, digest] = hash.split(':');
  const kept = Buffer.from(digest ?? '', 'base64url');
  const given = await digestOf(password, Buffer.from(salt ?? '', 'base64url'), Number(cost));
  return kept.length === digestBytes && timingSafeEqual(given, kept);
}

const lockMark = 'locked:';

/** A hash that nothing matches until the mark is taken away. */
export const isLockedHash = (hash: string): boolean => hash.startsWith(lockMark);
export const lockedHash = (hash: string): string => (isLockedHash(hash) ? hash : lockMark + hash);
export const openHash = (hash: string): string => (isLockedHash(hash) ? hash.slice(lockMark.length) : hash);

const digestOf = (password: string, salt: Buffer, cost: number): Promise<Buffer> =>
  derive(password, salt, digestBytes, { N: cost, maxmem: 256 * 8 * cost });
