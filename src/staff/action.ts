import type { StaffRole } from '../../entities/staff-person.js';
import type { PlatformName } from '../platforms.js';

/** The member that an act is about. */
interface About {
  memberId: number;
  insuredCode: string;
}

/** What needs no more to be known than whom it is about. */
export type MemberAction = { kind: 'unlock' | 'block' | 'unblock' | 'clear-mobile' | 'erase' } & About;

/**
 * What is to be done to a list of members, for whom, and in which of their chats it is told. `together`: by two persons;
 * `whole`: by two as well, as the list of everybody.
 * `overMembersOwn`: 1 when its mobiles are to replace those that members registered themselves.
 */
export type ListAction = {
  kind: 'apply-list' | 'apply-list-together' | 'apply-list-whole' | 'undo-list' | 'undo-list-together';
  runId: number;
  reference: string;
  overMembersOwn: 0 | 1;
  personId: number;
  chatKey: string;
} & Record<'newcomers' | 'changed' | 'contradicted' | 'faulty', number> &
  Record<'mobiles' | 'firstMobiles' | 'nationalIds' | 'givenBack' | 'absent', number>;

/**
 * Something that staff want to change, as plain data: asked about, perhaps approved, then carried out. What it holds
 * also fills the sentences `ask-<kind>` and `did-<kind>`, so no number stands in it whole.
 */
export type Action =
  | MemberAction
  /** `sealed`: the number, encrypted; `mobile`: masked. */
  | ({ kind: 'first-mobile'; mobile: string; sealed: string } & About)
  | ({ kind: 'grant'; coverageId: number; more: number } & About)
  /** `bond`: its number; `platform` and `mark`: its name. */
  | ({ kind: 'end-chat'; bond: number; platform: PlatformName; mark: string } & About)
  | ({ kind: 'mark-done' | 'give-back'; resetId: string; reference: string } & About)
  | ({ kind: 'account-made'; requestId: number } & About)
  | ({ kind: 'refuse-request'; requestId: number; reference: string } & About)
  /** `sealed`: the number, encrypted; `provider`: its name, or `any`; `chatKey`: where the result is told. */
  | { kind: 'test-sms'; provider: string; mobile: string; sealed: string; chatKey: string }
  | ListAction
  /** By a reference that was given there; `platform` and `mark`: its name. */
  | { kind: 'mute-chat'; reference: string; platform: PlatformName; mark: string; hours: number }
  | { kind: 'unmute-chat'; reference: string; platform: PlatformName; mark: string }
  | { kind: 'close-house'; text: string }
  | { kind: 'open-house' }
  | { kind: 'add'; platform: PlatformName; account: string; name: string; role: StaffRole }
  | { kind: 'link'; platform: PlatformName; account: string; personId: number; name: string }
  | { kind: 'remove'; personId: number; name: string }
  | { kind: 'role'; personId: number; name: string; role: StaffRole };

export type ActionOf<Kind extends Action['kind']> = Action & { kind: Kind };

type WithNumber<Kind extends 'first-mobile' | 'test-sms'> = Omit<ActionOf<Kind>, 'mobile' | 'sealed'> & {
  /** `09…`, in clear: it is encrypted before anything is written. */
  number: string;
};

export type NumberAction = WithNumber<'first-mobile'> | WithNumber<'test-sms'>;

/** An action as it is asked for. */
export type WantedAction = Exclude<Action, { sealed: string }> | NumberAction;

/** What an action has found and done, in numbers. */
export type Particulars = Readonly<Record<string, number>>;

/** Whose hands something is done by. `askedBy`: null for an operator at a shell; `agreed`: null where nobody had to. */
export interface Hands {
  askedBy: number | null;
  agreed: number | null;
}

/**
 * What an action would change, as it stands now, in a few characters without anything private; null when all is as it is
 * wanted already. `not`: why it cannot be, as the key of a sentence: what is otherwise is never told to be so already.
 */
export type Snapshot = string | null | { not: WhyNot };

export type WhyNot =
  'account-taken' | 'last-owner' | 'has-mobile' | 'reset-settled' | 'request-closed' | 'chat-of-staff';

/** How one kind of action is done. */
export interface ActionHandler<A extends Action> {
  least: StaffRole;
  /** A second person of at least supervisor rank has to agree; or when they have to, by who asks. */
  twoPersons: boolean | ((this: void, action: A, askedBy: number) => Promise<boolean>);
  /** Holds what it looks at, so that it stays so until the transaction ends. */
  snapshot: (this: void, action: A) => Promise<Snapshot>;
  /**
   * Does it; false when it was not to be done after all. What it tells of itself fills the blanks of `did-<kind>`, and
   * stands in the trail.
   */
  carryOut: (this: void, action: A, hands: Hands) => Promise<boolean | Particulars>;
  /** What follows when whoever was asked does not want it. */
  onDeclined?: (this: void, action: A, by: number) => Promise<void>;
}

/** Every kind of act, and how it is done. */
export type ActionHandlers = { [Kind in Action['kind']]: ActionHandler<ActionOf<Kind>> };

/** The member that an act is about; null for acts of the house. */
export const memberOf = (action: Action): number | null => ('memberId' in action ? action.memberId : null);

/** What an earlier version wrote of a list says nothing of these. */
const laterCounts = { firstMobiles: 0, givenBack: 0, absent: 0 };

/** An action as it stands in a row. */
export function readAction(text: string): Action {
  const action = JSON.parse(text) as Action;
  return 'runId' in action ? { ...laterCounts, ...action } : action;
}
