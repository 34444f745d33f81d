import { In, MoreThan } from 'typeorm';
import { expect } from 'vitest';
import { Coverage } from '../../entities/coverage.js';
import { IdentityNotice } from '../../entities/identity-notice.js';
import { Member } from '../../entities/member.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { addDays, daysBetween, type Day } from '../../src/calendar/day.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import { readPayload } from '../../src/outbox/outbox.js';
import type { CodeOrder } from '../../src/reset/ports.js';
import { victims, type Hands, type Victim, type World } from './world.js';

/** What a member is known by, as an onlooker saw it come about. */
interface Known {
  number: string | null;
  nationalId: string;
  /** When others last changed the number; null: nobody ever did. */
  changedAt: number | null;
  notices: number;
}

/** What an onlooker outside the product remembers, and what may never happen. */
export type Watch = Awaited<ReturnType<typeof watch>>;

export async function watch(world: World) {
  const { manager, keyring, clock, ids, policy } = world;
  const memberIds = victims.map((victim) => ids[victim]);
  const known = new Map<Victim, Known>();
  const allowances = new Map<number, number>();
  const claims = new Map<Victim, Map<Day, number>>(victims.map((victim) => [victim, new Map()]));
  const lastPeriods = new Map<Victim, string>();
  let lastCode = 0;

  const looked = async () => {
    const where = { memberId: In(memberIds) };
    return {
      members: await manager.findBy(Member, { id: In(memberIds) }),
      periods: await manager.find(Coverage, { where, order: { startsOn: 'ASC' } }),
      quotas: await manager.findBy(ResetQuota, where),
      resets: await manager.findBy(PasswordReset, where),
      notices: await manager.findBy(IdentityNotice, where),
      codes: await manager.findBy(OutboxEntry, { kind: 'sms-code', id: MoreThan(lastCode) }),
    };
  };
  type Looked = Awaited<ReturnType<typeof looked>>;

  const identityOf = ({ members }: Looked, victim: Victim) => {
    const { mobile, nationalId } = members.find(({ id }) => id === ids[victim])!;
    return {
      number: mobile && keyring.decrypt('mobile', mobile),
      nationalId: keyring.decrypt('national-id', nationalId),
    };
  };
  const noticesOf = ({ notices }: Looked, victim: Victim) =>
    notices.filter(({ memberId }) => memberId === ids[victim]);

  /** Whom a member is known by is changed by themselves or by two, and then whoever had the number is to be told. */
  function identitiesHold(now: Looked, victim: Victim, hands: Hands, what: string): void {
    const [before, is] = [known.get(victim)!, identityOf(now, victim)];
    if (before.number === is.number && before.nationalId === is.nationalId) return;
    const said = `${what} changed what ${victim} is known by, with the hands of ${[...hands].join()}`;
    expect(hands.size >= 2 || hands.has('member'), said).toBe(true);
    const notices = noticesOf(now, victim).length;
    const replaced = before.number !== null && before.number !== is.number;
    if (replaced) expect(notices, `${what}: whoever had the number is told`).toBeGreaterThan(before.notices);
    const byOthers = before.number !== is.number && !hands.has('member');
    const changedAt = byOthers ? clock.now().getTime() : before.changedAt;
    known.set(victim, { ...is, changedAt, notices });
  }

  /** No code goes where it should not, nor before everybody was told and had their time. */
  function codesHold(now: Looked, what: string): void {
    for (const row of now.codes) {
      lastCode = Math.max(lastCode, row.id);
      const { to, challengeId } = readPayload(keyring, row) as CodeOrder;
      const victim = world.challenges.find(({ id }) => id === challengeId)!.victim;
      const { number, changedAt } = known.get(victim)!;
      if (number !== null) expect(to, `${what}: the number on record`).toBe(number);
      if (changedAt === null) continue;
      const told = noticesOf(now, victim).map(({ toldAt }) => toldAt?.getTime() ?? Infinity);
      const rested = clock.now().getTime() - Math.max(changedAt, ...told);
      expect(rested, `${what}: a code to a number that rests`).toBeGreaterThanOrEqual(policy.numberCoolOffMs);
    }
  }

  /** A day that one count has governed is governed by no other, and no allowance grows, unless two have agreed. */
  function recoveriesHold(now: Looked, victim: Victim, hands: Hands, what: string): void {
    const own = ({ memberId }: { memberId: number }): boolean => memberId === ids[victim];
    const today = dayInTehran(clock.now());
    const periods = now.periods.filter(own);
    periods.forEach(({ startsOn }, at) => {
      if (at > 0) expect(startsOn > periods[at - 1]!.endsOn, `${what}: periods overlap`).toBe(true);
    });
    const claimed = claims.get(victim)!;
    const written = JSON.stringify(periods);
    if (hands.size > 1 && written !== lastPeriods.get(victim)) claimed.clear();
    lastPeriods.set(victim, written);
    const inForce = periods.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
    if (inForce) {
      const { id, endsOn } = inForce;
      expect(claimed.get(today) ?? id, `${what}: today has another count for ${victim}`).toBe(id);
      if (claimed.get(endsOn) !== id)
        for (let left = daysBetween(today, endsOn); left >= 0; left -= 1) {
          const on = addDays(today, left);
          if (!claimed.has(on)) claimed.set(on, id);
        }
    }
    for (const { coverageId, allowance, used } of now.quotas.filter(own)) {
      const before = allowances.get(coverageId) ?? policy.resetsPerPeriod;
      if (hands.size < 2)
        expect(allowance, `${what}: ${victim} was granted more`).toBeLessThanOrEqual(before);
      allowances.set(coverageId, allowance);
      expect(used).toBeLessThanOrEqual(allowance);
      const taken = now.resets.filter((one) => one.coverageId === coverageId && one.state !== 'given-back');
      expect(taken.length).toBeLessThanOrEqual(used);
    }
  }

  const first = await looked();
  for (const victim of victims) {
    known.set(victim, { ...identityOf(first, victim), changedAt: null, notices: 0 });
    recoveriesHold(first, victim, new Set(), 'the beginning');
  }
  return {
    /** Looks after something was done by these hands. */
    async look(what: string, hands: Hands): Promise<void> {
      const now = await looked();
      codesHold(now, what);
      for (const victim of victims) {
        identitiesHold(now, victim, hands, what);
        recoveriesHold(now, victim, hands, what);
      }
    },
  };
}
