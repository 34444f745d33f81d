import { makeOutageLogs, type OutageLogParts } from '../outage-log.js';
import type { SmsGatewayParts } from '../sms/gateway.js';

/** Writes down which provider is left alone for a while, and when it sends again. */
export function logRests(parts: OutageLogParts): Required<Pick<SmsGatewayParts, 'onTrouble' | 'onBack'>> {
  const outage = makeOutageLogs(parts, { out: 'SMS provider rests', back: 'SMS provider sends again' });
  return {
    onTrouble({ provider, kind }) {
      if (kind === 'resting') outage(provider).out({ provider });
    },
    onBack: (provider) => outage(provider).back({ provider }),
  };
}
