import { guessesPerDay } from './guesses.js';
import type { Policy } from './policy.js';
import { locksUntilStaff, purses } from './purse.js';

/** The chance that somebody without the phone comes upon a right code, each as a number from 0 to 1. */
export interface Odds {
  /** Within one challenge. */
  challenge: number;
  /** Before a purse is locked once. */
  lock: number;
  /** About one member, by strangers alone, as long as neither staff nor the member do anything. */
  untilStaff: number;
  /** About one member in a year, by strangers alone: each recovery in a strange chat lets them begin anew. */
  yearOfStrangers: number;
  /** The same by somebody who also has a chat that is bound to the member, and uses up both purses. */
  year: number;
  /** Takeovers to be expected in a day over all members, before the breaker opens: from then on only chats that show the number get codes. */
  dayOverAll: number;
}

/** Reckoned from what the settings allow, at the worst: every try is used, and nobody reacts to a notice. */
export function oddsOf(policy: Policy): Odds {
  const one = 1 / 10 ** policy.codeDigits;
  const spell = locksUntilStaff * policy.wrongCodesInRow;
  const recoveries = policy.resetsPerPeriod;
  return {
    challenge: policy.wrongCodesPerChallenge * one,
    lock: policy.wrongCodesInRow * one,
    untilStaff: spell * one,
    yearOfStrangers: spell * (recoveries + 1) * one,
    // A right code begins one purse anew, never both.
    year: spell * (recoveries + purses.length) * one,
    dayOverAll: Math.min(
      policy.sendsPerDay * policy.wrongCodesPerChallenge * one,
      guessesPerDay(policy) * one,
    ),
  };
}

/** NIST SP 800-63B asks for 100 tries of a million before a lock. */
export const worstLock = 1e-4;

/** One member in five hundred, if every one of them were attacked for a whole year by somebody in a chat of their own. */
export const worstYear = 2e-3;
