import { second, minute, hour, day } from '../durations.js';

/** The numbers of the house, all in one place. Durations are milliseconds. Configuration may tighten them. */
export interface Policy {
  /** Digits of a one-time code. Five is the insurer's own guide; the missing bits are bought back by `wrongCodesInRow`. */
  codeDigits: number;
  /** A code's life; NIST SP 800-63B and OWASP ASVS 6.5.5 allow ten minutes at most. */
  codeLifeMs: number;
  /** Wrong codes that end a challenge. */
  wrongCodesPerChallenge: number;
  /** Wrong codes in a row, over all challenges of a purse, that lock the reset path for it: 10 of 100,000 is 1e-4 a lock. */
  wrongCodesInRow: number;
  /** How long the first lock lasts; a second one without a success between lasts until staff unlock. */
  lockMs: number;
  /**
   * The pause before the second send, the third, …, over all challenges and chats of a purse. A challenge has one send
   * more than there are pauses.
   */
  sendPausesMs: readonly number[];
  /** To a number on record: in each of the two purses. */
  sendsPerMobileAndDay: number;
  /** To a number that is not on record, whoever names it. */
  sendsPerOfferedMobileAndDay: number;
  /** In each of the two purses. */
  sendsPerMemberAndDay: number;
  sendsPerChatAndHour: number;
  /** Budget of the whole bot, against pumped SMS. */
  sendsPerHour: number;
  sendsPerDay: number;
  /** Wrong pairs that a chat may type before it has to wait. */
  wrongPairsPerChat: number;
  /** The waits after that, one after the other; the last one repeats. */
  wrongPairWaitsMs: readonly number[];
  /** Wrong pairs a day for one insured code and for one national ID, existing or not, in each of the two purses. */
  wrongPairsPerIdentifierAndDay: number;
  /** Takeovers to be expected in a day over all members, from wrong codes that no right one explains; a breaker opens at it. */
  takeoversPerDay: number;
  /** More wrong codes than so many to each right one, over an hour, are no morning's typing errors. */
  wrongCodesPerRightOne: number;
  /** Fewer than so many in an hour say nothing. */
  fewestWrongCodes: number;
  /** Members of whom a chat may be told in a day that their pair was right; bound chats are spared for their own member. */
  membersPerChatAndDay: number;
  /** So long no code goes to a number after others have changed it; 0: at once. */
  numberCoolOffMs: number;
  /** Text messages and chat messages about changed numbers, so many an hour at most: a large list takes its time. */
  identityNoticesPerHour: number;
  /** Recoveries in one period of cover, from the insurer's guide. */
  resetsPerPeriod: number;
  /** After this long without a clear word from the portal, staff decide. */
  portalGiveUpMs: number;
  /** The waits between two questions to the portal about an unknown outcome; the last one repeats. */
  portalAskAgainMs: readonly number[];
  /** How long after a recovery the portal is asked whether the password is still the initial one, and the member reminded. */
  remindAfterMs: readonly number[];
  /** What may be given as a first mobile: typed (as the guide), only an own contact card, or nothing without staff. */
  firstMobile: 'typed' | 'contact' | 'staff';
  /** Whether the operators' register is asked about a first mobile before a code goes there. */
  asksOwner: boolean;
  /** Questions to it about one member: each may be paid for, and tells whether a number is the member's. */
  ownerQuestionsPerMemberAndDay: number;
}

export const defaultPolicy: Policy = {
  codeDigits: 5,
  codeLifeMs: 5 * minute,
  wrongCodesPerChallenge: 3,
  wrongCodesInRow: 10,
  lockMs: day,
  sendPausesMs: [60 * second, 120 * second],
  sendsPerMobileAndDay: 5,
  sendsPerOfferedMobileAndDay: 3,
  sendsPerMemberAndDay: 5,
  sendsPerChatAndHour: 6,
  sendsPerHour: 300,
  sendsPerDay: 2_000,
  wrongPairsPerChat: 5,
  wrongPairWaitsMs: [1 * minute, 5 * minute, 30 * minute, 2 * hour, day],
  wrongPairsPerIdentifierAndDay: 10,
  takeoversPerDay: 1e-3,
  wrongCodesPerRightOne: 3,
  fewestWrongCodes: 20,
  membersPerChatAndDay: 5,
  numberCoolOffMs: day,
  identityNoticesPerHour: 600,
  resetsPerPeriod: 5,
  portalGiveUpMs: 6 * hour,
  portalAskAgainMs: [15 * second, 30 * second, minute, 5 * minute, 15 * minute],
  remindAfterMs: [10 * minute, day, 3 * day, 7 * day],
  firstMobile: 'typed',
  asksOwner: false,
  ownerQuestionsPerMemberAndDay: 5,
};
