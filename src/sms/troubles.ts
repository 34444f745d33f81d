import type { SmsResult } from './port.js';

/** Something about a provider that it does not get over by itself, or that makes it rest for a while. */
export interface SmsTrouble {
  provider: string;
  kind: 'resting' | 'misconfigured' | 'no-credit';
}

/** What an answer says of the provider itself, and somebody has to mend. */
export function troublesIn(result: SmsResult): SmsTrouble['kind'][] {
  if (result.kind !== 'refused') return [];
  if (result.reason === 'credit') return ['no-credit'];
  return result.reason === 'configuration' ? ['misconfigured'] : [];
}
