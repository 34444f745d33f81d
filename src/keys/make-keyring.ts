import { createHmac } from 'node:crypto';
import type { Random } from '../random.js';
import { deriveKey, fingerprintOf, type Use } from './derive.js';
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
  // Deriving a key costs more than using it, and a list of members uses it a million times.
  const derived = new Map<string, Buffer>();
  const keyFor = (use: Use, purpose: Purpose, fingerprint: string): Buffer => {
    const name = `${use}:${purpose}:${fingerprint}`;
    const key = derived.get(name) ?? deriveKey(keyNamed(fingerprint), use, purpose);
    derived.set(name, key);
    return key;
  };
  const mac = (purpose: Purpose, fingerprint: string, text: string) =>
    hmac(keyFor('mac', purpose, fingerprint), text);
  const index = (purpose: Purpose, fingerprint: string, value: string) =>
    hmac(keyFor('index', purpose, fingerprint), value).toString('hex');

  return {
    current,
    fingerprints,
    mac,
    seal: (purpose, text) =>
      `${current}.${sealWith(keyFor('seal', purpose, current), purpose, text, random)}`,
    open(purpose, sealed) {
      const { fingerprint, body } = taken(sealed);
      return unsealWith(keyFor('seal', purpose, fingerprint), purpose, body);
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
