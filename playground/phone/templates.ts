import type { Words } from '../../src/words/words.js';
import type { Template } from './kavenegar.js';

/** The names under which the vendor's panel has the house's templates. */
export const codeTemplate = 'ramzyar-code';
export const noticeTemplate = 'ramzyar-notice';

/** The templates as an operator would have had them approved: the same sentences that gateways without templates send. */
export function approvedTemplates(words: Words, brand: string): Readonly<Record<string, Template>> {
  const notices = ['reset', 'wrong-codes', 'number-changed', 'test'].map((notice) => ({
    event: words.plain('fa', `sms-event-${notice}`),
    key: `sms-notice-${notice}`,
  }));
  return {
    [codeTemplate]: ({ token = '', token3 = '' }) =>
      words.plain('fa', 'sms-code', { brand, code: token, messenger: token3 }),
    [noticeTemplate]: ({ token = '', token20 = '' }) => {
      const key = notices.find(({ event }) => event === token20)?.key;
      return key ? words.plain('fa', key, { brand, support: token }) : token20;
    },
  };
}
