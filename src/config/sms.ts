import { z } from 'zod';
import { list, needed } from '../settings/kinds.js';
import type { SmsVendor } from '../sms/vendor.js';
import { smsVendors, type SmsSettings, type SmsVendorName } from '../sms/vendors/registry.js';
import { readGroup, together, type Env, type Read } from './setting.js';

const all: readonly SmsVendor[] = Object.values(smsVendors);
const known = Object.keys(smsVendors);

/** Which vendors, in the order in which they are tried. */
export const smsOrder = z.object({
  SMS_PROVIDERS: needed(`list the SMS providers in their order (known: ${known.join(', ')})`)
    .pipe(list)
    .refine((names) => !names.includes('outbox'), {
      error: 'names outbox, which is called file now: write file in its place',
      abort: true,
    })
    .refine((names) => names.length > 0 && names.every((name) => known.includes(name)), {
      error: `names a provider that is not known (known: ${known.join(', ')})`,
    })
    .refine((names) => new Set(names).size === names.length, { error: 'names a provider twice' })
    .transform((names) => names as SmsVendorName[]),
});

/** The vendors in the order of `SMS_PROVIDERS`, each with what it needs. */
export function readSms(env: Env): Read<SmsSettings[]> {
  const order = readGroup(smsOrder, env);
  if (!order.ok) return order;
  return together(
    order.value.SMS_PROVIDERS.map((name) => readGroup<SmsSettings>(smsVendors[name].settings, env)),
  );
}

/** Those that `SMS_PROVIDERS` names, whatever else may be wrong with it. */
export function namedVendors(env: Env): SmsVendor[] {
  const named = env['SMS_PROVIDERS']?.split(',').map((name) => name.trim());
  return all.filter(({ name }) => named?.includes(name));
}

/** Those that reach phones, by their names. */
export const vendorsOfContract = all
  .filter(({ toy }) => !toy)
  .map(({ name }) => name)
  .join(', ');

/** A name of before would be passed over in silence, and another file written. */
export const renamedFaults = (env: Env): string[] =>
  env['SMS_OUTBOX_FILE'] && /\b(outbox|file)\b/.test(env['SMS_PROVIDERS'] ?? '')
    ? ['SMS_OUTBOX_FILE is called SMS_FILE now: write SMS_FILE in its place']
    : [];

/** Whom to call is said in text messages, so it must fit into one. */
export function supportFaults(env: Env): string[] {
  const support = env['SUPPORT_CONTACT'] ?? env['BRAND_NAME'] ?? '';
  return namedVendors(env).flatMap(({ name, longestValue = Infinity, refusedInValues: refused }) => [
    ...(support.length > longestValue
      ? [`SUPPORT_CONTACT must have ${longestValue} characters at most: ${name} takes no longer value`]
      : []),
    ...(refused?.signs.test(support)
      ? [
          `SUPPORT_CONTACT must have no ${refused.inWords}: ${name} takes none in a value, and sends no notice`,
        ]
      : []),
  ]);
}
