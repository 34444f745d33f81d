import type { Attack } from '../attack.js';
import { changesPassword, victim } from '../lab.js';
import { label } from '../people/visitor.js';
import { resident } from '../town/people.js';

const minute = 60_000;
const puppet = 555;

/** One of staff, alone. */
export const insiderAttacks: readonly Attack[] = [
  {
    row: 'A3',
    tries: 'an owner lets in, raises and links accounts of their own',
    bound: { of: 'accounts that got a rank', most: 0 },
    async plays({ town, staff, account, newSms }) {
      const owner = staff('owner');
      await owner.does(`/admins add telegram:${8_000_000 + puppet} supervisor پروین`);
      await owner.does(`/admins link 2 telegram:${8_000_000 + puppet + 1}`);
      await owner.does('/admins role 3 supervisor');
      const [row] = await town.dataSource.query<{ count: number }[]>(
        `SELECT COUNT(*) AS count FROM staff_accounts WHERE account IN ('${8_000_000 + puppet}', '${8_000_000 + puppet + 1}')`,
      );
      account(puppet);
      return { through: Number(row?.count), minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'A4',
    tries: 'a chat in which a relative once helped goes on listening after staff have ended it',
    bound: { of: 'news that it hears', most: 0 },
    plan: { people: [victim] },
    async plays({ town, staff, chat, ownChat, binds, newSms }) {
      const relative = chat(1);
      await binds(relative, victim);
      const shahin = staff('supervisor');
      await shahin.says(`/chats ${victim.insuredCode}`);
      await shahin.presses('end-chat');
      await shahin.presses('staff-yes');
      await relative.account.settled(200);
      const before = relative.account.messages().length;
      await ownChat(victim).recovers(victim);
      await town.emulator.settled(500);
      return { through: relative.account.messages().length - before, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'A5',
    tries: 'staff close the way before the member can say “not me”, so that nobody hears of it',
    bound: { of: 'reports that reached nobody', most: 0 },
    plan: { people: [victim] },
    async plays({ town, staff, chat, ownChat, binds, newSms }) {
      const own = ownChat(victim);
      await binds(own, victim);
      await chat(1).recovers(victim);
      await town.emulator.settled(400);
      staff('owner').account.say('/help');
      await staff('supervisor').does(`/block ${victim.insuredCode}`);
      own.account.press(label('not-me'));
      await town.emulator.settled(600);
      return { through: staff('owner').sees('alert-not-me') ? 0 : 1, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'A7',
    tries: 'an owner alone has a member forgotten',
    bound: { of: 'members forgotten', most: 0 },
    plan: { people: [victim] },
    async plays({ town, staff, ownChat, newSms }) {
      await staff('owner').does(`/erase ${victim.insuredCode}`);
      await town.pass(minute);
      const heard = await ownChat(victim).identifies(victim);
      return { through: heard === 'code-sent' ? 0 : 1, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'A7b',
    tries: 'somebody who has left and was forgotten by two is still known',
    bound: { of: 'members still known', most: 0 },
    plan: { people: [resident(1, { isCovered: false })] },
    async plays({ town, staff, ownChat, newSms }) {
      await staff('supervisor').says('/help');
      await staff('owner').does(`/erase ${victim.insuredCode}`);
      await staff('supervisor').presses('approve');
      await town.emulator.settled(500);
      await changesPassword(town, victim);
      const heard = await ownChat(victim).tries(victim);
      return { through: heard === 'no-match' ? 0 : 1, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'A8',
    tries: 'the portal has no account of a member, and nobody is told',
    bound: { of: 'requests that staff do not see', most: 0 },
    plan: { people: [resident(1, { portal: 'missing' })] },
    async plays({ town, staff, ownChat, newSms }) {
      const heard = await ownChat(victim).identifies(victim);
      await town.emulator.settled(300);
      const pending = await staff('supervisor').says('/pending');
      const isThere = heard === 'account-missing' && pending.includes(victim.insuredCode);
      return { through: isThere ? 0 : 1, minutes: null, sms: await newSms() };
    },
  },
];
