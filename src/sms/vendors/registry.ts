import type { z } from 'zod';
import type { SmsProvider } from '../port.js';
import type { SmsVendor, VendorDeps } from '../vendor.js';
import { smsFile } from './file.js';
import { kannel } from './kannel.js';
import { kavenegar } from './kavenegar.js';
import { melipayamak } from './melipayamak.js';
import { smsir } from './smsir.js';

/** Every vendor by its name, in the order in which operators read them. A test says what else a new one needs: words, examples. */
export const smsVendors = {
  kavenegar,
  smsir,
  melipayamak,
  kannel,
  file: smsFile,
};

export type SmsVendorName = keyof typeof smsVendors;

/** One vendor as an operator has set it; `name` tells whose settings these are. */
export type SmsSettings = z.output<(typeof smsVendors)[SmsVendorName]['settings']>;

export function makeSmsProvider(settings: SmsSettings, deps: VendorDeps): SmsProvider {
  const vendor: SmsVendor = smsVendors[settings.name];
  return vendor.make(settings, deps);
}
