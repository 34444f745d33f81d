import { hkdfSync } from 'node:crypto';
import type { Purpose } from './keyring.js';

/** What a derived key does. No key does two things. */
export type Use = 'seal' | 'index' | 'mac';

/** The key of one use and purpose, by HKDF-SHA256 (RFC 5869): 32 bytes. */
export function deriveKey(appKey: Buffer, use: Use, purpose: Purpose): Buffer {
  return derived(appKey, `${use}:${purpose}`, 32);
}

/** An application key's name: 16 hex digits. Derived, so that it tells nothing of the key. */
export function fingerprintOf(appKey: Buffer): string {
  return derived(appKey, 'fingerprint', 8).toString('hex');
}

/** Changing this changes every key, and makes everything stored unreadable. */
const salt = 'ramzyar/1';

const derived = (appKey: Buffer, info: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', appKey, salt, info, bytes));
