import { readConfig, type Config } from '../src/config/config.js';
import { platformNames, type PlatformName } from '../src/platforms.js';
import type { Env } from '../src/config/setting.js';
import type { Random } from '../src/random.js';
import type { Emulator } from './emulator/emulator.js';
import { codeTemplate, noticeTemplate } from './phone/templates.js';

/** Where the portal's own page would be. */
export const portalUrl = 'https://khesarat.novin.example/';

/** The insurer's name, unless a test gives another. */
export const playedBrand = 'بیمه نوین';

/** What a text message costs on the stage. */
export const priceRials = 1_150;

export interface PlayedSettings {
  emulator: Emulator;
  messengers: readonly PlatformName[];
  /** `DATABASE_URL` */
  database: string;
  sms: { url: string; apiKey: string };
  random: Random;
  /** What a test sets otherwise. */
  otherwise: Env;
}

const quickly: Env = Object.fromEntries(
  platformNames.flatMap((name) => [
    [`${name.toUpperCase()}_CALLS_PER_SECOND`, '1000'],
    [`${name.toUpperCase()}_PER_CHAT_AND_MINUTE`, '60000'],
  ]),
);

/** The product's settings on the stage, read as any operator's are. */
export const playedConfig = (played: PlayedSettings): Config => readConfig(playedSettings(played));

/** The same as an operator would write them down, for a process of its own. */
export function playedSettings({
  emulator,
  messengers,
  database,
  sms,
  random,
  otherwise,
}: PlayedSettings): Env {
  const bots = messengers.flatMap((name) => [
    [`${name.toUpperCase()}_BOT_TOKEN`, emulator.token(name)],
    [`${name.toUpperCase()}_API_ROOT`, emulator.root(name)],
  ]);
  return {
    ...(Object.fromEntries(bots) as Env),
    DATABASE_URL: database,
    APP_KEYS: random.bytes(32).toString('base64'),
    SMS_PROVIDERS: 'kavenegar',
    KAVENEGAR_URL: sms.url,
    KAVENEGAR_API_KEY: sms.apiKey,
    KAVENEGAR_PRICE_RIALS: String(priceRials),
    KAVENEGAR_TEMPLATE: codeTemplate,
    KAVENEGAR_NOTICE_TEMPLATE: noticeTemplate,
    BRAND_NAME: playedBrand,
    PORTAL: 'local',
    PORTAL_LOGIN_URL: portalUrl,
    SUPPORT_CONTACT: '02100001000',
    HTTP_HOST: '127.0.0.1',
    HTTP_PORT: '0',
    UPDATES_PER_MINUTE: '120',
    // The emulator takes whatever comes, and nobody here has to wait.
    ...quickly,
    ...otherwise,
  };
}
