import type { RefusalCount } from '../audit/vocabulary.js';
import type { Day } from '../calendar/day.js';

/** The way through a recovery, step by step; each is also the end of its locale key. `ways.ts` says what a way is. */
export const steps = ['begun', 'matched', 'code-sent', 'code-right', 'done'] as const;

export type Step = (typeof steps)[number];

/** Why people did not get on, for counting; `other` gathers what is too rare to be told. */
export type RefusalKind = RefusalCount | 'other';

/** What was counted in a span of days. */
export interface Counted {
  /** First and last day, both inclusive, in Asia/Tehran. */
  from: Day;
  to: Day;
  /** Recoveries that were begun on that day and are done by now, one entry for every day of the span, in order. */
  days: readonly { day: Day; done: number }[];
  /** How many ways came as far as each step, so none more than the one before; the last are the recoveries of all days. */
  reached: Readonly<Record<Step, number>>;
  /** After so many recoveries of these days the password had not been changed when the portal was asked last. */
  stillInitial: number;
  /** Ways that ended because the password was the first one: they needed no recovery, so they are no failure. */
  neededNone: number;
  sms: {
    /** Messages that providers took, or may have taken. */
    sent: number;
    /** Of those of which a provider has told the end, so many arrived; null where none has told any. */
    arrived: { count: number; of: number } | null;
    /** In rials; null where no price is known. */
    cost: number | null;
  };
  /** People whom each reason met at least once, most first, none of them a group of fewer than five. */
  refusals: readonly { kind: RefusalKind; count: number }[];
}

/** What a report on a span of days is made of. */
export interface Stats extends Counted {
  /** How far the last day had come when it was counted; null where it was over. */
  soFar: Date | null;
}

/** A line of the way down: how many came so far, and how many of those before did not, though they needed it. */
export interface WayDown {
  step: Step | 'needed-none';
  count: number;
  lost: number;
}

/** The steps in order; after those who are known come those of them who needed no recovery. */
export function waysDown({ reached, neededNone }: Counted): WayDown[] {
  return steps.flatMap((step, place): WayDown[] => {
    const before = steps[place - 1];
    const aside = step === 'code-sent' ? neededNone : 0;
    const lost = before ? reached[before] - aside - reached[step] : 0;
    const line = { step, count: reached[step], lost };
    return step === 'matched' ? [line, { step: 'needed-none', count: neededNone, lost: 0 }] : [line];
  });
}
