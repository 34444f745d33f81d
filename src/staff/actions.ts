import type { StaffApproval } from '../../entities/staff-approval.js';
import type { AuditReason } from '../audit/vocabulary.js';
import { memberOf, type Act, type Deed, type Deeds } from './action.js';
import type { ActStore } from './action-store.js';
import type { People, StaffMember } from '../people/people.js';
import { atLeast } from '../people/role.js';
import type { StaffParts } from './services.js';
import { makeSecondPerson } from './second-person.js';
import { trailOf } from './trail-of.js';

/** A question to staff, with the token of its one-use button. */
export type Proposed =
  | { kind: 'question'; token: string; act: Act; twoPersons: boolean }
  /** There is nothing to change. */
  | { kind: 'nothing-to-do' }
  | { kind: 'staff-not-allowed' };

/** What came of a press. */
export type Answered =
  | { kind: 'did'; act: Act }
  | { kind: 'act-dropped' }
  /** Pressed before, pressed elsewhere, or too late. */
  | { kind: 'question-over' }
  /** The world is no longer the one that was asked about. */
  | { kind: 'act-overtaken' }
  | { kind: 'staff-not-allowed' }
  | { kind: 'no-second-person' }
  | { kind: 'approval-sent'; reference: string; until: number }
  | { kind: 'approval-over' }
  | { kind: 'approval-refused'; reference: string };

/** Everything that staff change: asked about once more, allowed, approved where it needs two, done, and in the trail. */
export interface Acts {
  /** Asks whoever wants it whether they are sure; nothing is changed yet. */
  propose(by: StaffMember, act: Act): Promise<Proposed>;
  /** A button was pressed. The role is looked at anew, and so is what the act would change. */
  answer(by: StaffMember, token: string, yes: boolean): Promise<Answered>;
  /** Puts somebody else's act to this person; null when there is nothing for them to decide. */
  consult(by: StaffMember, approvalId: number): Promise<Consultation | null>;
  /** What became of an act that needed two. */
  decided(approvalId: number): Promise<{ state: StaffApproval['state']; reference: string; act: Act } | null>;
}

export interface Consultation {
  token: string;
  act: Act;
  name: string;
  reference: string;
  until: number;
}

/** How long a question may be answered. */
const questionLifeMs = 5 * 60_000;

const tokenBytes = 12;

/** What the acts work with. */
export interface ActBench extends Pick<StaffParts, 'clock' | 'random' | 'audit' | 'chats'> {
  store: ActStore;
  people: People;
  deeds: Deeds;
  deedOf: (act: Act) => Deed<Act>;
  token: () => string;
}

export function makeActs(parts: Omit<ActBench, 'deedOf' | 'token'>): Acts {
  const { store, deeds, clock, audit, random } = parts;
  // An act's kind picks the deed of that kind, which the compiler does not follow through the table.
  const deedOf = (act: Act): Deed<Act> => deeds[act.kind] as Deed<Act>;
  const token = (): string => random.bytes(tokenBytes).toString('hex');
  const bench: ActBench = { ...parts, deedOf, token };
  const second = makeSecondPerson(bench);

  return {
    propose: async (by, act) => {
      const { least, twoPersons, leaves } = deedOf(act);
      if (!atLeast(by.role, least)) return refuse(bench, by, act);
      const found = await leaves(act);
      if (found === null) return { kind: 'nothing-to-do' };
      const { personId, chatKey } = by;
      const asked = { token: token(), act: JSON.stringify(act), leaves: found, approvalId: null };
      const expiresAt = new Date(clock.now().getTime() + questionLifeMs);
      await store.ask({ ...asked, personId, chatKey, expiresAt });
      return { kind: 'question', token: asked.token, act, twoPersons };
    },

    answer: async (by, pressed, yes) => {
      const question = await store.answer(pressed, by, clock.now());
      if (!question) return { kind: 'question-over' };
      if (question.approvalId !== null) return second.decide(by, question.approvalId, yes);
      const act = JSON.parse(question.act) as Act;
      const deed = deedOf(act);
      if (!yes) {
        if (atLeast(by.role, deed.least)) await deed.drop?.(act, by.personId);
        return { kind: 'act-dropped' };
      }
      if (!atLeast(by.role, deed.least)) return refuse(bench, by, act);
      if ((await deed.leaves(act)) !== question.leaves) return { kind: 'act-overtaken' };
      if (deed.twoPersons) return second.request(by, act, question.leaves);
      if (!(await deed.carryOut(act, null))) return { kind: 'act-overtaken' };
      await audit.write(trailOf(act, by));
      return { kind: 'did', act };
    },

    consult: (by, approvalId) => second.consult(by, approvalId),
    decided: (approvalId) => second.decided(approvalId),
  };
}

async function refuse(
  { audit }: ActBench,
  by: StaffMember,
  act: Act,
): Promise<{ kind: 'staff-not-allowed' }> {
  const reason: AuditReason = 'staff-not-allowed';
  const line = trailOf(act, by);
  await audit.write({ ...line, reason, memberId: memberOf(act), detail: { ...line.detail, act: act.kind } });
  return { kind: 'staff-not-allowed' };
}
