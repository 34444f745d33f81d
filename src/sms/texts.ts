import type { PlatformName } from '../platforms.js';
import type { Words } from '../words/words.js';
import type { CodeMessage, NoticeMessage } from './port.js';

/** What an SMS says: whole for gateways that send what we write, in pieces for templates in a vendor's panel. */
export interface SmsTexts {
  code(message: CodeMessage): string;
  notice(message: NoticeMessage): string;
  /** What happened, for a template: 25 characters and eight spaces at most, the least that the vendors take. */
  event(notice: NoticeMessage['notice']): string;
  /** The messenger's name, in one word. */
  messenger(platform: PlatformName): string;
  /** Whom to call. */
  support: string;
}

/** Text messages are Persian, whatever language the chat is in: the number is the insurer's record, not the chat's. */
export function makeSmsTexts({ words, support }: { words: Words; support: string }): SmsTexts {
  const messenger = (platform: PlatformName): string => words.plain('fa', `sms-messenger-${platform}`);
  return {
    code: ({ code, minutes, platform }) =>
      words.plain('fa', 'sms-code', { code, minutes, messenger: messenger(platform) }),
    notice: ({ notice }) => words.plain('fa', `sms-notice-${notice}`, { support }),
    event: (notice) => words.plain('fa', `sms-event-${notice}`),
    messenger,
    support,
  };
}
