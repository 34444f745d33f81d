import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Random } from '../random.js';
import { deriveKey, fingerprintOf, type Use } from './derive.js';
import type { Keyring, Purpose } from './keyring.js';
import { MissingKey } from './missing-keys.js';
import { encryptWith, decryptWith } from './cipher.js';

/** A keyring over application keys of 32 bytes, newest first; at least one. */
export function makeKeyring({ keys, random }: { keys: readonly Buffer[]; random: Random }): Keyring {
  const byFingerprint = new Map(keys.map((key) => [fingerprintOf(key), key]));
  const fingerprints = [...byFingerprint.keys()];
  const [current] = fingerprints;
  if (current === undefined) throw new Error('a keyring needs a key');

  const keyNamed = (fingerprint: string): Buffer => {
    const key = byFingerprint.get(fingerprint);
    if (!key) throw new MissingKey(fingerprint);
    return key;
  };
  const keysFor = (use: Use): KeyFor =>
    derivedOnce((purpose, fingerprint) => createSecretKey(deriveKey(keyNamed(fingerprint), use, purpose)));
  const [encryption, indexing, deriving] = [keysFor('seal'), keysFor('index'), keysFor('mac')];
  const mac = (purpose: Purpose, fingerprint: string, text: string) =>
    hmac(deriving(purpose, fingerprint), text).digest();
  const index = (purpose: Purpose, fingerprint: string, value: string) =>
    hmac(indexing(purpose, fingerprint), value).digest('hex');

  return {
    current,
    fingerprints,
    mac,
    encrypt: (purpose, text) =>
      `${current}.${encryptWith(encryption(purpose, current), purpose, text, random)}`,
    decrypt(purpose, encrypted) {
      const { fingerprint, body } = taken(encrypted);
      return decryptWith(encryption(purpose, fingerprint), purpose, body);
    },
    index: (purpose, value) => index(purpose, current, value),
    indexes: (purpose, value) => fingerprints.map((fingerprint) => index(purpose, fingerprint, value)),
  };
}

type KeyFor = (purpose: Purpose, fingerprint: string) => KeyObject;

/** Deriving a key costs more than using it, and a list of members uses it a million times. */
function derivedOnce(derive: KeyFor): KeyFor {
  const derived = new Map<Purpose, Map<string, KeyObject>>();
  return (purpose, fingerprint) => {
    const known = derived.get(purpose)?.get(fingerprint);
    if (known) return known;
    const key = derive(purpose, fingerprint);
    derived.set(purpose, (derived.get(purpose) ?? new Map<string, KeyObject>()).set(fingerprint, key));
    return key;
  };
}

const hmac = (key: KeyObject, text: string) => createHmac('sha256', key).update(text, 'utf8');

/** Encrypted text taken apart: which key, and what is under it. */
function taken(encrypted: string): { fingerprint: string; body: string } {
  const [, fingerprint, body] = /^([0-9a-f]{16})\.([A-Za-z0-9_-]+)$/.exec(encrypted) ?? [];
  if (!fingerprint || !body) throw new Error('this is not sealed text');
  return { fingerprint, body };
}
