import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../entities/audit-entry.js';
import { link } from '../../src/audit/chain.js';
import { isGenuine, macOf } from '../../src/audit/signature.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { systemRandom } from '../../src/random.js';
import { testKeys } from '../support/test-keys.js';

const keyring = () => makeKeyring({ keys: testKeys, random: systemRandom });
const at = new Date('2026-11-26T08:00:00Z');
const told = [at.toISOString(), 'x:y', 'system', 7, 'ACDEFGHJ', '{}'];
const line = {
  ...{ id: 5, sequence: 3, hash: null, at, event: 'x:y', actor: 'system', memberId: 7, detail: '{}' },
  ...{ reference: 'ACDEFGHJ', writer: 'abcd', number: 4, confirms: '1-3', mac: 'a mac' },
} satisfies AuditEntry;

/** Trails are kept for years: what was hashed once has to come out the same. */
describe('the hash of a line', () => {
  const hashOf = (purpose: 'audit' | 'audit-line', parts: unknown[]) =>
    keyring().mac(purpose, keyring().current, JSON.stringify(parts)).toString('hex');

  it('is over the line before, all of the line and its signature', () => {
    const parts = ['before', 3, 5, ...told, 'abcd', 4, '1-3', 'a mac'];
    expect(link(keyring(), keyring().current, 'before', line)).toBe(hashOf('audit', parts));
  });

  it('is without a signature where a line has none', () => {
    const unsigned = link(keyring(), keyring().current, 'before', { ...line, mac: null });
    expect(unsigned).toBe(hashOf('audit', ['before', 3, 5, ...told]));
  });

  it('is signed under a purpose of its own, by its writer', () => {
    const mac = hashOf('audit-line', ['abcd', 4, '1-3', ...told]);
    expect(macOf(keyring(), keyring().current, line)).toBe(mac);
    expect(isGenuine(keyring(), { ...line, mac })).toBe(true);
    expect([isGenuine(keyring(), line), isGenuine(keyring(), { ...line, mac: null })]).toEqual([
      false,
      false,
    ]);
  });
});
