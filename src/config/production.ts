import type { Env } from './setting.js';
import { namedVendors, vendorsOfContract } from './sms.js';

/** What production refuses: toys, and members left without a word where to turn. */
export function productionFaults(env: Env): string[] {
  if (env['NODE_ENV'] !== 'production') return [];
  return [
    env['PORTAL'] !== 'http' && 'PORTAL must be http in production: the embedded portal is for development',
    ...namedVendors(env).map(
      ({ name, toy }) =>
        toy &&
        `SMS_PROVIDERS must not name ${name} in production: ${toy}; name whom you have a contract with (${vendorsOfContract})`,
    ),
    env['UPDATES'] === 'webhook' &&
      env['WEBHOOK_URL']?.startsWith('http:') &&
      'WEBHOOK_URL must begin with https:// in production: messengers bring updates nowhere else',
    !env['SUPPORT_CONTACT'] && 'SUPPORT_CONTACT is missing: members are told to turn to it',
    !env['PORTAL_LOGIN_URL'] && 'PORTAL_LOGIN_URL is missing: the sign-in button leads there',
  ].filter((fault) => fault !== false && fault !== undefined);
}
