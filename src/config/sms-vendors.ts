import { z } from 'zod';
import type { KannelSettings } from '../sms/vendors/kannel.js';
import type { KavenegarSettings } from '../sms/vendors/kavenegar.js';
import type { MelipayamakSettings } from '../sms/vendors/melipayamak.js';
import type { SmsirSettings } from '../sms/vendors/smsir.js';
import type { SmsFileSettings } from '../sms/vendors/file.js';
import {
  address,
  needed,
  neededAddress,
  neededNumber,
  optionalAddress,
  optionalWhole,
  secretText,
  sharedSecret,
} from '../settings/kinds.js';

/** What one message costs; null: not said. */
interface Priced {
  priceRials: number | null;
}

/** One SMS vendor with its own settings. */
export type SmsVendor =
  | ({ name: 'kavenegar' } & Priced & KavenegarSettings)
  | ({ name: 'smsir' } & Priced & SmsirSettings)
  | ({ name: 'melipayamak' } & Priced & MelipayamakSettings)
  /** The secret is the end of the address at which its reports come in. */
  | ({ name: 'kannel'; deliverySecret: string | null } & Priced & KannelSettings)
  | ({ name: 'outbox' } & Priced & SmsFileSettings);

const price = optionalWhole(0, 1_000_000);

const kavenegar = z
  .object({
    KAVENEGAR_API_KEY: secretText('SMS_PROVIDERS names kavenegar; its key stands in the Kavenegar panel'),
    KAVENEGAR_TEMPLATE: needed(
      'SMS_PROVIDERS names kavenegar; give the name of the approved template for codes',
    ),
    KAVENEGAR_NOTICE_TEMPLATE: needed(
      'SMS_PROVIDERS names kavenegar; give the name of the approved template for notices',
    ),
    KAVENEGAR_URL: address('https://api.kavenegar.com'),
    KAVENEGAR_PRICE_RIALS: price,
  })
  .transform((env) => ({
    name: 'kavenegar' as const,
    apiKey: env.KAVENEGAR_API_KEY,
    template: env.KAVENEGAR_TEMPLATE,
    noticeTemplate: env.KAVENEGAR_NOTICE_TEMPLATE,
    url: env.KAVENEGAR_URL,
    priceRials: env.KAVENEGAR_PRICE_RIALS ?? null,
  }));

const smsir = z
  .object({
    SMSIR_API_KEY: secretText('SMS_PROVIDERS names smsir; its key stands in the SMS.ir panel'),
    SMSIR_TEMPLATE_ID: neededNumber('SMS_PROVIDERS names smsir; give the number of the template for codes'),
    SMSIR_NOTICE_TEMPLATE_ID: neededNumber(
      'SMS_PROVIDERS names smsir; give the number of the template for notices',
    ),
    SMSIR_URL: address('https://api.sms.ir'),
    SMSIR_PRICE_RIALS: price,
  })
  .transform((env) => ({
    name: 'smsir' as const,
    apiKey: env.SMSIR_API_KEY,
    templateId: env.SMSIR_TEMPLATE_ID,
    noticeTemplateId: env.SMSIR_NOTICE_TEMPLATE_ID,
    url: env.SMSIR_URL,
    priceRials: env.SMSIR_PRICE_RIALS ?? null,
  }));

const melipayamak = z
  .object({
    MELIPAYAMAK_USERNAME: needed('SMS_PROVIDERS names melipayamak; give the user of its web service'),
    MELIPAYAMAK_PASSWORD: secretText('SMS_PROVIDERS names melipayamak; give the password of its web service'),
    MELIPAYAMAK_TEMPLATE_ID: neededNumber(
      'SMS_PROVIDERS names melipayamak; give the number of the template for codes',
    ),
    MELIPAYAMAK_NOTICE_TEMPLATE_ID: neededNumber(
      'SMS_PROVIDERS names melipayamak; give the number of the template for notices',
    ),
    MELIPAYAMAK_URL: address('https://rest.payamak-panel.com'),
    MELIPAYAMAK_PRICE_RIALS: price,
  })
  .transform((env) => ({
    name: 'melipayamak' as const,
    username: env.MELIPAYAMAK_USERNAME,
    password: env.MELIPAYAMAK_PASSWORD,
    templateId: env.MELIPAYAMAK_TEMPLATE_ID,
    noticeTemplateId: env.MELIPAYAMAK_NOTICE_TEMPLATE_ID,
    url: env.MELIPAYAMAK_URL,
    priceRials: env.MELIPAYAMAK_PRICE_RIALS ?? null,
  }));

const kannel = z
  .object({
    KANNEL_URL: neededAddress('SMS_PROVIDERS names kannel; give the address of its smsbox'),
    KANNEL_USERNAME: needed('SMS_PROVIDERS names kannel; give the sendsms-user'),
    KANNEL_PASSWORD: secretText('SMS_PROVIDERS names kannel; give the password of the sendsms-user'),
    KANNEL_FROM: needed('SMS_PROVIDERS names kannel; give the number that members see'),
    KANNEL_DELIVERY_URL: optionalAddress,
    KANNEL_DELIVERY_SECRET: sharedSecret.optional(),
    KANNEL_PRICE_RIALS: price,
  })
  .refine((env) => !env.KANNEL_DELIVERY_URL || env.KANNEL_DELIVERY_SECRET, {
    error: 'KANNEL_DELIVERY_SECRET is missing: whoever brings delivery reports must know it',
  })
  .transform((env) => {
    const deliverySecret = (env.KANNEL_DELIVERY_URL && env.KANNEL_DELIVERY_SECRET) ?? null;
    return {
      name: 'kannel' as const,
      url: env.KANNEL_URL,
      username: env.KANNEL_USERNAME,
      password: env.KANNEL_PASSWORD,
      from: env.KANNEL_FROM,
      deliveryUrl: deliverySecret && `${env.KANNEL_DELIVERY_URL}/kannel/${deliverySecret}`,
      deliverySecret,
      priceRials: env.KANNEL_PRICE_RIALS ?? null,
    };
  });

const outbox = z
  .object({ SMS_OUTBOX_FILE: z.string().default('./data/sms-outbox.jsonl') })
  .transform((env) => ({ name: 'outbox' as const, file: env.SMS_OUTBOX_FILE, priceRials: null }));

/** What each vendor needs, by its name in `SMS_PROVIDERS`. */
export const smsVendors = { kavenegar, smsir, melipayamak, kannel, outbox } satisfies Record<
  SmsVendor['name'],
  z.ZodType<SmsVendor>
>;
