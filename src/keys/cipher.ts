import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import type { Random } from '../random.js';
import type { Purpose } from './keyring.js';

const cipherName = 'aes-256-gcm';
/** 96 random bits, as NIST SP 800-38D asks for; good for 2^32 texts under one key. */
const nonceBytes = 12;
const tagBytes = 16;
const gcm = { authTagLength: tagBytes };

/** Nonce, text and tag under AES-256-GCM, as base64url, bound to the purpose. */
export function encryptWith(key: KeyObject, purpose: Purpose, text: string, random: Random): string {
  const nonce = random.bytes(nonceBytes);
  const cipher = createCipheriv(cipherName, key, nonce, gcm).setAAD(purposeBytes(purpose));
  const body = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, ...body, cipher.getAuthTag()]).toString('base64url');
}

/** The text that was encrypted. Throws when a single character of it was changed. */
export function decryptWith(key: KeyObject, purpose: Purpose, encrypted: string): string {
  const bytes = Buffer.from(encrypted, 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  const body = bytes.subarray(nonceBytes, -tagBytes);
  // Several spellings in base64 decode to the same bytes; only ours is taken.
  if (bytes.length < nonceBytes + tagBytes || bytes.toString('base64url') !== encrypted) throw changed();
  const decipher = createDecipheriv(cipherName, key, nonce, gcm)
    .setAAD(purposeBytes(purpose))
    .setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    throw changed();
  }
}

/** Made only where it is thrown: writing down where that is takes longer than decrypting. */
const changed = (): Error => new Error('sealed text was changed, or sealed for another purpose');

const bytesOfPurposes = new Map<Purpose, Buffer>();

function purposeBytes(purpose: Purpose): Buffer {
  const bytes = bytesOfPurposes.get(purpose) ?? Buffer.from(purpose);
  bytesOfPurposes.set(purpose, bytes);
  return bytes;
}
