import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Attack } from '../attack.js';
import { victim } from '../lab.js';
import { heldUp } from '../people/held-up.js';
import { anotherThan, codesAt } from '../people/visitor.js';
import { seededRandom } from '../../playground/seeded-random.js';
import { resident } from '../town/people.js';
import { recoveriesOf } from '../people/recoveries.js';

const minute = 60_000;
const hour = 60 * minute;
const residents = Array.from({ length: 4 }, (_, at) => resident(60 + at));

/** The machine itself: its clock, its keys, its files, and whoever has got at the rows. */
export const machineAttacks: readonly Attack[] = [
  {
    row: 'C8',
    tries: 'the clock is set back six hours, and the code of before is typed',
    bound: { of: 'recoveries, or members who hear nothing', most: 0 },
    plan: { people: [victim] },
    async plays({ town, chat, newSms }) {
      await chat(1).identifies(victim);
      const code = await chat(1).readsCode(victim.mobile, 0);
      await town.setClocks(town.clock.ahead - 6 * hour);
      const heard = await chat(1).says(code, ['code-expired', 'challenge-over', 'reset-done']);
      const unheard = heard === 'silence' ? 1 : 0;
      return { through: (await recoveriesOf(town)) + unheard, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'C8b',
    tries: 'the clock leaps a year ahead while the member types wrong pairs, and comes back',
    bound: { of: 'members shut out', most: 0 },
    plan: { people: [victim] },
    async plays({ town, ownChat, binds, newSms }) {
      const own = ownChat(victim);
      await binds(own, victim);
      await town.setClocks(town.clock.ahead + 365 * 24 * hour);
      for (let at = 0; at < 6; at += 1)
        await own.identifies({ ...victim, nationalId: resident(70 + at).nationalId });
      const sms = await newSms();
      await town.setClocks(town.clock.ahead);
      const minutes = await heldUp(town, own, victim);
      return { through: minutes === Infinity ? 1 : 0, minutes, sms };
    },
  },
  {
    row: 'C9',
    tries: 'somebody with the rows but no key changes a line of the trail',
    bound: { of: 'changes that the check does not see', most: 0 },
    plan: { people: [victim] },
    async plays({ town, ownChat, staff, newSms }) {
      await ownChat(victim).recovers(victim);
      await town.pass(2 * minute);
      await town.dataSource.query("UPDATE audit SET actor = 'system' WHERE sequence = 2");
      const changed = await staff('supervisor').says('/audit verify');
      await town.emulator.settled(500);
      const seen = staff('supervisor').sees('audit-broken') && !staff('supervisor').sees('audit-sound');
      return { through: seen && changed !== '' ? 0 : 1, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'C10',
    tries: 'the keys are changed by rolling restarts, with members in the middle of it',
    bound: { of: 'members who heard nothing', most: 0 },
    plan: { people: residents },
    async plays({ town, chat, newSms }) {
      const old = town.settings['APP_KEYS'] ?? '';
      const fresh = seededRandom('a newer key').bytes(32).toString('base64');
      let through = 0;
      let next = 0;
      for (const keys of [`${old},${fresh}`, `${fresh},${old}`])
        for (const place of town.products.keys()) {
          const [one, member] = [chat(next), residents[next]!];
          next += 1;
          const before = codesAt(town, member.mobile).length;
          await one.identifies(member);
          const code = await one.readsCode(member.mobile, before);
          await town.restart(place, { APP_KEYS: keys });
          if ((await one.types(code)) !== 'reset-done') through += 1;
        }
      return { through, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'C11',
    tries: 'another account of the machine looks at the files of the embedded database',
    bound: { of: 'files that it can read', most: 0 },
    plan: { people: [victim] },
    async plays({ town, newSms }) {
      const files = readdirSync(town.folder).filter((name) => name.startsWith('ramzyar.db'));
      const open = files.filter((name) => (statSync(join(town.folder, name)).mode & 0o077) !== 0);
      return { through: open.length, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'D27',
    tries: 'everything that the product writes at its most talkative is searched for secrets',
    bound: { of: 'secrets found', most: 0 },
    plan: { people: [victim], settings: { LOG_LEVEL: 'debug' } },
    async plays({ town, ownChat, newSms }) {
      const own = ownChat(victim);
      await own.identifies(victim);
      const code = await own.readsCode(victim.mobile, 0);
      await own.types(anotherThan(code));
      await own.types(code);
      await town.emulator.settled(500);
      const written = town.products.map((one) => one.written()).join('');
      const token = town.emulator.token('telegram');
      const secrets = [victim.nationalId, victim.mobile, victim.mobile.slice(1), `"${code}"`, token];
      const found = secrets.filter((secret) => written.includes(secret)).length;
      return { through: written.length > 1_000 ? found : NaN, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'D28',
    tries: 'the member’s chat is read afterwards by whoever holds their phone',
    bound: { of: 'messages with codes or IDs left in it', most: 0 },
    plan: { people: [victim] },
    async plays({ town, ownChat, newSms }) {
      const own = ownChat(victim);
      await own.recovers(victim);
      await town.emulator.settled(800);
      const left = own.account
        .messages()
        .filter(({ from, text, deleted }) => from === 'person' && !deleted && /\d{5}/.test(text));
      const printed = own.account
        .messages()
        .filter(({ text, deleted }) => !deleted && text.includes(victim.nationalId));
      return { through: left.length + printed.length, minutes: null, sms: await newSms() };
    },
  },
];
