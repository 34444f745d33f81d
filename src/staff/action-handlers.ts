import type { Member } from '../../entities/member.js';
import type { Keyring } from '../keys/keyring.js';
import type { IdentityChanges } from '../members/identity-changes.js';
import type { Forgetting } from '../members/forget.js';
import type { Members } from '../members/members.js';
import { purses, wrongCodeColumns } from '../reset/purse.js';
import type { StaffOverride } from '../reset/staff-override.js';
import type { Action, ActionOf, ActionHandler, ActionHandlers, Particulars, Snapshot } from './action.js';
import type { Recoveries } from './recoveries.js';
import { makePeopleActions, type PeopleActionParts } from './people-actions.js';
import { makeMaintenanceActions } from './maintenance-actions.js';
import type { Maintenance } from './maintenance.js';
import { makeMuteActions } from './mute-actions.js';
import type { Mutes } from './mutes.js';
import { makeListActions, type ListActionParts } from './list-actions.js';
import { makeSmsAction, type SmsActionParts } from './sms-actions.js';
import type { StaffRequests } from '../requests/requests.js';

export interface ActionHandlerParts extends PeopleActionParts, SmsActionParts, ListActionParts {
  members: Members;
  maintenance: Maintenance;
  mutes: Mutes;
  override: StaffOverride;
  requests: StaffRequests;
  recoveries: Recoveries;
  keyring: Keyring;
  identityChanges: Pick<IdentityChanges, 'note'>;
  forgetting: Forgetting;
}

/** What staff may do, who may do it, and what each of it leaves behind. */
export function makeActionHandlers(parts: ActionHandlerParts): ActionHandlers {
  const { members, override, requests, recoveries, keyring, identityChanges, forgetting } = parts;

  /** An act on a member's way back, looked at and done while the member is held. */
  const onMember = <A extends Extract<Action, { memberId: number }>>(
    rank: Pick<ActionHandler<A>, 'least' | 'twoPersons'>,
    snapshot: (member: Member, action: A) => Snapshot | Promise<Snapshot>,
    work: (member: Member, action: A) => Promise<boolean | Particulars>,
  ): ActionHandler<A> => ({
    ...rank,
    snapshot: async (action) => {
      const member = await members.lockForUpdate(action.memberId);
      return member && snapshot(member, action);
    },
    carryOut: async (action) => {
      const member = await members.lockForUpdate(action.memberId);
      return member !== null && work(member, action);
    },
  });

  const unsettled = async (resetId: string): Promise<Snapshot> =>
    (await recoveries.status(resetId)) ?? { not: 'reset-settled' };

  return {
    ...makePeopleActions(parts),
    ...makeMaintenanceActions(parts),
    ...makeMuteActions(parts),
    ...makeSmsAction(parts),
    ...makeListActions(parts),
    unlock: onMember(alone('operator'), locksOf, async (member) => (await override.unlock(member)) ?? false),
    block: onMember(alone('supervisor'), whereOpen, (member) => override.block(member)),
    unblock: onMember(
      alone('supervisor'),
      ({ closedFor }) => closedFor,
      (member) => override.unblock(member),
    ),
    'clear-mobile': onMember(
      both,
      ({ mobileIndex }) => mobileIndex,
      async (member) => {
        const replaced = members.mobileOf(member);
        if (replaced === null) return false;
        // Before the chats that the number proved end with it: they are to be told, and may say that it was not them.
        await identityChanges.note([{ memberId: member.id, what: 'mobile-cleared', replaced }], false);
        if (!(await override.forgetMobile(member))) throw new Error('a held member has changed');
        await requests.close(member.id, 'clear-mobile', 'granted');
        return true;
      },
    ),
    'first-mobile': onMember(
      both,
      ({ mobile }) => (mobile === null ? 'none' : { not: 'has-mobile' }),
      async (member, { sealed }) => {
        const number = keyring.decrypt('mobile', sealed);
        if (!(await members.registerMobile(member, number, 'typed'))) return false;
        await identityChanges.note([{ memberId: member.id, what: 'mobile-first', replaced: null }], false);
        await requests.close(member.id, 'first-mobile', 'granted');
        return true;
      },
    ),
    erase: onMember(
      { least: 'owner', twoPersons: true },
      async (member) => ((await forgetting.obstacle(member)) === null ? 'over' : null),
      (member) => forgetting.forget(member),
    ),
    grant: onMember(
      both,
      async (_, { coverageId }) => String((await override.quota(coverageId)).allowance),
      async (member, { coverageId, more }) => {
        const { allowance } = await override.quota(coverageId);
        return override.raiseAllowance(member, coverageId, allowance, more);
      },
    ),
    'end-chat': onMember(
      alone('supervisor'),
      async (member, { bond }) => {
        const bound = await override.boundChats(member);
        return bound.some(({ id }) => id === bond) ? 'bound' : null;
      },
      (member, { bond }) => override.endChat(member, bond),
    ),
    'mark-done': onMember<ActionOf<'mark-done'>>(
      alone('supervisor'),
      (_, { resetId }) => unsettled(resetId),
      (_, { resetId }) => override.markDone(resetId),
    ),
    'give-back': onMember<ActionOf<'give-back'>>(
      alone('supervisor'),
      (_, { resetId }) => unsettled(resetId),
      (_, { resetId }) => override.giveBack(resetId),
    ),
    'account-made': onMember(
      alone('supervisor'),
      async (_, { requestId }) => ((await requests.byId(requestId))?.state === 'open' ? 'open' : notOpen),
      (_, { requestId }) => requests.grant(requestId),
    ),
    'refuse-request': onMember(
      alone('supervisor'),
      async (_, { requestId }) => ((await requests.byId(requestId))?.state === 'open' ? 'open' : notOpen),
      (_, { requestId }) => requests.refuse(requestId),
    ),
  };
}

const notOpen = { not: 'request-closed' } as const;
const alone = <R extends ActionHandler<never>['least']>(least: R) => ({ least, twoPersons: false });
const both = { least: 'supervisor', twoPersons: true } as const;

/** As the locks are: wrong pairs and sends leave no mark on the member. */
const locksOf = (member: Member): string =>
  purses
    .flatMap((purse) => Object.values(wrongCodeColumns[purse]).map((column) => member[column]))
    .map((value) => (value instanceof Date ? value.getTime() : value))
    .join('/');

/** What staff or the member closed is closed already. */
const whereOpen = ({ closedFor }: Member): string | null => (closedFor === null ? 'open' : null);
