import type { Attack } from '../attack.js';
import { victim } from '../lab.js';
import { recoveriesOf } from '../people/recoveries.js';
import { runCommand } from '../process/run-command.js';
import { takeBackup } from '../town/backup.js';

/** A database that is put back as it was while a code was on its way. */
export const restoreAttacks: readonly Attack[] = [
  {
    row: 'D37',
    tries: 'a backup of while the code was on its way is put back, and the code that was used is typed again',
    bound: { of: 'recoveries by it', most: 0 },
    plan: { people: [victim] },
    async plays({ town, ownChat, newSms }) {
      const own = ownChat(victim);
      await own.identifies(victim);
      const code = await own.readsCode(victim.mobile, 0);
      await town.emulator.settled(500);
      const putBack = await takeBackup(town);
      const first = await own.types(code);
      await town.emulator.settled(500);
      await town.stopAll();
      await putBack();
      await runCommand('restored', town.settings);
      for (const place of town.products.keys()) await town.restart(place, {});
      await own.types(code);
      await town.emulator.settled(500);
      const through = await recoveriesOf(town);
      return { through: first === 'reset-done' ? through : NaN, minutes: null, sms: await newSms() };
    },
  },
];
