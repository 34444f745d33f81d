import type { Env } from '../../../src/config/setting.js';
import { kavenegarKey, kavenegarStandIn } from './kavenegar.js';
import { melipayamakAccount, melipayamakStandIn } from './melipayamak.js';
import type { SmsVendor } from './sms-vendor.js';
import { smsirKey, smsirStandIn } from './smsir.js';

/** An SMS vendor as an operator sets it, and its own numbers for what it says. */
export interface VendorHarness {
  open: () => Promise<SmsVendor>;
  settings: (url: string) => Env;
  states: Record<'delivered' | 'undelivered' | 'blacklisted', number>;
  refusals: Record<'credit' | 'recipient', number>;
}

export type VendorName = 'kavenegar' | 'smsir' | 'melipayamak';

export const vendorHarnesses: Readonly<Record<VendorName, VendorHarness>> = {
  kavenegar: {
    open: () => kavenegarStandIn(),
    settings: (KAVENEGAR_URL) => ({
      ...{ KAVENEGAR_URL, KAVENEGAR_API_KEY: kavenegarKey, KAVENEGAR_TEMPLATE: 'ramzyar-code' },
      KAVENEGAR_NOTICE_TEMPLATE: 'ramzyar-notice',
    }),
    states: { delivered: 10, undelivered: 11, blacklisted: 14 },
    refusals: { credit: 418, recipient: 411 },
  },
  smsir: {
    open: smsirStandIn,
    settings: (SMSIR_URL) => ({
      ...{ SMSIR_URL, SMSIR_API_KEY: smsirKey, SMSIR_TEMPLATE_ID: '100001' },
      SMSIR_NOTICE_TEMPLATE_ID: '100002',
    }),
    states: { delivered: 1, undelivered: 2, blacklisted: 7 },
    refusals: { credit: 102, recipient: 104 },
  },
  melipayamak: {
    open: melipayamakStandIn,
    settings: (MELIPAYAMAK_URL) => ({
      ...{ MELIPAYAMAK_URL, MELIPAYAMAK_USERNAME: melipayamakAccount.username },
      ...{ MELIPAYAMAK_PASSWORD: melipayamakAccount.password, MELIPAYAMAK_TEMPLATE_ID: '200001' },
      MELIPAYAMAK_NOTICE_TEMPLATE_ID: '200002',
    }),
    states: { delivered: 1, undelivered: 2, blacklisted: 35 },
    refusals: { credit: 2, recipient: 16 },
  },
};

export const vendorNames = Object.keys(vendorHarnesses) as VendorName[];
