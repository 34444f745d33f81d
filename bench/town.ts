import { cpuMs } from './measure/proc.js';
import { startChild, type Child } from './stubs/parent.js';
import type { Messenger } from './stubs/messenger.js';
import type { Portal } from './stubs/portal.js';
import type { SmsReceived, SmsVendor } from './stubs/sms.js';

/** All that stands around a bot: its messenger with the members, an SMS vendor and the portal, each a process. */
export interface Town {
  messenger: Child<Messenger>;
  /** With which a bot finds its way there; both bots read the same names. */
  settings: Readonly<Record<string, string>>;
  /** Resolves when the bot has called nobody's messenger for a second: what nobody waits for is done as well. */
  quiet(): Promise<void>;
  /** What the stubs themselves have worked, in milliseconds. */
  cpuMs(): number;
  close(): Promise<void>;
}

/** Where the button that signs in leads. */
export const loginUrl = 'https://khesarat.novin.example/';

export async function openTown(): Promise<Town> {
  const messenger = await startChild<Messenger>('messenger');
  const arrives = ({ mobile, code }: SmsReceived) => {
    if (code !== null) void messenger.ask('receive', { mobile, code });
  };
  const sms = await startChild<SmsVendor>('sms', arrives);
  const portal = await startChild<Portal>('portal');
  const stubs = [messenger, sms, portal];
  return {
    messenger,
    settings: {
      TELEGRAM_BOT_TOKEN: '1:bench-token',
      TELEGRAM_API_ROOT: await messenger.ask('url', null),
      KAVENEGAR_URL: await sms.ask('url', null),
      KAVENEGAR_API_KEY: 'bench-key',
      KAVENEGAR_TEMPLATE: 'code',
      KAVENEGAR_NOTICE_TEMPLATE: 'notice',
      PORTAL_API_URL: await portal.ask('url', null),
      PORTAL_API_TOKEN: 'bench-token',
      PORTAL_API_SECRET: 'bench-secret',
      PORTAL_LOGIN_URL: loginUrl,
      SUPPORT_CONTACT: '02100001000',
      BRAND_NAME: 'بیمه نوین',
    },
    quiet: () => messenger.ask('quiet', 1_000),
    cpuMs: () => stubs.reduce((total, { pid }) => total + cpuMs(pid), 0),
    async close() {
      await Promise.all(stubs.map((stub) => stub.stop()));
    },
  };
}
