import { appendFile, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock } from '../../clock.js';
import { ownersFile } from '../../owner-only.js';
import type { SmsProvider, SmsResult } from '../port.js';
import type { SmsTexts } from '../texts.js';
import { smsVendor } from '../vendor.js';

const name = 'file';

const group = z
  .object({ SMS_FILE: z.string().default('./data/sms.jsonl') })
  .transform((env) => ({ file: env.SMS_FILE, priceRials: null }));

/** For development: messages go to a file that a person can read, codes and all. */
export const smsFile = smsVendor({
  name,
  settings: group,
  asksDelivery: true,
  tellsCredit: false,
  toy: 'it writes codes to a file',
  make: (settings, { texts, clock }) => makeSmsFile(settings, texts, clock),
});

export interface SmsFileSettings {
  /** Each message becomes one line of JSON at its end: `at`, `to`, `text`, `reference`. */
  file: string;
}

/** What stands in one line of the file. */
export interface WrittenSms {
  at: string;
  to: string;
  text: string;
  reference: string;
}

export function makeSmsFile({ file }: SmsFileSettings, texts: SmsTexts, clock: Clock): SmsProvider {
  const write = async (to: string, text: string, reference: string): Promise<SmsResult> => {
    const written: WrittenSms = { at: clock.now().toISOString(), to, text, reference };
    try {
      await appendFile(file, `${JSON.stringify(written)}\n`, { mode: ownersFile });
      return { kind: 'accepted', id: reference };
    } catch (error) {
      return {
        kind: 'unavailable',
        maybeSent: false,
        fault: `${name} ${(error as NodeJS.ErrnoException).code}`,
      };
    }
  };
  return {
    name,
    sendCode: (message) => write(message.to, texts.code(message), message.reference),
    sendNotice: (message) => write(message.to, texts.notice(message), message.reference),
    status: async (id) => ((await references(file)).includes(id) ? 'delivered' : 'unknown'),
    credit: async () => null,
  };
}

async function references(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as WrittenSms).reference);
}
