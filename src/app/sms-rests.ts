import { makeOutageLog, type OutageLog, type OutageLogParts } from '../outage-log.js';
import type { SmsGatewayParts } from '../sms/gateway.js';

/** Writes down which provider is left alone for a while, and when it sends again. */
export function logRests(parts: OutageLogParts): Required<Pick<SmsGatewayParts, 'onTrouble' | 'onBack'>> {
  const outages = new Map<string, OutageLog>();
  return {
    onTrouble({ provider, kind }) {
      if (kind !== 'resting') return;
      const outage =
        outages.get(provider) ??
        makeOutageLog(parts, { out: 'SMS provider rests', back: 'SMS provider sends again' });
      outages.set(provider, outage);
      outage.out({ provider });
    },
    onBack: (provider) => outages.get(provider)?.back({ provider }),
  };
}
