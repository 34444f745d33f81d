import { page } from '../audit/chain.js';
import { hasUnsealed, noteUnsealed } from '../audit/unsealed.js';
import type { Watch } from '../alerts/watch.js';
import type { AuditChain } from '../audit/sealer.js';
import type { Transaction } from '../db/transaction.js';
import { hasEndedDialogues, purgeDialogues } from '../dialogues/ended.js';
import { purgeImports } from '../import/purge.js';
import { purgeInbox } from '../intake/purge.js';
import { hasUntoldChanges } from '../members/identity-notice-store.js';
import { purgeIdentityNotices } from '../members/purge.js';
import { purgeLimits } from '../limits/purge.js';
import type { ProbeKind } from '../handlers/recurring.js';
import { purgeOutbox } from '../outbox/purge.js';
import { purgeChats } from '../chats/purge.js';
import type { Tell } from '../chats/tell.js';
import { hasExpired, hasQuestionDue } from '../reset/looks.js';
import { purgeBoundChats, purgeChallenges } from '../reset/purge.js';
import type { ResetResults } from '../reset/service.js';
import { hasDeliveryQuestionDue } from '../sent-messages/store.js';
import { purgeSentMessages } from '../sent-messages/purge.js';
import { purgeQuestions } from '../staff/purge.js';
import { tellEndedDialogues } from './end-dialogues.js';
import type { DialogueEvent } from '../dialogues/events.js';

/** What the rooms offer to a job, within its transaction. */
export interface ScheduledServices {
  results: ResetResults;
  chats: Tell<DialogueEvent>;
  auditChain: AuditChain;
  watch: Watch;
  enqueueDeliveryQuestions(this: void): Promise<number>;
  enqueueProbe(this: void, kind: ProbeKind): Promise<number>;
  enqueueDigest(this: void): Promise<number>;
  forgetLeavers(this: void): Promise<number>;
}

/** Something that is done again and again. Done twice at once, it has the effect of once. */
export interface RecurringTask {
  /** Second, minute, hour, day, month and weekday in Tehran. */
  when: string;
  name: string;
  /** Is there anything to do? One statement at most; without it, whoever does it finds out. */
  look?: (tx: Transaction, now: Date) => Promise<boolean>;
  /** It touches a page at a time, and goes on while there are full ones, each in a transaction of its own. */
  byPage?: true;
  /** Returns how many rows it touched. */
  what: (tx: Transaction, now: Date, rooms: ScheduledServices) => Promise<number>;
}

/** What the leader does, and when. */
export const schedule: readonly RecurringTask[] = [
  {
    when: '* * * * * *',
    name: 'seal-audit',
    look: hasUnsealed,
    what: async (tx, _now, { auditChain, watch }) => {
      const { sealed, ...found } = await auditChain.extend();
      // More may be waiting than were looked at.
      if (sealed + found.forged.length >= page) noteUnsealed(tx);
      return sealed + (await watch.trail(found));
    },
  },
  {
    when: '*/10 * * * * *',
    name: 'ask-portal-again',
    look: hasQuestionDue,
    what: (_tx, _now, { results }) => results.askAgain(),
  },
  {
    when: '*/15 * * * * *',
    name: 'expire-challenges',
    look: hasExpired,
    byPage: true,
    what: (_tx, _now, { results }) => results.expireChallenges(),
  },
  {
    when: '*/15 * * * * *',
    name: 'ask-about-sms',
    look: hasDeliveryQuestionDue,
    what: (_tx, _now, { enqueueDeliveryQuestions }) => enqueueDeliveryQuestions(),
  },
  {
    when: '*/10 * * * * *',
    name: 'tell-identity-changes',
    look: hasUntoldChanges,
    what: (_tx, _now, { results }) => results.tellIdentityChanges(),
  },
  { when: '*/20 * * * * *', name: 'tell-ended-dialogues', look: hasEndedDialogues, what: tellEndedDialogues },
  { when: '20 * * * * *', name: 'look-after', what: (_tx, _now, { results }) => results.lookAfter() },
  {
    when: '25 * * * * *',
    name: 'watch-portal',
    what: (_tx, _now, { enqueueProbe }) => enqueueProbe('portal-health'),
  },
  {
    when: '30 * * * * *',
    name: 'watch-portal-answers',
    what: (_tx, _now, { watch }) => watch.portalAnswers(),
  },
  { when: '35 * * * * *', name: 'watch-pairs', what: (_tx, _now, { watch }) => watch.wrongPairs() },
  { when: '40 * * * * *', name: 'watch-codes', what: (_tx, _now, { results }) => results.tellCalm() },
  {
    when: '50 */15 * * * *',
    name: 'watch-sms-credit',
    what: (_tx, _now, { enqueueProbe }) => enqueueProbe('sms-credit'),
  },
  {
    // From half past eight on; later in the morning for a house that was down then.
    when: '0 */10 8-11 * * *',
    name: 'morning-digest',
    what: (_tx, _now, { enqueueDigest }) => enqueueDigest(),
  },
  {
    when: '0 40 3 * * *',
    name: 'watch-trail',
    what: (_tx, _now, { enqueueProbe }) => enqueueProbe('trail-check'),
  },
  {
    // In the night: it looks at everybody.
    when: '0 */5 2-4 * * *',
    name: 'forget-leavers',
    what: (_tx, _now, services) => services.forgetLeavers(),
  },
  { when: '7 * * * * *', name: 'purge-imports', what: purgeImports },
  { when: '0 17 * * * *', name: 'purge-inbox', byPage: true, what: purgeInbox },
  { when: '0 27 * * * *', name: 'purge-outbox', byPage: true, what: purgeOutbox },
  { when: '0 37 * * * *', name: 'purge-limits', byPage: true, what: purgeLimits },
  { when: '0 47 * * * *', name: 'purge-dialogues', byPage: true, what: purgeDialogues },
  { when: '0 52 * * * *', name: 'purge-challenges', byPage: true, what: purgeChallenges },
  { when: '0 57 * * * *', name: 'purge-staff-questions', what: purgeQuestions },
  { when: '30 12 4 * * *', name: 'purge-identity-notices', byPage: true, what: purgeIdentityNotices },
  {
    when: '20 12 4 * * *',
    name: 'end-unused-chats',
    what: (_tx, _now, { results }) => results.endUnusedChats(),
  },
  { when: '40 12 4 * * *', name: 'purge-bound-chats', byPage: true, what: purgeBoundChats },
  { when: '50 12 4 * * *', name: 'purge-chats', byPage: true, what: purgeChats },
  { when: '30 7 4 * * *', name: 'purge-sms-book', byPage: true, what: purgeSentMessages },
];
