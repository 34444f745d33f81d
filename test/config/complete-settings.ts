import { ConfigFault, readConfig } from '../../src/config/config.js';

export const key = Buffer.from('a key of thirty-two bytes, no more').subarray(0, 32).toString('base64');

/** As little as does for a first try. */
export const least = {
  TELEGRAM_BOT_TOKEN: '700001:telegram-secret',
  APP_KEYS: key,
  SMS_PROVIDERS: 'file',
};

/** Nothing is missing, and nothing is a toy. */
export const production = {
  ...least,
  NODE_ENV: 'production',
  SMS_PROVIDERS: 'kavenegar',
  KAVENEGAR_API_KEY: 'vendor-secret',
  KAVENEGAR_TEMPLATE: 'code',
  KAVENEGAR_NOTICE_TEMPLATE: 'notice',
  PORTAL: 'http',
  PORTAL_API_URL: 'https://portal.example/api/',
  PORTAL_API_TOKEN: 'portal-token',
  PORTAL_API_SECRET: 'portal-secret',
  PORTAL_LOGIN_URL: 'https://portal.example/',
  SUPPORT_CONTACT: '021-00001000',
};

/** What is wrong with the settings of this environment, each fault by its name first. */
export function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
}
