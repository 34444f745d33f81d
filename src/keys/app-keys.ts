const keyBytes = 32;

/** Application keys, newest first; or every fault found, by the key's place and without the key. */
export type AppKeys = { ok: true; keys: Buffer[] } | { ok: false; faults: string[] };

/** Reads a comma list of base64 keys of 32 bytes. */
export function parseAppKeys(text: string): AppKeys {
  const entries = text.split(',').map((entry) => entry.trim());
  const faults = entries.flatMap((entry, at) => {
    const fault = faultOf(entry, entries.slice(0, at));
    return fault ? [`key ${at + 1} ${fault}`] : [];
  });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, keys: entries.map((entry) => Buffer.from(entry, 'base64')) };
}

function faultOf(entry: string, earlier: string[]): string | null {
  if (entry === '') return 'is empty';
  const key = Buffer.from(entry, 'base64');
  if (withoutPadding(key.toString('base64')) !== withoutPadding(entry)) return 'is not base64';
  if (key.length !== keyBytes) return `has ${key.length} bytes instead of ${keyBytes}`;
  if (key.every((byte) => byte === key[0])) return 'is one byte repeated, so no secret';
  if (earlier.some((other) => key.equals(Buffer.from(other, 'base64')))) return 'is there twice';
  return null;
}

const withoutPadding = (base64: string): string => base64.replace(/=+$/, '');
