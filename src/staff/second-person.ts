import { makeReference } from '../reference.js';
import { memberOf, type Act } from './action.js';
import type { ActBench, Acts, Answered } from './actions.js';
import type { StaffMember } from '../people/people.js';
import { atLeast } from '../people/role.js';
import { trailOf } from './trail-of.js';

/** What one person may not do alone. */
export interface SecondPerson extends Pick<Acts, 'consult' | 'decided'> {
  /** Writes the act down and tells everybody else who may agree to it. */
  request(by: StaffMember, act: Act, leaves: string): Promise<Answered>;
  /** Agrees or refuses. The act is done here, in the transaction of whoever agrees. */
  decide(by: StaffMember, approvalId: number, yes: boolean): Promise<Answered>;
}

/** How long an act waits for a second person. */
const approvalLifeMs = 24 * 3_600_000;

const mayApprove = 'supervisor';

export function makeSecondPerson(bench: ActBench): SecondPerson {
  const { store, people, chats, clock, random, token } = bench;
  const now = (): Date => clock.now();
  return {
    request: async (by, act, leaves) => {
      if ((await people.countOthers(mayApprove, by.personId)) === 0) return { kind: 'no-second-person' };
      const [reference, createdAt] = [makeReference(random), now()];
      const expiresAt = new Date(createdAt.getTime() + approvalLifeMs);
      const row = { reference, askedBy: by.personId, act: JSON.stringify(act), leaves, createdAt, expiresAt };
      const approvalId = await store.openApproval(row);
      for (const chatKey of await people.chatsOf(mayApprove, by.personId)) {
        await chats.tell(chatKey, { kind: 'staff-approval', approvalId }, `ask:${approvalId}:${chatKey}`);
      }
      await note(bench, 'approval-asked', by, act, reference);
      return { kind: 'approval-sent', reference, until: expiresAt.getTime() };
    },

    consult: async (by, approvalId) => {
      const approval = await store.approval(approvalId);
      const open = approval?.state === 'open' && approval.expiresAt > now();
      if (!open || approval.askedBy === by.personId || !atLeast(by.role, mayApprove)) return null;
      const { act, leaves, reference, expiresAt } = approval;
      const { personId, chatKey } = by;
      const question = { token: token(), personId, chatKey, act, leaves, approvalId, expiresAt };
      await store.ask(question);
      const name = (await people.nameOf(approval.askedBy)) ?? '';
      return {
        token: question.token,
        act: JSON.parse(act) as Act,
        name,
        reference,
        until: expiresAt.getTime(),
      };
    },

    decide: async (by, approvalId, yes) => {
      const approval = await store.approval(approvalId);
      if (!approval) return { kind: 'approval-over' };
      const { reference, askedBy } = approval;
      const act = JSON.parse(approval.act) as Act;
      if (!atLeast(by.role, mayApprove)) {
        await note(bench, 'staff-not-allowed', by, act, reference);
        return { kind: 'staff-not-allowed' };
      }
      const state = yes ? 'approved' : 'refused';
      if (!(await store.decide(approvalId, by.personId, state, now()))) return { kind: 'approval-over' };
      for (const chatKey of await people.chatsOfPerson(askedBy)) {
        await chats.tell(chatKey, { kind: 'staff-decided', approvalId }, `said:${approvalId}:${chatKey}`);
      }
      await note(bench, yes ? 'approval-given' : 'approval-refused', by, act, reference);
      if (!yes) return { kind: 'approval-refused', reference };
      if (await carryOut(bench, approval.leaves, act, askedBy, by)) return { kind: 'did', act };
      await store.overtake(approvalId);
      return { kind: 'act-overtaken' };
    },

    decided: async (approvalId) => {
      const approval = await store.approval(approvalId);
      return approval && { ...approval, act: JSON.parse(approval.act) as Act };
    },
  };
}

/** Done on behalf of whoever asked, as long as they still may ask for it, and the world is the one they asked in. */
async function carryOut(
  { people, deedOf, audit }: ActBench,
  leaves: string,
  act: Act,
  askedBy: number,
  by: StaffMember,
): Promise<boolean> {
  const asker = await people.byId(askedBy);
  const deed = deedOf(act);
  if (!asker || !atLeast(asker.role, deed.least)) return false;
  if ((await deed.leaves(act)) !== leaves || !(await deed.carryOut(act, by.personId))) return false;
  const line = trailOf(act, by);
  const detail = { ...line.detail, role: asker.role, approvedBy: by.personId };
  await audit.write({ ...line, actor: `staff:${askedBy}`, detail });
  return true;
}

type Step = 'approval-asked' | 'approval-given' | 'approval-refused' | 'staff-not-allowed';

function note({ audit }: ActBench, reason: Step, by: StaffMember, act: Act, reference: string) {
  const { actor, detail } = trailOf(act, by);
  return audit.write({
    reason,
    actor,
    memberId: memberOf(act),
    reference,
    detail: { ...detail, act: act.kind },
  });
}
