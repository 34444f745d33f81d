import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staffCommands } from '../../src/commands/staff-commands.js';
import { atLeast, roles } from '../../src/people/role.js';
import { maskName } from '../../src/identity/name.js';
import { cast, staffCast } from '../../playground/cast.js';
import { openStaffHarness, type StaffHarness } from './staff-harness.js';
import { platformNames } from '../../src/platforms.js';

let harness: StaffHarness;
beforeEach(async () => {
  harness = await openStaffHarness();
});
afterEach(() => harness.drop());

const shown = staffCommands.filter(({ description }) => description !== null);
const messengers = platformNames;

describe.each(messengers)('on %s', (platform) => {
  it.each(roles)('the role %s runs what it may, and nothing else', async (role) => {
    const colleague = harness.colleague(role, platform);
    for (const { name, least } of staffCommands) {
      const news = await colleague.says(`/${name}`);
      const refused = news.includes('staff-not-allowed');
      expect([name, refused]).toEqual([name, !atLeast(role, least)]);
    }
  });

  it.each(roles)('the role %s is told of the commands that it may run', async (role) => {
    const colleague = harness.colleague(role, platform);
    await colleague.says('/help');
    const { text } = colleague.screen.last();
    for (const { name, least } of shown) {
      expect([name, new RegExp(`/\\u2068?${name}\\u2069? `).test(text)]).toEqual([
        name,
        atLeast(role, least),
      ]);
    }
  });
});

describe('somebody who is not of staff', () => {
  it('cannot tell that there are commands', async () => {
    const [sara, other] = [harness.visitor('sara'), harness.visitor('mahin')];
    for (const { name } of staffCommands.filter((command) => command.name !== 'help')) {
      await sara.says(`/${name} 310002`);
      await other.says('/weather 310002');
      expect(sara.screen.messages.at(-1)).toEqual(other.screen.messages.at(-1));
      await sara.pressData(`${name}:310002`);
      await other.pressData('weather:310002');
      expect(sara.screen.messages.at(-1)).toEqual(other.screen.messages.at(-1));
    }
    const methods = (calls: { method: string }[]) => calls.map(({ method }) => method);
    expect(methods(sara.screen.calls)).toEqual(methods(other.screen.calls));
  });

  it('gets the members’ help', async () => {
    expect(await harness.visitor('sara').says('/help')).toEqual(['help']);
  });
});

describe('somebody who has left', () => {
  it('is a stranger at the next message', async () => {
    const shahin = harness.colleague('supervisor');
    await shahin.says('/pending');
    await harness.dismiss('supervisor');
    expect(await shahin.says('/pending')).toEqual(['unknown-command']);
  });

  it('is a stranger to the button that was there before', async () => {
    const shahin = harness.colleague('supervisor');
    await shahin.says('/block 310002');
    await harness.dismiss('supervisor');
    expect(await shahin.press('button-staff-yes')).toEqual(['old-button', 'begin-again-any-time']);
    expect((await harness.member('behrouz')).closedFor).toBeNull();
  });
});

describe('a command', () => {
  it.each([
    ['forwarded', { forward_origin: { type: 'user', date: 0 } }, ['staff-forwarded']],
    ['in a group', { chat: { id: -5, type: 'supergroup', title: 'x' } }, []],
    ['through an inline bot', { via_bot: { id: 5, is_bot: true, first_name: 'x' } }, []],
    ['from a channel', { sender_chat: { id: -7, type: 'channel', title: 'x' } }, []],
  ])('%s does nothing', async (_, part, news) => {
    const shahin = harness.colleague('supervisor');
    await shahin.send({ text: '/block 310002', ...part });
    expect(shahin.screen.news()).toEqual(news);
  });

  it('keeps the dialogue that its sender is in', async () => {
    const shahin = harness.colleague('supervisor');
    expect(await shahin.says('/reset', '310002')).toContain('ask-national-id');
    expect(await shahin.says('/member 310003')).toContain('member-title');
    expect(await shahin.says('0020000022')).toContain('code-sent');
  });

  it('is known by its name in any case, and with the bot’s own name', async () => {
    expect(await harness.colleague('operator').says('/WhoAmI@ramzyar_bot')).toEqual(['whoami']);
  });
});

/** Names are as people write them, whatever language a screen is in. */
const withoutNames = (text: string): string =>
  [...cast, ...staffCast]
    .flatMap(({ name }) => [name, maskName(name), ...name.split(' ')])
    .reduce((rest, name) => rest.replaceAll(name, ''), text);

it('every command is played in English without a Persian letter', async () => {
  const parvaneh = harness.colleague('owner');
  await parvaneh.pressData('locale-en');
  const from = parvaneh.screen.messages.length;
  const played = [
    '310002',
    'on Back at noon',
    'off',
    'verify',
    '310002 1',
    '310001 09120000001',
    'role 3 supervisor',
  ];
  for (const { name } of staffCommands) {
    for (const argument of ['', ...played]) {
      if (name !== 'admins' || argument !== '') await parvaneh.says(`/${name} ${argument}`);
    }
  }
  for (const { text } of parvaneh.screen.messages.slice(from)) {
    expect(withoutNames(text)).not.toMatch(/[آ-ی]/);
  }
});

it('whoever has no menu of commands finds their commands on keys, and the others in the menu', async () => {
  const [onTelegram, onBale] = [harness.colleague('operator'), harness.colleague('operator', 'bale')];
  await onTelegram.says('/help');
  await onBale.says('/help');
  expect(onTelegram.screen.buttons()).toEqual([]);
  expect(onBale.screen.buttons()).toEqual(['/help', '/whoami', '/stats', '/sms']);
  const shahin = harness.colleague('supervisor', 'bale');
  await shahin.says('/help');
  expect(shahin.screen.buttons()).toEqual(expect.arrayContaining(['/stats', '/export', '/audit']));
  expect(shahin.screen.buttons()).not.toContain('/admins');
  const menus = (calls: { method: string }[]) => calls.filter(({ method }) => method === 'setMyCommands');
  expect(menus(onTelegram.screen.calls)).toHaveLength(1);
  expect(menus(onBale.screen.calls)).toEqual([]);
});
