/**
 * Everything a member can meet, as plain data. A kind is also the key of its sentence in `locales/`;
 * instants are epoch milliseconds, so that a conversation's replay keeps them as they are.
 */

/** The pair matched; the portal has been asked, and its answer will come as a `portal-account` event with this ticket. */
export interface Ticket {
  id: string;
  memberId: number;
  coverageId: number;
}

export type Refusal =
  /** Unknown code, wrong ID, somebody else's code: one answer. */
  | { kind: 'no-match'; reference: string }
  /** Too many wrong pairs from this chat, or about this code or ID. */
  | { kind: 'too-many-pairs'; until: number; reference: string }
  /** Too many members from one chat. */
  | { kind: 'too-many-members'; until: number; reference: string }
  | { kind: 'locked'; until: number; reference: string }
  | { kind: 'locked-until-staff'; reference: string }
  | { kind: 'cover-not-active'; reference: string }
  | { kind: 'under-way'; reference: string }
  | { kind: 'portal-away'; reference: string }
  | { kind: 'account-missing'; reference: string }
  | { kind: 'password-is-initial' }
  | { kind: 'resets-used-up'; until: number; reference: string }
  /** Others have changed the number a little while ago. */
  | { kind: 'number-cooling'; until: number; reference: string }
  /** While somebody is guessing codes: the chat's own contact card shows another number than the one on record. */
  | { kind: 'card-differs'; reference: string }
  /** While somebody is guessing codes: none is taken, or sent again, in a chat that has not shown the number. */
  | { kind: 'codes-need-card'; reference: string }
  | { kind: 'too-many-sends'; until: number; reference: string }
  /** A code went out a moment ago, to another chat; or one of the member's own chats waits for its code. */
  | { kind: 'send-too-soon'; until: number; reference: string }
  /** The whole bot's SMS budget is spent. */
  | { kind: 'sms-budget-spent'; until: number; reference: string };

export type IdentifyResult =
  | Refusal
  | { kind: 'asking-portal'; ticket: Ticket }
  | BlindChallenge
  /** While somebody is guessing codes, a chat first shows its own contact card. */
  | { kind: 'card-needed' }
  /** In this chat, where it was said before that the pair was right. */
  | CodeSent;

/** A code that is on its way, or that is if the pair was right. */
export type SentCode = CodeSent | Omit<BlindChallenge, 'reference'>;

/** If the pair was right, a code goes to the number on record; nobody is told whether it was. */
export interface BlindChallenge {
  kind: 'code-perhaps-sent';
  challengeId: string;
  reference: string;
  /** Not to be sent again before; null: not again at all. */
  resendAt: number | null;
}

/**
 * A code is on its way. `known`: the number was on record, so the member did not type it. `again`: it was sent before, in
 * this chat, and is still valid; nothing was sent now.
 */
export interface CodeSent {
  kind: 'code-sent';
  challengeId: string;
  insuredCode: string;
  /** Masked. */
  mobile: string;
  known: boolean;
  again: boolean;
  expiresAt: number;
  /** Not to be sent again before; null: not again at all. */
  resendAt: number | null;
}

export type OpenResult =
  | Refusal
  | CodeSent
  | { kind: 'mobile-needed' }
  | { kind: 'card-needed' }
  /** Only the member's own contact card is accepted here. */
  | { kind: 'mobile-not-proven' }
  /** The operators' register has been asked; its answer will come as a `mobile-owner` event with this inquiry. */
  | { kind: 'asking-owner'; inquiryId: string }
  /** Staff register the first number; a request has been put to them. */
  | { kind: 'mobile-by-staff'; reference: string }
  /** The register has the number in another name, which may be right: staff look, and a request has been put to them. */
  | { kind: 'mobile-mismatch'; reference: string };

export type ResendResult =
  | Refusal
  | { kind: 'code-sent-again'; expiresAt: number; resendAt: number | null }
  | { kind: 'code-perhaps-sent-again'; resendAt: number | null }
  | { kind: 'resend-too-early'; resendAt: number }
  | { kind: 'sends-used-up' }
  | { kind: 'code-expired' }
  | { kind: 'challenge-over' };

export type ConfirmResult =
  | { kind: 'code-right' }
  | { kind: 'code-wrong'; left: number }
  /** The third wrong one: this challenge is over. */
  | { kind: 'code-wrong-last'; reference: string }
  | { kind: 'code-expired' }
  /** Spent, abandoned or taken over by a newer one. */
  | { kind: 'challenge-over' }
  | { kind: 'codes-need-card'; reference: string }
  | { kind: 'locked'; until: number; reference: string }
  | { kind: 'locked-until-staff'; reference: string }
  | { kind: 'resets-used-up'; until: number; reference: string };

/** Somebody writes the right code once more, or asks how it stands. */
export type LatelyResult = { kind: 'done-already' } | { kind: 'under-way'; reference: string };

export type NumberReported = { kind: 'number-reported'; reference: string };
export type NotMeReported =
  | { kind: 'not-me-frozen'; reference: string }
  /** Of this recovery it was said before, and the way is closed. */
  | { kind: 'not-me-known' }
  /** The chat had been ended: staff are told, and nothing is closed. */
  | { kind: 'not-me-unlinked'; reference: string }
  | { kind: 'chat-not-linked' };

/** An account whose recoveries a chat hears of. */
export interface AccountHere {
  /** Of the bond between them. */
  id: number;
  /** The last digits of the insured code. */
  tail: string;
  /** Since when. */
  at: number;
}

export type ChatUnlinked = { kind: 'chat-unlinked'; tail: string } | { kind: 'chat-not-linked' };
