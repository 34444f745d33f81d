import type { Attack } from '../attack.js';
import { bystander, victim } from '../lab.js';
import { codesAt } from '../people/visitor.js';
import { resident } from '../town/people.js';
import { recoveriesOf } from '../people/recoveries.js';

const numberless = resident(4, { onRecord: false });

/** What is sent where something else was asked, and by somebody else than was asked. */
export const oddAttacks: readonly Attack[] = [
  {
    row: 'D15',
    tries: 'steps are skipped: codes, stickers, edits, old buttons and deep links at every step',
    bound: { of: 'recoveries or SMS before the pair', most: 0 },
    plan: { people: [victim] },
    async plays({ town, chat, newSms }) {
      const one = chat(1);
      for (const text of ['12345', '', victim.nationalId, 'reset:1', '/start reset']) one.account.say(text);
      await one.begins();
      one.account.sendSticker();
      one.account.sendVoice();
      one.account.editMessage(one.account.say('؟').id, '12345');
      await one.says(victim.insuredCode, ['ask-national-id']);
      for (const text of ['12345', '/start reset', '/cancel', '12345']) one.account.say(text);
      await town.emulator.settled(500);
      const sms = await newSms();
      return { through: sms + (await recoveriesOf(town)), minutes: null, sms };
    },
  },
  {
    row: 'D25',
    tries: 'cards of others, forwarded ones and such that name nobody, where only an own card counts',
    bound: { of: 'codes to numbers that are not theirs', most: 0 },
    plan: { people: [numberless], settings: { FIRST_MOBILE: 'contact' } },
    async plays({ town, chat, newSms }) {
      const one = chat(1);
      const others = '09352222222';
      await one.identifies(numberless);
      one.account.shareContact({ phone: others, userId: 42 });
      one.account.shareContact({ phone: others, userId: null });
      one.account.shareContact({ phone: others, userId: 0 });
      await town.emulator.settled(300);
      await one.identifies(numberless);
      one.account.shareContact({ forwarded: true });
      one.account.shareContact({ userId: null });
      one.account.say(others);
      await town.emulator.settled(400);
      const own = codesAt(town, one.account.person.phone ?? '').length;
      return { through: codesAt(town, others).length + own, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'D34',
    tries: 'a stranger writes staff’s commands, and an operator those of a supervisor',
    bound: { of: 'answers that tell anything, or acts', most: 0 },
    plan: { people: [victim, bystander] },
    async plays({ town, chat, staff, newSms }) {
      const one = chat(1).account;
      const commands = [
        `/member ${victim.insuredCode}`,
        `/block ${victim.insuredCode}`,
        '/export',
        '/admins',
        '/import',
      ];
      for (const command of commands) {
        one.say(command);
        await town.emulator.settled(150);
        await town.pass(61_000);
      }
      const told = one
        .messages()
        .filter(({ from, text }) => from === 'bot' && text.includes(victim.insuredCode));
      const mina = staff('operator');
      await mina.does(`/block ${victim.insuredCode}`);
      await mina.does(`/grant ${victim.insuredCode} 3`);
      const isOpen = (await chat(2).identifies(victim)) === 'code-sent';
      return { through: told.length + (isOpen ? 0 : 1), minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'D31',
    tries: 'the pair, and “this number is no longer mine”',
    bound: { of: 'numbers changed or codes sent elsewhere', most: 0 },
    plan: { people: [victim] },
    async plays({ town, chat, newSms }) {
      const one = chat(1);
      await one.identifies(victim);
      await one.presses('number-not-mine', ['number-not-mine']);
      await one.presses('report-number', ['number-reported']);
      one.account.say(one.account.person.phone ?? '');
      await town.emulator.settled(300);
      const sent = await newSms();
      const through = codesAt(town, one.account.person.phone ?? '').length;
      return { through, minutes: null, sms: sent };
    },
  },
];
