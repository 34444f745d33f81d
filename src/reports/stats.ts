import type { Day } from '../calendar/day.js';

/** The way through a recovery, step by step; each is also the end of its locale key. */
export const steps = ['begun', 'matched', 'code-sent', 'code-right', 'done'] as const;

export type Step = (typeof steps)[number];

/** Why people did not get on, for counting; `other` gathers what is too rare to be told. */
export const refusalKinds = [
  'no-match',
  'too-many-pairs',
  'locked',
  'locked-until-staff',
  'cover-not-active',
  'under-way',
  'portal-away',
  'account-missing',
  'password-is-initial',
  'resets-used-up',
  'too-many-sends',
  'sms-budget-spent',
  'sms-refused',
  'code-wrong-last',
  'other',
] as const;

export type RefusalKind = (typeof refusalKinds)[number];

/** What a report on a span of days is made of. */
export interface Stats {
  /** First and last day, both inclusive, in Asia/Tehran. */
  from: Day;
  to: Day;
  /** Recoveries done, one entry for every day of the span, in order. */
  days: readonly { day: Day; done: number }[];
  /** How many recoveries came as far as each step, from the one before. */
  reached: Readonly<Record<Step, number>>;
  sms: {
    sent: number;
    /** Null where no vendor tells. */
    delivered: number | null;
    /** In rials; null where no price is known. */
    cost: number | null;
  };
  refusals: readonly { kind: RefusalKind; count: number }[];
}
