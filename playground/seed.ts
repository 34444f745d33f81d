import type { App } from '../src/app/app.js';
import { addDays } from '../src/calendar/day.js';
import { dayInTehran } from '../src/calendar/tehran.js';
import type { Clock } from '../src/clock.js';
import { makeLocalPortal, type LocalPortal } from '../src/portal/local.js';
import { day } from '../src/durations.js';
import { makePeople, type People } from '../src/people/people.js';
import { platformNames, type PlatformName } from '../src/platforms.js';
import type { Random } from '../src/random.js';
import { defaultPolicy } from '../src/reset/policy.js';
import { staffCast, type CastMember, type StaffCastMember } from './cast.js';

/** scrypt's N for invented passwords, so that nobody waits for a stage to be set. */
export const quickCost = 2 ** 10;

export interface SeedParts {
  app: Pick<App, 'inTransaction' | 'services'>;
  cast: readonly CastMember[];
  /** A portal that stands by itself; the embedded one without it. */
  portal: Pick<LocalPortal, 'openAccount'> | null;
  clock: Clock;
  random: Random;
}

/** Enters the cast with the insurer and at the portal, and staff with us. */
export async function seed({ app, cast, clock, random, ...parts }: SeedParts): Promise<void> {
  const embedded = () => makeLocalPortal({ inTransaction: app.inTransaction, random, cost: quickCost });
  const portal = parts.portal ?? embedded();
  const today = dayInTehran(clock.now());
  await app.inTransaction((tx) => enterStaff(makePeople({ tx, clock: longAgo(clock) })));
  for (const member of cast) {
    await enter(app, member, today);
    if (member.portal === 'missing') continue;
    await portal.openAccount(member.insuredCode, member.nationalId, member.portalPassword ?? undefined);
  }
}

/** So long ago that whoever came then may be a second person now. */
export const longAgo = (clock: Clock): Clock => ({
  now: () => new Date(clock.now().getTime() - 30 * day),
});

/** The staff of the cast, each with an account on every messenger. Their numbers, by role. */
export async function enterStaff(
  people: Pick<People, 'add' | 'addAccount'>,
): Promise<Record<StaffCastMember['role'], number>> {
  const numbers: Partial<Record<StaffCastMember['role'], number>> = {};
  const [first, ...others] = platformNames;
  for (const { role, name, accounts } of staffCast) {
    const on = (platform: PlatformName) => ({ platform, account: String(accounts[platform]) });
    const number = await people.add(on(first), name, role);
    for (const platform of others) await people.addAccount(number, on(platform));
    numbers[role] = number;
  }
  return numbers as Record<StaffCastMember['role'], number>;
}

async function enter(app: SeedParts['app'], member: CastMember, today: string): Promise<void> {
  const { insuredCode, nationalId, mobileOnRecord: mobile, name, used } = member;
  const cover = member.cover && {
    from: addDays(today, member.cover.from),
    to: addDays(today, member.cover.to),
  };
  await app.inTransaction(async (tx) => {
    const { members } = app.services(tx);
    const { memberId, coverageId } = await members.put({ insuredCode, nationalId, mobile, name, cover });
    if (coverageId === null || used === 0) return;
    await members.putQuota({ memberId, coverageId, used, allowance: defaultPolicy.resetsPerPeriod });
  });
}
