import type {
  AccountAnswer,
  BlindMissOrder,
  BlindOrder,
  LockAnswer,
  LockOrder,
  OfferedMobile,
  OutcomeAnswer,
  OwnerAnswer,
  OwnerOrder,
  ResetAnswer,
} from './ports.js';
import type { Asker } from '../chats/address.js';
import type {
  AccountHere,
  ChatUnlinked,
  ConfirmResult,
  IdentifyResult,
  LatelyResult,
  NotMeReported,
  NumberReported,
  SentCode,
  OpenResult,
  ResendResult,
  Ticket,
} from './outcomes.js';

/** Insured code and national ID, normalised by `identity/`. */
export interface Pair {
  insuredCode: string;
  nationalId: string;
}

/** Decides who may reset, and sees that it happens once. Knows no chat and no vendor; works inside one transaction. */
export interface Reset {
  /** Who is it, and what is the next step? A stranger learns nothing but "no match". */
  identify(pair: Pair, from: Asker, card?: OfferedMobile): Promise<IdentifyResult>;
  /**
   * The portal has answered about the ticket's account. Without a mobile on record, one must be offered; where the
   * operators' register is asked about it, it is offered once more with what the register has said.
   */
  open(ticket: Ticket, account: AccountAnswer, from: Asker, mobile?: OfferedMobile): Promise<OpenResult>;
  /** The same code once more, after the pause. */
  resend(challengeId: string, from: Asker): Promise<ResendResult>;
  /** Counts the try first, then compares; a right code spends the challenge and takes one of five. */
  confirm(challengeId: string, code: string, from: Asker): Promise<ConfirmResult>;
  /** The open challenge of this chat and sender, for a dialogue that has to be taken up again. */
  findOpenChallenge(from: Asker): Promise<SentCode | null>;
  /** What became of a recovery that was begun in this chat in the last minutes; null when there was none. */
  lately(from: Asker): Promise<LatelyResult | null>;
  /** "This number is no longer mine": a request to staff; nothing is sent. */
  reportNumber(challengeId: string, from: Asker): Promise<NumberReported | { kind: 'challenge-over' }>;
  /** "This was not me", from a bound chat: freezes the reset path. */
  reportNotMe(resetId: string, from: Asker): Promise<NotMeReported>;
  /** The same of a changed number or ID, from a chat that was told of it. */
  reportNotMyChange(noticeId: number, from: Asker): Promise<NotMeReported>;
  /** Whose recoveries this chat hears of. */
  accountsIn(from: Asker): Promise<AccountHere[]>;
  /** "This chat is not theirs": it hears of that account no more. */
  reportNotTheirs(bond: number, from: Asker): Promise<ChatUnlinked>;
}

/** A code that did not reach its phone, as its provider says for good. */
export interface Undelivered {
  challengeId: string;
  /** Lost on the way, or refused by the number's own setting. */
  delivery: 'undelivered' | 'blacklisted';
  /** The provider. */
  through: string;
  /** There is another provider. */
  others: boolean;
  /** No later message has carried the same code. */
  last: boolean;
}

/** What comes back from outside, and what the timetable asks for. */
export interface ResetResults {
  /** Every vendor has definitely refused this send: the counters are returned and the chat is told. */
  sendRefused(challengeId: string, send: number): Promise<void>;
  /** A pair was typed of which the chat is not told whether it was right, and the portal has answered about its account. */
  blindAnswered(order: BlindOrder, account: AccountAnswer): Promise<void>;
  /** A wrong code was typed there. */
  blindMissed(order: BlindMissOrder): Promise<void>;
  /** A send did not reach its phone: the trail, and another way or the chat is told. Each send once. */
  sendNotDelivered(undelivered: Undelivered): Promise<void>;
  accountAnswered(order: { ticketId: string; chatKey: string }, answer: AccountAnswer): Promise<void>;
  ownerAnswered(order: Pick<OwnerOrder, 'inquiryId' | 'chatKey'>, answer: OwnerAnswer): Promise<void>;
  resetAnswered(resetId: string, answer: ResetAnswer): Promise<void>;
  outcomeAnswered(resetId: string, answer: OutcomeAnswer): Promise<void>;
  /** After a recovery: how the account's password stands now. */
  passwordSeen(resetId: string, answer: AccountAnswer): Promise<void>;
  /** What the portal has done after “this was not me”: the trail, the chat and staff hear of it. */
  accountLocked(order: LockOrder, answer: LockAnswer): Promise<void>;
  /** Sends out the questions that are due about passwords that were put back; returns how many. */
  lookAfter(): Promise<number>;
  /** Tells staff when nobody seems to be guessing codes any more; returns how many alerts there were. */
  tellCalm(): Promise<number>;
  /** Ends challenges whose life is over; returns how many. */
  expireChallenges(): Promise<number>;
  /** Tells some of those whose number or ID others have changed; returns how many. */
  tellIdentityChanges(): Promise<number>;
  /** Ends the bonds of chats that nobody has used for long; returns how many. */
  endUnusedChats(): Promise<number>;
  /** Sends out the questions about unknown outcomes that are due; returns how many. */
  askAgain(): Promise<number>;
  /** Has all questions about unknown outcomes be due; returns how many were not. */
  portalIsBack(): Promise<number>;
}
