import { z } from 'zod';
import { guessesPerDay } from '../reset/guesses.js';
import { oddsOf, worstLock, worstYear } from '../reset/odds.js';
import { defaultPolicy, type Policy } from '../reset/policy.js';
import { decimal, wholeNumber } from '../settings/kinds.js';
import { minute, hour } from '../durations.js';

/** Rules that may be tightened; the rest stands in `src/reset/policy.ts`. */
export const policy = z
  .object({
    RESET_LIMIT: wholeNumber(defaultPolicy.resetsPerPeriod, 1, 20),
    OTP_DIGITS: wholeNumber(defaultPolicy.codeDigits, 4, 8),
    OTP_TTL_SECONDS: wholeNumber(defaultPolicy.codeLifeMs / 1_000, 60, 600),
    WRONG_CODES_PER_CODE: wholeNumber(defaultPolicy.wrongCodesPerChallenge, 1, 5),
    WRONG_CODES_IN_ROW: wholeNumber(defaultPolicy.wrongCodesInRow, 1, 100),
    LOCK_HOURS: wholeNumber(defaultPolicy.lockMs / hour, 1, 168),
    SMS_PER_MEMBER_AND_DAY: wholeNumber(defaultPolicy.sendsPerMemberAndDay, 1, 20),
    SMS_PER_MOBILE_AND_DAY: wholeNumber(defaultPolicy.sendsPerMobileAndDay, 1, 20),
    SMS_PER_OFFERED_MOBILE_AND_DAY: wholeNumber(defaultPolicy.sendsPerOfferedMobileAndDay, 1, 20),
    SMS_PER_CHAT_AND_HOUR: wholeNumber(defaultPolicy.sendsPerChatAndHour, 1, 20),
    SMS_PER_HOUR: wholeNumber(defaultPolicy.sendsPerHour, 1, 100_000),
    SMS_PER_DAY: wholeNumber(defaultPolicy.sendsPerDay, 1, 1_000_000),
    TAKEOVERS_PER_DAY: decimal(defaultPolicy.takeoversPerDay, 0.0001, 0.01),
    WRONG_PER_RIGHT_CODE: wholeNumber(defaultPolicy.wrongCodesPerRightOne, 1, 100),
    MEMBERS_PER_CHAT: wholeNumber(defaultPolicy.membersPerChatAndDay, 1, 100),
    NUMBER_COOL_OFF_HOURS: wholeNumber(defaultPolicy.numberCoolOffMs / hour, 0, 168),
    NUMBER_NOTICES_PER_HOUR: wholeNumber(defaultPolicy.identityNoticesPerHour, 1, 100_000),
    PORTAL_GIVE_UP_MINUTES: wholeNumber(defaultPolicy.portalGiveUpMs / minute, 5, 1_440),
    FIRST_MOBILE: z
      .enum(['typed', 'contact', 'staff'], 'must be typed, contact or staff')
      .default(defaultPolicy.firstMobile),
  })
  .transform((env): Policy => ({
    ...defaultPolicy,
    resetsPerPeriod: env.RESET_LIMIT,
    codeDigits: env.OTP_DIGITS,
    codeLifeMs: env.OTP_TTL_SECONDS * 1_000,
    wrongCodesPerChallenge: env.WRONG_CODES_PER_CODE,
    wrongCodesInRow: env.WRONG_CODES_IN_ROW,
    lockMs: env.LOCK_HOURS * hour,
    sendsPerMemberAndDay: env.SMS_PER_MEMBER_AND_DAY,
    sendsPerMobileAndDay: env.SMS_PER_MOBILE_AND_DAY,
    sendsPerOfferedMobileAndDay: env.SMS_PER_OFFERED_MOBILE_AND_DAY,
    sendsPerChatAndHour: env.SMS_PER_CHAT_AND_HOUR,
    sendsPerHour: env.SMS_PER_HOUR,
    sendsPerDay: env.SMS_PER_DAY,
    takeoversPerDay: env.TAKEOVERS_PER_DAY,
    wrongCodesPerRightOne: env.WRONG_PER_RIGHT_CODE,
    membersPerChatAndDay: env.MEMBERS_PER_CHAT,
    numberCoolOffMs: env.NUMBER_COOL_OFF_HOURS * hour,
    identityNoticesPerHour: env.NUMBER_NOTICES_PER_HOUR,
    portalGiveUpMs: env.PORTAL_GIVE_UP_MINUTES * minute,
    firstMobile: env.FIRST_MOBILE,
  }))
  .refine((policy) => oddsOf(policy).lock <= worstLock, {
    error:
      'WRONG_CODES_IN_ROW and OTP_DIGITS together make a code too easy to guess: more than 1 in 10,000 before the lock; raise OTP_DIGITS or lower WRONG_CODES_IN_ROW',
  })
  .refine((policy) => guessesPerDay(policy) >= policy.wrongCodesInRow, {
    error:
      'TAKEOVERS_PER_DAY and OTP_DIGITS together let the wrong codes of a single member close the way to everybody who has no chat of their own; raise OTP_DIGITS or TAKEOVERS_PER_DAY',
  })
  // What breaks the odds of a lock is told once.
  .refine((policy) => oddsOf(policy).lock > worstLock || oddsOf(policy).year <= worstYear, {
    error:
      'RESET_LIMIT, WRONG_CODES_IN_ROW and OTP_DIGITS together make a code too easy to guess: more than 1 in 500 in a year; raise OTP_DIGITS, or lower WRONG_CODES_IN_ROW or RESET_LIMIT',
  });
