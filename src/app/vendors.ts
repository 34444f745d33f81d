import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../clock.js';
import type { OwnershipSettings } from '../config/ownership.js';
import type { PortalSettings } from '../config/portal.js';
import type { TransactionRunner } from '../db/transaction.js';
import type { Log } from '../log.js';
import { makeOutageLog, type OutageLog, type OutageLogParts } from '../outage-log.js';
import { makeHttpOwnership } from '../ownership/http.js';
import { makeJibit } from '../ownership/jibit.js';
import type { MobileOwnership, OwnershipParts } from '../ownership/port.js';
import { makeZohal } from '../ownership/zohal.js';
import { makeHttpPortal } from '../portal/http.js';
import { makeLocalPortal, type LocalPortal } from '../portal/local.js';
import type { Portal } from '../portal/port.js';
import type { Random } from '../random.js';
import { makeSmsGateway, type SmsGateway } from '../sms/gateway.js';
import { makeSmsProvider, smsVendors, type SmsSettings } from '../sms/vendors/registry.js';
import type { SmsTerms } from '../sent-messages/sent-messages.js';
import type { SmsTrouble } from '../sms/troubles.js';
import { makeSmsTexts } from '../sms/texts.js';
import type { Words } from '../words/words.js';

export interface SmsParts {
  vendors: readonly SmsSettings[];
  words: Words;
  /** The insurer's name. */
  brand: string;
  support: string;
  clock: Clock;
  onTrouble?: (trouble: SmsTrouble) => void;
  onBack?: (provider: string) => void;
}

export function openSms({ vendors, words, brand, support, clock, ...told }: SmsParts): SmsGateway {
  const texts = makeSmsTexts({ words, brand, support });
  const providers = vendors.map((vendor) => makeSmsProvider(vendor, { texts, clock }));
  return makeSmsGateway({ providers, clock, ...told });
}

/** What is known of each vendor beforehand. */
export const smsTerms = (vendors: readonly SmsSettings[]): Record<string, SmsTerms> =>
  Object.fromEntries(
    vendors.map(({ name, priceRials }) => [
      name,
      { priceRials, asksDelivery: smsVendors[name].asksDelivery },
    ]),
  );

/** The portal that members sign in to; `local` once more where it is the embedded one, which has more to offer. */
export interface OpenPortal {
  portal: Portal;
  local: LocalPortal | null;
}

export interface PortalParts {
  inTransaction: TransactionRunner;
  clock: Clock;
  random: Random;
  log: Log;
}

export function openPortal(settings: PortalSettings, { log, ...parts }: PortalParts): OpenPortal {
  if (settings.kind === 'local') {
    const local = makeLocalPortal(parts);
    return { portal: local, local };
  }
  const heard = makeOutageLog(
    { log, clock: parts.clock },
    { out: 'portal gives no clear answer', back: 'portal gives clear answers again' },
  );
  const { onFault, onClear } = hearing(heard);
  return {
    portal: makeHttpPortal(settings, { ...parts, pause: (ms) => setTimeout(ms), onFault, onClear }),
    local: null,
  };
}

/** How a service that is asked tells its log of faults and of clear answers. */
const hearing = ({ out, back }: OutageLog): Required<OwnershipParts> => ({
  onFault: (fault) => out({ fault }),
  onClear: () => back(),
});

/** Writes down while nobody says whose a mobile is. */
export const logOwnership = (parts: OutageLogParts): Required<OwnershipParts> =>
  hearing(
    makeOutageLog(parts, {
      out: 'no clear answer whose a mobile is',
      back: 'clear answers again whose a mobile is',
    }),
  );

/** Null where nobody is asked. */
export function openOwnership(settings: OwnershipSettings, parts: OwnershipParts): MobileOwnership | null {
  switch (settings.kind) {
    case 'off':
      return null;
    case 'jibit':
      return makeJibit(settings, parts);
    case 'zohal':
      return makeZohal(settings, parts);
    case 'http':
      return makeHttpOwnership(settings, parts);
  }
}
