import { In, LessThan } from 'typeorm';
import { Dialogue } from '../../entities/dialogue.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { LimitCounter } from '../../entities/limit-counter.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { JobParts } from './job.js';

const hour = 3_600_000;

/** Messengers repeat an update for a day at most; until then its row is what tells that it is known. */
const handledKeptMs = 48 * hour;

/** What failed is kept for staff to look at; of an update that was parked, with what was typed, encrypted. */
const failedKeptMs = 7 * 24 * hour;

/** A dialogue that nobody has ended for so long after its end has lost its chat. */
const deadDialogueKeptMs = hour;

export function purgeInbox({ inTransaction, clock }: JobParts): Promise<number> {
  return inTransaction(async (tx) => {
    const handled = { state: 'done' as const, receivedAt: LessThan(ago(clock.now(), handledKeptMs)) };
    const parked = { state: 'parked' as const, receivedAt: LessThan(ago(clock.now(), failedKeptMs)) };
    return sum(await tx.delete(InboxEntry, handled), await tx.delete(InboxEntry, parked));
  });
}

export function purgeOutbox({ inTransaction, clock }: JobParts): Promise<number> {
  return inTransaction(async (tx) => {
    const over = { state: In(['done', 'cancelled']), createdAt: LessThan(ago(clock.now(), handledKeptMs)) };
    const failed = { state: In(['failed', 'doubt']), createdAt: LessThan(ago(clock.now(), failedKeptMs)) };
    return sum(await tx.delete(OutboxEntry, over), await tx.delete(OutboxEntry, failed));
  });
}

export const purgeLimits = ({ inTransaction, clock }: JobParts): Promise<number> =>
  inTransaction(async (tx) => sum(await tx.delete(LimitCounter, { windowEndsAt: LessThan(clock.now()) })));

export const purgeDialogues = ({ inTransaction, clock }: JobParts): Promise<number> =>
  inTransaction(async (tx) =>
    sum(await tx.delete(Dialogue, { endsAt: LessThan(ago(clock.now(), deadDialogueKeptMs)) })),
  );

const ago = (now: Date, ms: number): Date => new Date(now.getTime() - ms);

const sum = (...results: { affected?: number | null }[]): number =>
  results.reduce((all, { affected }) => all + (affected ?? 0), 0);
