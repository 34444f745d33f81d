import type { StaffApproval } from '../../entities/staff-approval.js';
import { makeReference } from '../reference.js';
import { memberOf, readAction, type Action } from './action.js';
import type { ActionDeps, Actions, Answered } from './actions.js';
import type { StaffMember } from '../people/people.js';
import { atLeast } from '../people/role.js';
import { approvalLifeMs, isOfTheFuture } from './life.js';
import { trailOf } from './trail-of.js';

/** What one person may not do alone. */
export interface SecondPerson extends Pick<Actions, 'consult' | 'decided'> {
  /** Writes the act down and tells everybody else who may agree to it. */
  request(by: StaffMember, action: Action, snapshot: string): Promise<Answered>;
  /** Agrees or refuses. The act is done here, in the transaction of whoever agrees. */
  decide(by: StaffMember, approvalId: number, yes: boolean): Promise<Answered>;
}

const mayApprove = 'supervisor';

export function makeSecondPerson(deps: ActionDeps): SecondPerson {
  const { store, people, secondPersons, chats, clock, random, token } = deps;
  const now = (): Date => clock.now();
  const isOpen = ({ expiresAt }: StaffApproval): boolean =>
    expiresAt > now() && !isOfTheFuture(expiresAt, approvalLifeMs, now());
  const tooNew = (by: StaffMember): Answered => ({
    kind: 'two-persons-too-new',
    from: secondPersons.from(by) ?? Infinity,
  });
  return {
    request: async (by, action, snapshot) => {
      const chatsBeside = await secondPersons.chatsBeside(by.personId);
      const next = await secondPersons.nextBeside(by.personId);
      if (next === null) return { kind: 'no-second-person' };
      if (next > now().getTime()) return { kind: 'no-second-person-yet', from: next };
      if (!secondPersons.isOne(by)) return tooNew(by);
      const [reference, createdAt] = [makeReference(random), now()];
      const expiresAt = new Date(createdAt.getTime() + approvalLifeMs);
      const row = {
        reference,
        askedBy: by.personId,
        action: JSON.stringify(action),
        snapshot,
        createdAt,
        expiresAt,
      };
      const approvalId = await store.openApproval(row);
      for (const chatKey of chatsBeside) {
        await chats.tell(chatKey, { kind: 'staff-approval', approvalId }, `ask:${approvalId}:${chatKey}`);
      }
      await note(deps, 'approval-asked', by, action, reference);
      return { kind: 'approval-sent', reference, until: expiresAt.getTime() };
    },

    consult: async (by, approvalId) => {
      const approval = await store.approval(approvalId);
      const open = approval?.state === 'open' && isOpen(approval);
      if (!open || approval.askedBy === by.personId || !secondPersons.isOne(by)) return null;
      const { action, snapshot, reference, expiresAt } = approval;
      const { personId, chatKey } = by;
      const question = { token: token(), personId, chatKey, action, snapshot, approvalId, expiresAt };
      await store.ask(question);
      const name = (await people.nameOf(approval.askedBy)) ?? '';
      return {
        token: question.token,
        action: readAction(action),
        name,
        reference,
        until: expiresAt.getTime(),
      };
    },

    decide: async (by, approvalId, yes) => {
      const approval = await store.approval(approvalId);
      if (!approval || !isOpen(approval)) return { kind: 'approval-over' };
      const { reference, askedBy } = approval;
      const action = readAction(approval.action);
      if (!atLeast(by.role, mayApprove)) {
        await note(deps, 'staff-not-allowed', by, action, reference);
        return { kind: 'staff-not-allowed' };
      }
      if (!secondPersons.isOne(by)) return tooNew(by);
      const state = yes ? 'approved' : 'refused';
      if (!(await store.decide(approvalId, by.personId, state, now()))) return { kind: 'approval-over' };
      for (const chatKey of await people.chatsOfPerson(askedBy)) {
        await chats.tell(chatKey, { kind: 'staff-decided', approvalId }, `said:${approvalId}:${chatKey}`);
      }
      await note(deps, yes ? 'approval-given' : 'approval-refused', by, action, reference);
      if (!yes) return { kind: 'approval-refused', reference };
      if (await carryOut(deps, approval.snapshot, action, askedBy, by)) return { kind: 'did', action };
      await store.overtake(approvalId);
      return { kind: 'act-overtaken' };
    },

    decided: async (approvalId) => {
      const approval = await store.approval(approvalId);
      return approval && { ...approval, action: readAction(approval.action) };
    },
  };
}

/** Done on behalf of whoever asked, as long as they still may ask for it, and the world is the one they asked in. */
async function carryOut(
  { people, secondPersons, handlerOf, audit }: ActionDeps,
  snapshot: string,
  action: Action,
  askedBy: number,
  by: StaffMember,
): Promise<boolean> {
  const asker = await people.byId(askedBy);
  const handler = handlerOf(action);
  if (!asker || !atLeast(asker.role, handler.least) || !secondPersons.isOne(asker)) return false;
  const hands = { askedBy, agreed: by.personId };
  if ((await handler.snapshot(action)) !== snapshot || !(await handler.carryOut(action, hands))) return false;
  const line = trailOf(action, by);
  const detail = { ...line.detail, role: asker.role, approvedBy: by.personId };
  await audit.write({ ...line, actor: `staff:${askedBy}`, detail });
  return true;
}

type Step = 'approval-asked' | 'approval-given' | 'approval-refused' | 'staff-not-allowed';

function note({ audit }: ActionDeps, reason: Step, by: StaffMember, action: Action, reference: string) {
  const { actor, detail } = trailOf(action, by);
  return audit.write({
    reason,
    actor,
    memberId: memberOf(action),
    reference,
    detail: { ...detail, act: action.kind },
  });
}
