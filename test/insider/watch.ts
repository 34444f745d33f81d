import type { Hands } from './hands.js';
import { see } from './seen.js';
import { watchIdentities } from './watch-identities.js';
import { watchLeavers } from './watch-leavers.js';
import { watchRecoveries } from './watch-recoveries.js';
import { watchStaff } from './watch-staff.js';
import { victims, type World } from './world.js';

/** What an onlooker outside the product remembers, and what may never happen. */
export type Watch = Awaited<ReturnType<typeof watch>>;

export async function watch(world: World) {
  let lastCode = 0;
  const first = await see(world, lastCode);
  const [identities, recoveries] = [watchIdentities(world, first), watchRecoveries(world, first)];
  const [leavers, staff] = [watchLeavers(world, first), watchStaff(world)];
  await staff.begin();
  return {
    /** Looks after something was done by these hands. */
    async look(what: string, hands: Hands): Promise<void> {
      await staff.look(what, hands);
      for (const victim of await leavers.look(what, hands)) {
        const anew = await see(world, lastCode);
        identities.begin(anew, victim);
        recoveries.begin(anew, victim);
      }
      const now = await see(world, lastCode);
      lastCode = Math.max(lastCode, ...now.codes.map(({ id }) => id));
      identities.codes(now, what);
      for (const victim of victims) {
        if (leavers.isGone(victim)) continue;
        leavers.days(now, victim, hands);
        identities.look(now, victim, hands, what);
        recoveries.look(now, victim, hands, what);
      }
    },
  };
}
