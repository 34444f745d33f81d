import type { z } from 'zod';
import type { Clock } from '../clock.js';
import { optionalWhole } from '../settings/kinds.js';
import type { SmsProvider } from './port.js';
import type { SmsTexts } from './texts.js';

/** One SMS vendor: what an operator sets, what it can do, and how it is reached. */
export interface SmsVendor<Name extends string = string, Settings extends Priced = Priced> {
  /** In `SMS_PROVIDERS`, in rows, and behind `sms-provider-` in the locale files. */
  readonly name: Name;
  /** Its group of settings; keys and passwords in it are marked as secrets. */
  readonly settings: z.ZodType<{ name: Name } & Settings>;
  /** Can be asked what became of a message; one that cannot reports by itself. */
  readonly asksDelivery: boolean;
  /** Can be asked what is left to send with. */
  readonly tellsCredit: boolean;
  /** The most characters that its templates take for one value, where that is few. */
  readonly longestValue?: number;
  /** What its templates take in no value, as it is written and in words. */
  readonly refusedInValues?: { signs: RegExp; inWords: string };
  /** Why production refuses it. */
  readonly toy?: string;
  make(settings: Settings, deps: VendorDeps): SmsProvider;
}

/** What is known of every vendor. */
export interface Priced {
  /** What one message costs; null: not said. */
  priceRials: number | null;
}

export interface VendorDeps {
  texts: SmsTexts;
  clock: Clock;
}

/** A vendor's own part of `SmsVendor`: its settings do not repeat its name. */
type OwnPart<Name extends string, Settings extends Priced> = Omit<SmsVendor<Name, Settings>, 'settings'> & {
  readonly settings: z.ZodType<Settings>;
};

export function smsVendor<const Name extends string, Settings extends Priced>(
  own: OwnPart<Name, Settings>,
): SmsVendor<Name, Settings> {
  const { name } = own;
  return { ...own, settings: own.settings.transform((settings) => ({ name, ...settings })) };
}

/** What one message costs in rials; it need not be said. */
export const price = optionalWhole(0, 1_000_000).transform((rials) => rials ?? null);
