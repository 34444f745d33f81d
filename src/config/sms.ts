import { z } from 'zod';
import { list, needed } from '../settings/kinds.js';
import { readGroup, type Env, type Read } from './setting.js';
import { smsVendors, type SmsVendor } from './sms-vendors.js';

const known = Object.keys(smsVendors);

/** Which vendors, in the order in which they are tried. */
export const smsOrder = z.object({
  SMS_PROVIDERS: needed(`list the SMS providers in their order (known: ${known.join(', ')})`)
    .pipe(list)
    .refine((names) => names.length > 0 && names.every((name) => known.includes(name)), {
      error: `names a provider that is not known (known: ${known.join(', ')})`,
    })
    .refine((names) => new Set(names).size === names.length, { error: 'names a provider twice' })
    .transform((names) => names as SmsVendor['name'][]),
});

/** The vendors in the order of `SMS_PROVIDERS`, each with what it needs. */
export function readSms(env: Env): Read<SmsVendor[]> {
  const order = readGroup(smsOrder, env);
  if (!order.ok) return order;
  const read = order.value.SMS_PROVIDERS.map((name) => readGroup<SmsVendor>(smsVendors[name], env));
  const faults = read.flatMap((one) => (one.ok ? [] : one.faults));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: read.flatMap((one) => (one.ok ? [one.value] : [])) };
}

/** sms.ir/rest-api: the longest value of a template's parameter. */
const smsirLongest = 25;

/** Whom to call is said in text messages, so it must fit into one. */
export function supportFaults(env: Env): string[] {
  const order = env['SMS_PROVIDERS']?.split(',').map((name) => name.trim());
  const support = env['SUPPORT_CONTACT'] ?? env['BRAND_NAME'] ?? '';
  if (!order?.includes('smsir') || support.length <= smsirLongest) return [];
  return [`SUPPORT_CONTACT must have ${smsirLongest} characters at most: SMS.ir takes no longer value`];
}
