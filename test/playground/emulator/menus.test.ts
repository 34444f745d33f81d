import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { caller, sara } from './caller.js';

describe('the menu of commands', () => {
  let emulator: Emulator;
  let bot: ReturnType<typeof caller>;
  beforeEach(async () => {
    emulator = await startEmulator();
    bot = caller(emulator, 'telegram');
  });
  afterEach(() => emulator.stop());

  const menu = (command: string, more: object = {}) => ({
    commands: [{ command, description: command }],
    ...more,
  });

  it('is the narrowest one for the person, in their language', async () => {
    const person = sara(emulator);
    await bot.call('setMyCommands', menu('all'));
    expect(person.menu()[0]?.command).toBe('all');
    await bot.call('setMyCommands', menu('private', { scope: { type: 'all_private_chats' } }));
    await bot.call(
      'setMyCommands',
      menu('persian', { scope: { type: 'all_private_chats' }, language_code: 'fa' }),
    );
    expect([person.menu('fa'), person.menu('en')].map(([first]) => first?.command)).toEqual([
      'persian',
      'private',
    ]);
    await bot.call('setMyCommands', menu('staff', { scope: { type: 'chat', chat_id: person.id } }));
    expect(person.menu()[0]?.command).toBe('staff');
    await bot.call('deleteMyCommands', { scope: { type: 'chat', chat_id: person.id } });
    expect(person.menu()[0]?.command).toBe('persian');
    expect((await bot.call('getMyCommands')).result).toEqual([{ command: 'all', description: 'all' }]);
  });

  it.each([
    ['no list', { commands: 'help' }],
    ['a name in capitals', menu('Help')],
    ['a name with a slash', menu('/help')],
    ['a name that is too long', menu('h'.repeat(33))],
    ['no description', { commands: [{ command: 'help', description: '' }] }],
    ['a description of blanks', { commands: [{ command: 'help', description: '  ' }] }],
    ['a description that is too long', { commands: [{ command: 'help', description: 'x'.repeat(257) }] }],
    [
      'more than a hundred commands',
      { commands: Array.from({ length: 101 }, () => menu('help').commands[0]) },
    ],
    ['the language of a region', menu('help', { language_code: 'fa-IR' })],
    ['a language in capitals', menu('help', { language_code: 'FA' })],
    ['a scope that there is not', menu('help', { scope: { type: 'staff' } })],
    ['a scope without its type', menu('help', { scope: {} })],
    ['the scope of no chat', menu('help', { scope: { type: 'chat' } })],
    ['the scope of a chat that nobody has', menu('help', { scope: { type: 'chat', chat_id: 987 } })],
  ])('is refused with %s', async (_, payload) => {
    expect(await bot.refusal('setMyCommands', payload)).toMatch(/^400/);
  });
});
