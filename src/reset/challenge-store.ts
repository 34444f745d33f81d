import { IsNull, LessThan, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { Challenge, type ChallengeState } from '../../entities/challenge.js';
import { deletePage, updatePage } from '../db/by-page.js';
import { findRow, insertRows, updateRows } from '../db/rows.js';
import { storedMoment } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import type { Asker } from '../chats/address.js';
import { changedOne } from '../db/changed.js';
import { latestBeginning } from './life.js';

/** The rows of challenges. Every change names the state it leaves and says whether it found it. */
export interface ChallengeStore {
  find(id: string): Promise<Challenge | null>;
  openOf(memberId: number): Promise<Challenge | null>;
  /** Those open in this chat for this sender, newest first. */
  openIn(from: Asker, now: Date): Promise<Challenge[]>;
  /** The one open in this chat for this sender about a pair of which they are not told whether it was right. */
  blindIn(from: Asker, blindPair: string, now: Date): Promise<Challenge | null>;
  /** Everybody's that are open, and whose code has gone out. */
  allOpen(): Promise<Challenge[]>;
  insert(challenge: Challenge): Promise<void>;
  /** Counts one more try, while it is open, alive and has tries left. */
  countTry(id: string, most: number, now: Date): Promise<boolean>;
  /** The try just counted was right, so it was no wrong one: open → spent. */
  spend(id: string): Promise<boolean>;
  /** Counts one more send after the `sends` that were seen. */
  countSend(id: string, sends: number, now: Date): Promise<boolean>;
  /** As though its last send, the one of this number, had been at that moment. */
  backdateSend(id: string, sends: number, lastSentAt: Date): Promise<boolean>;
  /** The code of a blind one goes to this number: it is the member's open one from now on. False when it is over. */
  arm(id: string, to: ArmedWith): Promise<boolean>;
  /** open → another state. A blind one that is abandoned stays open to its chat, with no code that is right. */
  end(id: string, state: Exclude<ChallengeState, 'open' | 'spent'>): Promise<boolean>;
  /** Ends a page of those whose life is over, or has yet to begin by this clock; returns how many. */
  expire(now: Date): Promise<number>;
  /** Removes a page of those that are over, and whose life was over before this moment; returns how many. */
  purge(before: Date): Promise<number>;
}

/** Whose challenge it is, and where its code goes. */
export type ArmedWith = Pick<
  Challenge,
  'openMemberId' | 'coverageId' | 'mobile' | 'mobileIndex' | 'mobileSource'
>;

const alive = (now: Date) => ({
  state: 'open' as const,
  createdAt: LessThanOrEqual(latestBeginning(now)),
  expiresAt: MoreThan(now),
});

export function makeChallengeStore(tx: Transaction): ChallengeStore {
  return {
    find: (id) => findRow(tx, Challenge, { id }),
    openOf: (openMemberId) => findRow(tx, Challenge, { openMemberId }),

    openIn: ({ chatKey, senderId }, now) =>
      tx.find(Challenge, {
        where: { chatKey, senderId, ...alive(now) },
        order: { createdAt: 'DESC' },
      }),

    blindIn: ({ chatKey, senderId }, blindPair, now) =>
      findRow(tx, Challenge, { chatKey, senderId, blindPair, ...alive(now) }, { last: 'createdAt' }),

    allOpen: () => tx.findBy(Challenge, { state: 'open', openMemberId: Not(IsNull()) }),

    insert: async (challenge) => {
      await insertRows(tx, Challenge, [challenge]);
    },

    countTry: async (id, most, now) => {
      const left = { id, ...alive(now), wrongCodes: LessThan(most) };
      return changedOne(await updateRows(tx, Challenge, left, { wrongCodes: () => 'wrong_codes + 1' }));
    },

    spend: async (id) => {
      const spent = { state: 'spent' as const, openMemberId: null, wrongCodes: () => 'wrong_codes - 1' };
      return changedOne(await updateRows(tx, Challenge, { id, state: 'open' }, spent));
    },

    countSend: async (id, sends, now) => {
      const seen = { id, sends, ...alive(now) };
      return changedOne(await updateRows(tx, Challenge, seen, { sends: sends + 1, lastSentAt: now }));
    },

    backdateSend: async (id, sends, lastSentAt) =>
      changedOne(await updateRows(tx, Challenge, { id, sends, state: 'open' }, { lastSentAt })),

    arm: async (id, to) => changedOne(await updateRows(tx, Challenge, { id, state: 'open' }, to)),

    end: async (id, state) => {
      const open = { id, state: 'open' as const };
      if (state !== 'abandoned')
        return changedOne(await updateRows(tx, Challenge, open, { state, openMemberId: null }));
      const unlessBlind = () => "CASE WHEN blind_pair IS NULL THEN 'abandoned' ELSE state END";
      const sent = { ...open, openMemberId: Not(IsNull()) };
      return changedOne(await updateRows(tx, Challenge, sent, { state: unlessBlind, openMemberId: null }));
    },

    expire: async (now) => {
      const latest = storedMoment(latestBeginning(now));
      const open = (where: string, ...bound: string[]) => ({
        table: 'challenges',
        where: `state = 'open' AND ${where}`,
        bound,
      });
      const over = open('expires_at <= ?', storedMoment(now));
      // Whatever begins later ends later: so the index finds them.
      const notYet = open('created_at > ? AND expires_at > ?', latest, latest);
      const ended = "state = 'expired', open_member_id = NULL";
      return (await updatePage(tx, over, ended)) + (await updatePage(tx, notYet, ended));
    },

    purge: (before) =>
      deletePage(tx, {
        table: 'challenges',
        where: "state <> 'open' AND expires_at < ?",
        bound: [storedMoment(before)],
      }),
  };
}
