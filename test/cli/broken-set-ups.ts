import { createServer, type AddressInfo } from 'node:net';
import { createConnection } from 'mysql2/promise';
import type { Env } from '../../src/config/setting.js';
import { systemRandom } from '../../src/random.js';
import { deadAddress, standIn } from '../support/vendors/stand-in.js';
import type { ProductionHarness } from './production-harness.js';

/** A house of production in which one thing is wrong, and how the doctor is to name the fault and its mend. */
export interface BrokenSetUp {
  name: string;
  /** Only there. */
  on?: 'SQLite' | 'MariaDB';
  /** Breaks it; the settings that are otherwise. */
  broken: (house: ProductionHarness, later: (end: () => unknown) => void) => Promise<Env> | Env;
  fault: RegExp;
  mend: RegExp;
}

const kannel = (KANNEL_URL: string): Env => ({
  SMS_PROVIDERS: 'kannel',
  ...{ KANNEL_URL, KANNEL_USERNAME: 'ramzyar', KANNEL_PASSWORD: 'kannel-secret', KANNEL_FROM: '30001234' },
});
const answering = async (status: number, later: (end: () => unknown) => void): Promise<string> => {
  const { url, close } = await standIn(() => ({ status, body: 'no' }));
  later(close);
  return url;
};

export const brokenSetUps: readonly BrokenSetUp[] = [
  {
    name: 'no application key',
    broken: () => ({ APP_KEYS: '' }),
    fault: /^fault +settings +APP_KEYS/m,
    mend: /docs\/settings\.md/,
  },
  {
    name: 'a toy among the providers',
    broken: () => ({ SMS_PROVIDERS: 'file', SMS_FILE: '/tmp/x' }),
    fault:
      /^fault +settings +SMS_PROVIDERS must not name file in production: .*; name whom you have a contract with \(kavenegar, smsir, melipayamak, kannel\)$/m,
    mend: /docs\/settings\.md/,
  },
  {
    name: 'a setting misspelt',
    broken: () => ({ ADMNIS: 'telegram:1', REDIS_ULR: 'redis://x', HTPP_PORT: '1' }),
    fault:
      /^warning +settings +not known: ADMNIS \(ADMINS\?\), HTPP_PORT \(HTTP_PORT\?\), REDIS_ULR \(REDIS_URL\?\)$/m,
    mend: /look for the right spelling/,
  },
  {
    name: 'nobody in ADMINS',
    broken: () => ({ ADMINS: '' }),
    fault: /^warning +staff +nobody$/m,
    mend: /name the first owner in ADMINS/,
  },
  {
    name: 'a token of Telegram that is no good',
    broken: () => ({ TELEGRAM_BOT_TOKEN: '700001:not-the-token' }),
    fault: /^fault +telegram +refuses the token/m,
    mend: /a fresh token from BotFather/,
  },
  {
    name: 'Bale out of reach',
    broken: async () => ({ BALE_API_ROOT: await deadAddress() }),
    fault: /^fault +bale +no answer \(ECONNREFUSED\)/m,
    mend: /check the network/,
  },
  {
    name: 'a proxy to Telegram that does not run',
    broken: async () => ({ TELEGRAM_PROXY: (await deadAddress()).replace('http:', 'socks5:') }),
    fault: /^fault +telegram proxy +.* does not lead on: proxy ECONNREFUSED/m,
    mend: /does it run/,
  },
  {
    name: 'a public address that nobody knows',
    broken: () => ({
      ...{ UPDATES: 'webhook', WEBHOOK_URL: 'https://bot.insurer.invalid', PORT: '0' },
      WEBHOOK_SECRET: 'a-secret-of-tests-that-is-long-enough',
    }),
    fault: /^fault +WEBHOOK_URL +no machine is known by the name bot\.insurer\.invalid/m,
    mend: /have the name registered/,
  },
  {
    name: 'a port that another program has',
    broken: async (_house, later) => {
      const other = createServer((socket) => socket.destroy());
      await new Promise<void>((listens) => other.listen(0, '127.0.0.1', listens));
      later(() => other.close());
      return { HTTP_PORT: String((other.address() as AddressInfo).port) };
    },
    fault: /^fault +HTTP_PORT +127\.0\.0\.1:\d+ is taken by another program/m,
    mend: /ss -ltnp|set another HTTP_PORT/,
  },
  {
    name: 'an address that this machine does not have',
    broken: () => ({ HTTP_HOST: '203.0.113.9', HTTP_PORT: '9090' }),
    fault: /^fault +HTTP_PORT +203\.0\.113\.9:9090 cannot be opened \(EADDRNOTAVAIL\)/m,
    mend: /set HTTP_HOST to an address that this machine has/,
  },
  {
    name: 'a vendor that refuses the key',
    broken: ({ vendor }) => (vendor.refuse(403), {}),
    fault: /^fault +sms kavenegar +is reached, and did not tell its credit/m,
    mend: /check its key/,
  },
  {
    name: 'a vendor out of reach',
    broken: async () => ({ KAVENEGAR_URL: await deadAddress() }),
    fault: /^fault +sms kavenegar +not reached: ECONNREFUSED/m,
    mend: /KAVENEGAR_URL/,
  },
  {
    name: 'a Kannel that does not run',
    broken: async () => kannel(await deadAddress()),
    fault: /^fault +sms kannel +not reached: ECONNREFUSED/m,
    mend: /does smsbox run/,
  },
  {
    name: 'a Kannel that does not know us',
    broken: async (_house, later) => kannel(await answering(403, later)),
    fault: /^fault +sms kannel +refuses user and password/m,
    mend: /KANNEL_USERNAME and KANNEL_PASSWORD/,
  },
  {
    name: 'a smsbox without its bearerbox',
    broken: async (_house, later) => kannel(await answering(503, later)),
    fault: /^fault +sms kannel +smsbox answers, and bearerbox does not/m,
    mend: /start bearerbox/,
  },
  {
    name: 'a portal that has another secret',
    broken: () => ({ PORTAL_API_SECRET: 'another' }),
    fault: /^fault +portal +.*HTTP 401/m,
    mend: /PORTAL_API_SECRET/,
  },
  {
    name: 'a portal out of reach',
    broken: async () => ({ PORTAL_API_URL: await deadAddress() }),
    fault: /^fault +portal +.*ECONNREFUSED/m,
    mend: /check PORTAL_API_URL/,
  },
  {
    name: 'a Redis that is away',
    broken: async () => ({ REDIS_URL: (await deadAddress()).replace('http:', 'redis:') }),
    fault: /^warning +redis +not reached: .*ECONNREFUSED/m,
    mend: /check REDIS_URL/,
  },
  {
    name: 'a database that is not there',
    broken: async () => ({
      DATABASE_URL: (await deadAddress()).replace('http://', 'mysql://u:p@') + '/ramzyar',
    }),
    fault: /^fault +database +not reached: .*ECONNREFUSED/m,
    mend: /check DATABASE_URL/,
  },
  {
    name: 'a folder for SQLite that cannot be written to',
    on: 'SQLite',
    broken: () => ({ DATABASE_URL: 'sqlite:/proc/sys/ramzyar.db' }),
    fault: /^fault +database +the folder \/proc\/sys cannot be written to \(E\w+\)/m,
    mend: /chown ramzyar \/proc\/sys/,
  },
  {
    name: 'a folder for SQLite that is not there, where none can be made',
    on: 'SQLite',
    broken: () => ({ DATABASE_URL: 'sqlite:/proc/version/ramzyar/ramzyar.db' }),
    fault: /^fault +database +the folder \/proc\/version\/ramzyar is not there, and cannot be made \(E\w+\)/m,
    mend: /install -d -m 700 -o ramzyar \/proc\/version\/ramzyar/,
  },
  {
    name: 'a user of MariaDB who may not make tables',
    on: 'MariaDB',
    broken: async ({ settings }, later) => {
      const server = new URL(settings['DATABASE_URL'] ?? '');
      const connection = await createConnection(server.href);
      const user = `r_${systemRandom.bytes(6).toString('hex')}`;
      await connection.query(`CREATE USER '${user}'@'%' IDENTIFIED BY 'pass-of-tests'`);
      await connection.query(
        `GRANT SELECT, INSERT, UPDATE, DELETE ON ${server.pathname.slice(1)}.* TO '${user}'@'%'`,
      );
      later(() => connection.query(`DROP USER '${user}'@'%'`).then(() => connection.end()));
      return { DATABASE_URL: Object.assign(server, { username: user, password: 'pass-of-tests' }).href };
    },
    fault: /^fault +database rights +the user of DATABASE_URL may not CREATE, ALTER, INDEX, DROP$/m,
    mend: /GRANT ALL PRIVILEGES ON ramzyar_\w+\.\*/,
  },
];
