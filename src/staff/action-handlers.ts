import type { Member } from '../../entities/member.js';
import type { Keyring } from '../keys/keyring.js';
import type { Members } from '../members/members.js';
import type { Overrule } from '../reset/staff-override.js';
import type { Act, ActOf, Deed, Deeds } from './action.js';
import type { ResetBook } from './reset-queries.js';
import { makeHouseDeeds, type HouseDeedParts } from './maintenance-actions.js';
import { makeListDeeds, type ListDeedParts } from './list-actions.js';
import { makeSmsDeed, type SmsDeedParts } from './sms-actions.js';
import type { StaffRequests } from '../requests/requests.js';

export interface DeedParts extends HouseDeedParts, SmsDeedParts, ListDeedParts {
  members: Members;
  overrule: Overrule;
  requests: StaffRequests;
  resets: ResetBook;
  keyring: Keyring;
}

/** What staff may do, who may do it, and what each of it leaves behind. */
export function makeDeeds(parts: DeedParts): Deeds {
  const { members, overrule, requests, resets, keyring } = parts;

  /** An act on a member's way back, looked at and done while the member is held. */
  const onMember = <A extends Extract<Act, { memberId: number }>>(
    rank: Pick<Deed<A>, 'least' | 'twoPersons'>,
    leaves: (member: Member, act: A) => string | null | Promise<string | null>,
    work: (member: Member, act: A) => Promise<boolean>,
  ): Deed<A> => ({
    ...rank,
    leaves: async (act) => {
      const member = await members.hold(act.memberId);
      return member && leaves(member, act);
    },
    carryOut: async (act) => {
      const member = await members.hold(act.memberId);
      return member !== null && work(member, act);
    },
  });

  return {
    ...makeHouseDeeds(parts),
    ...makeSmsDeed(parts),
    ...makeListDeeds(parts),
    unlock: onMember(alone('operator'), locksOf, (member) => overrule.unlock(member)),
    block: onMember(alone('supervisor'), whereOpen, (member) => overrule.block(member)),
    unblock: onMember(
      alone('supervisor'),
      ({ closedFor }) => closedFor,
      (member) => overrule.unblock(member),
    ),
    'clear-mobile': onMember(
      both,
      ({ mobileIndex }) => mobileIndex,
      async (member) => {
        if (!(await overrule.forgetMobile(member))) return false;
        await requests.settle(member.id, 'clear-mobile', 'granted');
        return true;
      },
    ),
    'first-mobile': onMember(
      both,
      ({ mobile }) => (mobile === null ? 'none' : null),
      async (member, { sealed }) => {
        const number = keyring.open('mobile', sealed);
        if (!(await members.registerMobile(member, number, 'typed'))) return false;
        await requests.settle(member.id, 'first-mobile', 'granted');
        return true;
      },
    ),
    grant: onMember(
      both,
      async (_, { coverageId }) => String((await overrule.tally(coverageId)).allowance),
      async (member, { coverageId, more }) => {
        const { allowance } = await overrule.tally(coverageId);
        return overrule.raiseAllowance(member, coverageId, allowance, more);
      },
    ),
    'mark-done': onMember<ActOf<'mark-done'>>(
      alone('supervisor'),
      (_, { resetId }) => resets.standing(resetId),
      (_, { resetId }) => overrule.markDone(resetId),
    ),
    'give-back': onMember<ActOf<'give-back'>>(
      alone('supervisor'),
      (_, { resetId }) => resets.standing(resetId),
      (_, { resetId }) => overrule.giveBack(resetId),
    ),
    'refuse-request': onMember(
      alone('supervisor'),
      async (_, { requestId }) => ((await requests.byId(requestId))?.state === 'open' ? 'open' : null),
      (_, { requestId }) => requests.refuse(requestId),
    ),
  };
}

const alone = <R extends Deed<never>['least']>(least: R) => ({ least, twoPersons: false });
const both = { least: 'supervisor', twoPersons: true } as const;

/** Whether there is anything to lift or not: wrong pairs leave no mark on the member. */
const locksOf = ({ closedFor, lockedUntil, locks, wrongCodesInRow }: Member): string =>
  [closedFor, lockedUntil?.getTime(), locks, wrongCodesInRow].join('/');

/** A second lock may be made a block; what staff or the member closed is closed already. */
const whereOpen = ({ closedFor }: Member): string | null =>
  closedFor === null || closedFor === 'second-lock' ? String(closedFor) : null;
