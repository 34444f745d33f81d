import { z } from 'zod';
import type { KavenegarSettings } from '../sms/kavenegar.js';
import type { SmsOutboxSettings } from '../sms/outbox.js';
import { address, list, needed, readGroup, type Env, type Read } from './setting.js';

/** One SMS vendor with its own settings. */
export type SmsVendor =
  ({ name: 'kavenegar' } & KavenegarSettings) | ({ name: 'outbox' } & SmsOutboxSettings);

type Name = SmsVendor['name'];

/** The vendors in the order of `SMS_PROVIDERS`, each with what it needs. */
export function readSms(env: Env): Read<SmsVendor[]> {
  const order = readGroup(z.object({ SMS_PROVIDERS: providers }), env);
  if (!order.ok) return order;
  const read = order.value.SMS_PROVIDERS.map((name) => readGroup<SmsVendor>(vendors[name], env));
  const faults = read.flatMap((one) => (one.ok ? [] : one.faults));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: read.flatMap((one) => (one.ok ? [one.value] : [])) };
}

const vendors = {
  kavenegar: z
    .object({
      KAVENEGAR_API_KEY: needed('SMS_PROVIDERS names kavenegar; its key stands in the Kavenegar panel'),
      KAVENEGAR_TEMPLATE: needed(
        'SMS_PROVIDERS names kavenegar; give the name of the approved template for codes',
      ),
      KAVENEGAR_NOTICE_TEMPLATE: needed(
        'SMS_PROVIDERS names kavenegar; give the name of the approved template for notices',
      ),
      KAVENEGAR_URL: address('https://api.kavenegar.com'),
    })
    .transform((env) => ({
      name: 'kavenegar' as const,
      apiKey: env.KAVENEGAR_API_KEY,
      template: env.KAVENEGAR_TEMPLATE,
      noticeTemplate: env.KAVENEGAR_NOTICE_TEMPLATE,
      url: env.KAVENEGAR_URL,
    })),
  outbox: z
    .object({ SMS_OUTBOX_FILE: z.string().default('./data/sms-outbox.jsonl') })
    .transform((env) => ({ name: 'outbox' as const, file: env.SMS_OUTBOX_FILE })),
} satisfies Record<Name, z.ZodType<SmsVendor>>;

const known = Object.keys(vendors);

const providers = needed(`list the SMS providers in their order (known: ${known.join(', ')})`)
  .pipe(list)
  .refine((names) => names.length > 0 && names.every((name) => known.includes(name)), {
    error: `names a provider that is not known (known: ${known.join(', ')})`,
  })
  .transform((names) => names as Name[]);
