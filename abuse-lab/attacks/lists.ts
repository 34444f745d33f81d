import { addDays } from '../../src/calendar/day.js';
import type { Attack } from '../attack.js';
import { bystander, victim } from '../lab.js';
import { recoveriesOf } from '../people/recoveries.js';
import { codesAt } from '../people/visitor.js';
import { coverOf, resident } from '../town/people.js';

const usedUp = resident(1, { used: 5 });
const numberless = resident(4, { onRecord: false });

/** A supervisor with a list of members. */
export const listAttacks: readonly Attack[] = [
  {
    row: 'A1',
    tries: 'a supervisor imports other days of cover for somebody who has used all five',
    bound: { of: 'sixth recoveries', most: 0 },
    plan: { people: [usedUp] },
    async plays({ town, staff, chat, newSms }) {
      const { from, to } = coverOf(town.clock);
      const shahin = staff('supervisor');
      for (const days of [1, -1, 30])
        await shahin.imports([{ ...victim, mobile: '', from: addDays(from, days) }]);
      await shahin.imports([{ ...victim, mobile: '', from: addDays(to, -300), to: addDays(to, 100) }]);
      await chat(1).tries(victim);
      return { through: await recoveriesOf(town), minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'A2',
    tries: 'a supervisor imports another number, a first number and another national ID, a row a list',
    bound: { of: 'codes to numbers of the supervisor', most: 0 },
    plan: { people: [victim, numberless, bystander] },
    async plays({ town, staff, chat, newSms }) {
      const shahin = staff('supervisor');
      const own = '09351111111';
      for (const row of [victim, numberless, { ...bystander, nationalId: resident(9).nationalId }])
        await shahin.imports([{ ...row, mobile: own }]);
      // A changed number would be left alone for a day.
      await town.pass(25 * 3_600_000);
      await newSms();
      for (const [at, one] of [
        victim,
        numberless,
        { ...bystander, nationalId: resident(9).nationalId },
      ].entries())
        await chat(at).identifies(one);
      return { through: codesAt(town, own).length, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'A6',
    tries: 'a newcomer is looked at, so that taking their list back leaves them there',
    bound: { of: 'newcomers left', most: 0 },
    async plays({ town, staff, chat, newSms }) {
      const shahin = staff('supervisor');
      const { insuredCode, nationalId, mobile } = resident(50);
      await shahin.imports([{ insuredCode, nationalId, mobile }]);
      await town.emulator.settled(800);
      await shahin.says(`/member ${insuredCode}`);
      await staff('owner').says('/help');
      await shahin.presses('import-undo');
      await shahin.presses('staff-yes');
      await staff('owner').presses('approve');
      await town.emulator.settled(800);
      const heard = await chat(1).identifies({ insuredCode, nationalId });
      return { through: heard === 'no-match' ? 0 : 1, minutes: null, sms: await newSms() };
    },
  },
];
