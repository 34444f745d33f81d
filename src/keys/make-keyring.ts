import { createHmac } from 'node:crypto';
import type { Random } from '../random.js';
import { deriveKey, fingerprintOf } from './derive.js';
import type { Keyring, Purpose } from './keyring.js';
import { sealWith, unsealWith } from './seal.js';

/** A keyring over application keys of 32 bytes, newest first; at least one. */
export function makeKeyring({ keys, random }: { keys: readonly Buffer[]; random: Random }): Keyring {
  const ring = new Map(keys.map((key) => [fingerprintOf(key), key]));
  const fingerprints = [...ring.keys()];
  const [current] = fingerprints;
  if (current === undefined) throw new Error('a keyring needs a key');

  const keyNamed = (fingerprint: string): Buffer => {
    const key = ring.get(fingerprint);
    if (!key) throw new Error('the key with this fingerprint is absent');
    return key;
  };
  const mac = (purpose: Purpose, fingerprint: string, text: string) =>
    hmac(deriveKey(keyNamed(fingerprint), 'mac', purpose), text);
  const index = (purpose: Purpose, fingerprint: string, value: string) =>
    hmac(deriveKey(keyNamed(fingerprint), 'index', purpose), value).toString('hex');

  return {
    current,
    fingerprints,
    mac,
    seal: (purpose, text) =>
      `${current}.${sealWith(deriveKey(keyNamed(current), 'seal', purpose), purpose, text, random)}`,
    open(purpose, sealed) {
      const { fingerprint, body } = taken(sealed);
      return unsealWith(deriveKey(keyNamed(fingerprint), 'seal', purpose), purpose, body);
    },
    index: (purpose, value) => index(purpose, current, value),
    indexes: (purpose, value) => fingerprints.map((fingerprint) => index(purpose, fingerprint, value)),
  };
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();

/** Sealed text taken apart: which key, and what it sealed. */
function taken(sealed: string): { fingerprint: string; body: string } {
  const [, fingerprint, body] = /^([0-9a-f]{16})\.([A-Za-z0-9_-]+)$/.exec(sealed) ?? [];
  if (!fingerprint || !body) throw new Error('this is not sealed text');
  return { fingerprint, body };
}
