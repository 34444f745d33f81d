import type { Clock } from '../clock.js';
import { minute } from '../durations.js';
import type { Log } from '../log.js';

/** Something is encrypted under a key that this process does not hold. Another replica may, so it is left to that one. */
export class MissingKey extends Error {
  override readonly name = 'MissingKey';

  /** `code`: the key's fingerprint. */
  constructor(readonly code: string) {
    super('the key with this fingerprint is absent');
  }
}

/** How long a key counts as missing here after something was met that needs it. */
const lately = 5 * minute;

/** The keys that this process has lacked lately. */
export interface MissingKeys {
  /** Something needed this key. */
  note(fingerprint: string): void;
  /** Fingerprints, in no order. */
  lately(): string[];
}

export function makeMissingKeys({ clock, log }: { clock: Clock; log: Log }): MissingKeys {
  const until = new Map<string, number>();
  const isLately = (fingerprint: string) => (until.get(fingerprint) ?? 0) > clock.now().getTime();
  return {
    note(fingerprint) {
      if (!isLately(fingerprint)) log.error({ fingerprint }, 'a key is missing from APP_KEYS here');
      until.set(fingerprint, clock.now().getTime() + lately);
    },
    lately: () => [...until.keys()].filter(isLately),
  };
}
