import type { PlatformName } from '../platforms.js';
import type { Blanks, Words } from '../words/words.js';
import type { CodeMessage, NoticeMessage } from './port.js';

/** What an SMS says: whole for gateways that send what we write, in pieces for templates in a vendor's panel. */
export interface SmsTexts {
  code(message: Pick<CodeMessage, 'code' | 'platform'>): string;
  notice(message: Pick<NoticeMessage, 'notice'>): string;
  /** What happened, for a template: 25 characters and eight spaces at most, the least that the vendors take. */
  event(notice: NoticeMessage['notice']): string;
  /** The messenger's name, in one word. */
  messenger(platform: PlatformName): string;
  /** Whom to call. */
  support: string;
}

export interface SmsTextsParts {
  words: Words;
  /** The insurer, by whose name every message begins: it comes from a line that many share. */
  brand: string;
  /** Whom to call. */
  support: string;
}

/** What one segment holds in letters outside the Latin alphabet (UCS-2). */
export const segmentLength = 70;

/** Text messages are Persian, whatever language the chat is in: the number is the insurer's record, not the chat's. */
export function makeSmsTexts({ words, brand, support }: SmsTextsParts): SmsTexts {
  const messenger = (platform: PlatformName): string => words.plain('fa', `sms-messenger-${platform}`);
  /** The first of these that fits into one segment; the last where none does. */
  const fitting = (keys: readonly string[], blanks: Blanks): string => {
    const texts = keys.map((key) => words.plain('fa', key, { brand, ...blanks }));
    return texts.find(({ length }) => length <= segmentLength) ?? texts.at(-1) ?? '';
  };
  return {
    code: ({ code, platform }) =>
      fitting(['sms-code', 'sms-code-shorter', 'sms-code-shortest'], {
        code,
        messenger: messenger(platform),
      }),
    notice: ({ notice }) => fitting([`sms-notice-${notice}`, `sms-notice-${notice}-shorter`], { support }),
    event: (notice) => words.plain('fa', `sms-event-${notice}`),
    messenger,
    support,
  };
}
