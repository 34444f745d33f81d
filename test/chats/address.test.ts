import { describe, expect, it } from 'vitest';
import { chatAddress, chatKey, parseAccount, writtenAccount } from '../../src/chats/address.js';
import { platformNames } from '../../src/platforms.js';

describe.each(platformNames)('on %s', (platform) => {
  it('a chat is found again by its key', () => {
    const address = { platform, bot: '700001', chat: '42' };
    expect(chatAddress(chatKey(address))).toEqual(address);
  });

  it('an account is read as it is written', () => {
    const account = { platform, account: '4711' };
    expect(parseAccount(writtenAccount(account))).toEqual(account);
  });
});

it.each(['pigeon:1:2', 'telegram:1', 'telegram:1:2:3', 'telegram::2', ''])('%s is no chat', (key) => {
  expect(() => chatAddress(key)).toThrow('not a chat key');
});

it.each(['pigeon:1', 'telegram', 'telegram:', 'telegram:x', 'telegram:1:2', ' telegram:1', 'Telegram:1', ''])(
  '"%s" is no account',
  (text) => {
    expect(parseAccount(text)).toBeNull();
  },
);
