import { createHash } from 'node:crypto';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Clock } from '../../src/clock.js';
import type { Transaction } from '../../src/db/transaction.js';
import type { Keyring } from '../../src/keys/keyring.js';
import type { ResetJobs } from '../../src/reset/ports.js';
import type { Tell } from '../../src/chats/tell.js';
import type { ChatEvent } from '../../src/chat/events.js';

interface Desk {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
}

/** Errands that are rows of the outbox and stay there: they live and die with the transaction that wrote them. */
export function makeWrittenErrands({ tx, keyring, clock }: Desk): ResetJobs {
  const write = async (kind: string, subject: string, order: object): Promise<void> => {
    await tx.insert(OutboxEntry, {
      kind,
      lane: null,
      subject,
      payload: keyring.encrypt('outbox', JSON.stringify(order)),
      keyId: keyring.current,
      state: 'waiting',
      tries: 0,
      createdAt: clock.now(),
      dueAt: clock.now(),
    });
  };
  return {
    sendCode: (order) => write('send-code', order.challengeId, order),
    sendNotice: (order) => write('send-notice', order.subject, order),
    askAccount: (order) => write('ask-account', order.ticketId, order),
    askOwner: (order) => write('ask-owner', order.inquiryId, order),
    resetPassword: (order) => write('reset-password', order.resetId, order),
    askOutcome: (order) => write('ask-outcome', order.resetId, order),
    withdraw: async (subject) => {
      const taken = await tx.update(OutboxEntry, { subject, state: 'waiting' }, { state: 'cancelled' });
      return (taken.affected ?? 0) > 0;
    },
  };
}

/** Tell<ChatEvent> that are told by rows of the inbox, once for each key. */
export function makeWrittenChats({ tx, keyring, clock }: Desk): Tell<ChatEvent> {
  return {
    tell: async (chatKey, event, key) => {
      const once = { source: 'event', updateId: key.length > 64 ? digest(key) : key };
      if (await tx.existsBy(InboxEntry, once)) return;
      const payload = keyring.encrypt('inbox', JSON.stringify(event));
      const now = clock.now();
      const waiting = { keyId: keyring.current, state: 'waiting' as const, receivedAt: now, dueAt: now };
      await tx.insert(InboxEntry, { ...once, chatKey, payload, tries: 0, ...waiting });
    },
  };
}

const digest = (key: string): string => createHash('sha256').update(key).digest('hex');
