import type { Keyring } from '../../src/keys/keyring.js';

/** The place of the first row whose hash is not what its cells make, as docs/security.md tells anybody to reckon it. */
export function brokenLink(keyring: Keyring, rows: readonly Record<string, string>[]): string | null {
  let before: string | null = null;
  for (const row of rows) {
    const text = JSON.stringify([
      row['hash_before'],
      Number(row['sequence']),
      Number(row['id']),
      row['at'],
      row['event'],
      row['actor'],
      row['member'] === '' ? null : Number(row['member']),
      row['reference'] === '' ? null : row['reference'],
      row['detail'],
      ...(row['mac'] === '' ? [] : [row['writer'], Number(row['number']), row['confirms'], row['mac']]),
    ]);
    const hash = keyring.mac('audit', keyring.current, text).toString('hex');
    if (hash !== row['hash'] || (before !== null && row['hash_before'] !== before))
      return row['sequence'] ?? '';
    before = hash;
  }
  return null;
}
