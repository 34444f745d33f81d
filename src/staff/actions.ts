import type { StaffApproval } from '../../entities/staff-approval.js';
import type { Audit } from '../audit/audit.js';
import type { AuditReason } from '../audit/vocabulary.js';
import type { Tell } from '../chats/tell.js';
import type { Clock } from '../clock.js';
import { maskMobile } from '../identity/mobile.js';
import type { Keyring } from '../keys/keyring.js';
import type { Random } from '../random.js';
import type { StaffEvent } from './events.js';
import {
  memberOf,
  readAction,
  type Action,
  type ActionHandler,
  type ActionHandlers,
  type NumberAction,
  type Particulars,
  type WhyNot,
  type WantedAction,
} from './action.js';
import type { ActionStore } from './action-store.js';
import type { SecondPersons } from '../people/second-persons.js';
import type { People, StaffMember } from '../people/people.js';
import { atLeast } from '../people/role.js';
import { makeSecondPerson } from './second-person.js';
import { approvalLifeMs, isOfTheFuture, questionLifeMs } from './life.js';
import { trailOf } from './trail-of.js';

/** A question to staff, with the token of its one-use button. */
export type Proposed =
  | { kind: 'question'; token: string; action: Action; twoPersons: boolean }
  /** There is nothing to change. */
  | { kind: 'nothing-to-do' | WhyNot }
  | { kind: 'staff-not-allowed' };

/** What came of a press. */
export type Answered =
  | { kind: 'did'; action: Action; particulars?: Particulars }
  | { kind: 'act-dropped' }
  /** Pressed before, pressed elsewhere, or too late. */
  | { kind: 'question-over' }
  /** The world is no longer the one that was asked about. */
  | { kind: 'act-overtaken' }
  | { kind: 'staff-not-allowed' }
  | { kind: 'no-second-person' }
  /** There will be, from this moment on. */
  | { kind: 'no-second-person-yet'; from: number }
  /** Whoever asks, or agrees, is one of two only from this moment on. */
  | { kind: 'two-persons-too-new'; from: number }
  | { kind: 'approval-sent'; reference: string; until: number }
  | { kind: 'approval-over' }
  | { kind: 'approval-refused'; reference: string };

/** Everything that staff change: asked about once more, allowed, approved where it needs two, done, and in the trail. */
export interface Actions {
  /** Asks whoever wants it whether they are sure; nothing is changed yet. */
  propose(by: StaffMember, wanted: WantedAction): Promise<Proposed>;
  /** A button was pressed. The role is looked at anew, and so is what the act would change. */
  answer(by: StaffMember, token: string, yes: boolean): Promise<Answered>;
  /** Puts somebody else's act to this person; null when there is nothing for them to decide. */
  consult(by: StaffMember, approvalId: number): Promise<Consultation | null>;
  /** What became of an act that needed two. */
  decided(
    approvalId: number,
  ): Promise<{ state: StaffApproval['state']; reference: string; action: Action } | null>;
}

export interface Consultation {
  token: string;
  action: Action;
  name: string;
  reference: string;
  until: number;
}

/** What the acts work with. */
export interface ActionDeps {
  clock: Clock;
  random: Random;
  keyring: Keyring;
  audit: Audit;
  chats: Tell<StaffEvent>;
  store: ActionStore;
  people: People;
  secondPersons: SecondPersons;
  handlers: ActionHandlers;
  handlerOf: (action: Action) => ActionHandler<Action>;
  token: () => string;
}

export function makeActions(parts: Omit<ActionDeps, 'handlerOf'>): Actions {
  const { store, handlers, clock, audit, token } = parts;
  // An act's kind picks the deed of that kind, which the compiler does not follow through the table.
  const handlerOf = (action: Action): ActionHandler<Action> => handlers[action.kind] as ActionHandler<Action>;
  const deps: ActionDeps = { ...parts, handlerOf };
  const second = makeSecondPerson(deps);

  return {
    propose: async (by, wanted) => {
      const action = 'number' in wanted ? encryptNumber(deps, wanted) : wanted;
      const { least, twoPersons, snapshot } = handlerOf(action);
      if (!atLeast(by.role, least)) return refuse(deps, by, action);
      const found = await snapshot(action);
      if (found === null) return { kind: 'nothing-to-do' };
      if (typeof found !== 'string') return { kind: found.not };
      const { personId, chatKey } = by;
      const asked = { token: token(), action: JSON.stringify(action), snapshot: found, approvalId: null };
      const expiresAt = new Date(clock.now().getTime() + questionLifeMs);
      await store.ask({ ...asked, personId, chatKey, expiresAt });
      const two = await needsTwo(twoPersons, action, by);
      return { kind: 'question', token: asked.token, action, twoPersons: two };
    },

    answer: async (by, pressed, yes) => {
      const question = await store.answer(pressed, by, clock.now());
      if (!question) return { kind: 'question-over' };
      const lifeMs = question.approvalId === null ? questionLifeMs : approvalLifeMs;
      // Answered for good, so that it does not come back when its time comes again.
      if (isOfTheFuture(question.expiresAt, lifeMs, clock.now())) return { kind: 'question-over' };
      if (question.approvalId !== null) return second.decide(by, question.approvalId, yes);
      const action = readAction(question.action);
      const handler = handlerOf(action);
      if (!yes) {
        if (atLeast(by.role, handler.least)) await handler.onDeclined?.(action, by.personId);
        return { kind: 'act-dropped' };
      }
      if (!atLeast(by.role, handler.least)) return refuse(deps, by, action);
      if ((await handler.snapshot(action)) !== question.snapshot) return { kind: 'act-overtaken' };
      if (await needsTwo(handler.twoPersons, action, by))
        return second.request(by, action, question.snapshot);
      const done = await handler.carryOut(action, { askedBy: by.personId, agreed: null });
      if (done === false) return { kind: 'act-overtaken' };
      const particulars = done === true ? {} : done;
      const line = trailOf(action, by);
      await audit.write({ ...line, detail: { ...line.detail, ...particulars } });
      return { kind: 'did', action, particulars };
    },

    consult: (by, approvalId) => second.consult(by, approvalId),
    decided: (approvalId) => second.decided(approvalId),
  };
}

const needsTwo = async (
  twoPersons: ActionHandler<Action>['twoPersons'],
  action: Action,
  { personId }: StaffMember,
): Promise<boolean> => (typeof twoPersons === 'function' ? twoPersons(action, personId) : twoPersons);

/** No number stands in a row in clear, nor whole in a sentence. */
function encryptNumber({ keyring }: ActionDeps, { number, ...action }: NumberAction): Action {
  return { ...action, mobile: maskMobile(number), sealed: keyring.encrypt('mobile', number) };
}

async function refuse(
  { audit }: ActionDeps,
  by: StaffMember,
  action: Action,
): Promise<{ kind: 'staff-not-allowed' }> {
  const reason: AuditReason = 'staff-not-allowed';
  const line = trailOf(action, by);
  await audit.write({
    ...line,
    reason,
    memberId: memberOf(action),
    detail: { ...line.detail, act: action.kind },
  });
  return { kind: 'staff-not-allowed' };
}
