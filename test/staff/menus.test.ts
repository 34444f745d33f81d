import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staffCast, type StaffCastMember } from '../../playground/cast.js';
import type { Account } from '../../playground/emulator/account.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import type { PlatformName } from '../../src/platforms.js';
import { staffCommands } from '../../src/commands/staff-commands.js';
import { atLeast, type StaffRole } from '../../src/people/role.js';
import type { Locale } from '../../src/words/words.js';
import { realWords } from '../conversations/harness.js';
import { eventually } from '../support/eventually.js';

let stage: PlayedStage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.stop());

const colleague = (role: StaffCastMember['role'], messenger: PlatformName): Account => {
  const { name, accounts } = staffCast.find((one) => one.role === role)!;
  return stage.emulator.account({ messenger, id: accounts[messenger], firstName: name });
};

/** Comes to work, and so becomes known to the bot. */
async function atWork(role: StaffCastMember['role'], messenger: PlatformName): Promise<Account> {
  const account = colleague(role, messenger);
  account.say('/whoami');
  await account.nextMessage();
  return account;
}

/** The owner decides about the operator. */
async function decides(owner: Account, text: string, second?: Account): Promise<void> {
  owner.say(text);
  await owner.waitFor(({ buttons }) => buttons.flat().some(({ text: label }) => label === 'انجام شود'));
  owner.press('انجام شود');
  await owner.nextMessage();
  if (!second) return;
  await second.waitFor(({ buttons }) => buttons.flat().some(({ text: label }) => label === 'موافقم'));
  second.press('موافقم');
}

const lines = (account: Account, language?: string): string[] =>
  account.menu(language).map(({ command, description }) => `${command}: ${description}`);

const staffLines = (role: StaffRole, locale: Locale): string[] =>
  staffCommands.flatMap(({ name, description, least }) =>
    description !== null && atLeast(role, least) ? [`${name}: ${realWords.plain(locale, description)}`] : [],
  );

const shows = (account: Account, wanted: readonly string[]) =>
  eventually(
    () => Promise.resolve(lines(account).slice(0, wanted.length)),
    (seen) => seen.join('\n') === wanted.join('\n'),
  );

const numberOf = async (role: StaffCastMember['role']): Promise<number> => {
  const app = await stage.app();
  return app.inTransaction(async (tx) => {
    const { people } = app.services(tx);
    return (await people.active()).find((one) => one.role === role)!.id;
  });
};

describe('the menu of commands on Telegram', () => {
  it('is Persian for everybody, and English where the phone is', () => {
    const behrouz = stage.account('behrouz', 'telegram');
    const reset = (locale: Locale) => `reset: ${realWords.plain(locale, 'command-reset')}`;
    for (const [language, locale] of [
      ['fa', 'fa'],
      ['en', 'en'],
      ['de', 'fa'],
    ] as const)
      expect(lines(behrouz, language)).toContain(reset(locale));
    const set = stage.emulator.calls().filter(({ method }) => method === 'setMyCommands');
    expect(set.map(({ payload }) => payload['language_code'])).toEqual([undefined, 'fa', 'en']);
  });

  it('has the commands of the role for whoever comes to work, and those of everybody after them', async () => {
    const mina = await atWork('operator', 'telegram');
    await shows(mina, staffLines('operator', 'fa'));
    expect(mina.menu().map(({ command }) => command)).toEqual(expect.arrayContaining(['reset', 'language']));
    const names = mina.menu().map(({ command }) => command);
    expect(names).toEqual([...new Set(names)]);
    expect(lines(stage.account('behrouz', 'telegram'))).not.toContain(staffLines('operator', 'fa')[2]);
  });

  it('speaks the language that was chosen in the chat, whatever the phone speaks', async () => {
    const mina = await atWork('operator', 'telegram');
    mina.say('/language');
    await mina.waitFor(({ buttons }) => buttons.flat().some(({ text }) => text === 'English'));
    mina.press('English');
    await shows(mina, staffLines('operator', 'en'));
    expect(lines(mina, 'de')).toEqual(lines(mina, 'fa'));
  });

  it('follows the role, and is that of everybody for whoever has left', async () => {
    const [mina, parvaneh] = [await atWork('operator', 'telegram'), await atWork('owner', 'telegram')];
    const shahin = await atWork('supervisor', 'telegram');
    const number = await numberOf('operator');
    await decides(parvaneh, `/admins role ${number} supervisor`, shahin);
    await shows(mina, staffLines('supervisor', 'fa'));
    await decides(parvaneh, `/admins remove ${number}`);
    await shows(mina, lines(stage.account('behrouz', 'telegram')));
  });

  it('is set anew at each start, in the language of the chat: a new version may have other commands', async () => {
    const mina = await atWork('operator', 'telegram');
    mina.say('/language');
    await mina.waitFor(({ buttons }) => buttons.flat().some(({ text }) => text === 'English'));
    mina.press('English');
    await shows(mina, staffLines('operator', 'en'));
    const scope = { type: 'chat', chat_id: mina.chatId };
    const url = `${stage.emulator.root('telegram')}/bot${stage.emulator.token('telegram')}/deleteMyCommands`;
    const headers = { 'content-type': 'application/json' };
    await fetch(url, { method: 'POST', headers, body: JSON.stringify({ scope }) });
    expect(lines(mina)).not.toContain(staffLines('operator', 'en')[2]);
    await stage.restartBot();
    await shows(mina, staffLines('operator', 'en'));
  });

  it('is never refused', async () => {
    await atWork('owner', 'telegram');
    const refused = stage.emulator
      .calls()
      .filter(({ method, answer }) => /MyCommands$/.test(method) && !(answer as { ok: boolean }).ok);
    expect(refused).toEqual([]);
  });
});

describe('on Bale, which has no such menu,', () => {
  const keys = (account: Account): string[] =>
    account
      .keyboard()
      ?.rows.flat()
      .map(({ text }) => text) ?? [];
  const keysAre = (account: Account, holds: (keys: string[]) => boolean) =>
    eventually(() => Promise.resolve(keys(account)), holds);

  it('the commands of the role stand on keys, follow it, and are gone with whoever leaves', async () => {
    const [mina, parvaneh] = [await atWork('operator', 'bale'), await atWork('owner', 'bale')];
    const shahin = await atWork('supervisor', 'bale');
    await keysAre(mina, (seen) => seen.includes('/stats') && !seen.includes('/pending'));
    const number = await numberOf('operator');
    await decides(parvaneh, `/admins role ${number} supervisor`, shahin);
    await keysAre(mina, (seen) => seen.includes('/pending') && !seen.includes('/admins'));
    await decides(parvaneh, `/admins remove ${number}`);
    await keysAre(mina, (seen) => seen.length === 0);
    const asked = stage.emulator
      .calls()
      .filter(({ messenger, method }) => messenger === 'bale' && /MyCommands$/.test(method));
    expect(asked).toEqual([]);
  });
});
