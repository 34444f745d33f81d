import type { SmsTexts } from '../../../src/sms/texts.js';
import type { StandIn } from './stand-in.js';

/** What a phone got. */
export interface ArrivedSms {
  /** `09…` */
  to: string;
  text: string;
}

/** Where a message comes down. */
export type Land = (sms: ArrivedSms) => void;

/** An SMS vendor's stand-in: checks what it is sent as the vendor does, and refuses when told to. */
export interface SmsVendor extends StandIn {
  arrived: ArrivedSms[];
  /** Is told of each message that arrives from now on. */
  landsOn: (land: Land) => void;
  /** From now on every message is refused with this code of the vendor, until `null`. */
  refuse: (code: number | null) => void;
  /** What became of every message that has arrived, in the vendor's own numbers, from now on. */
  became: (state: number) => void;
}

/** What a vendor has sent: kept, and brought to where it lands. */
export function makeArrivals() {
  const arrived: ArrivedSms[] = [];
  let land: Land = () => undefined;
  return {
    arrived,
    arrives: (sms: ArrivedSms): void => {
      arrived.push(sms);
      land(sms);
    },
    landsOn: (on: Land): void => {
      land = on;
    },
  };
}

/** Stand-in words: which words the vendors' templates and our own texts carry is tested with the real ones elsewhere. */
export const texts: SmsTexts = {
  code: ({ code }) => `کد: ${code}`,
  notice: ({ notice }) => `خبر ${notice}`,
  event: (notice) => `رویداد ${notice}`,
  messenger: (platform) => platform,
  support: '۰۲۱ ۱۲۳۴',
};
