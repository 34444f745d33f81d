import { setTimeout } from 'node:timers/promises';
import { In } from 'typeorm';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { chatAddress } from '../chats/address.js';
import type { PlatformName } from '../platforms.js';
import type { TransactionRunner } from '../db/transaction.js';
import { makePeople } from '../people/people.js';
import type { SharedDeps } from './services.js';
import type { RaiseAlert } from './raise-alert.js';

export interface NotifyBeforeShutdownParts {
  shared: SharedDeps;
  inTransaction: TransactionRunner;
  raiseAlert: RaiseAlert;
}

/** As long as the process goes on for the sake of a word on another messenger. */
const patienceMs = 15_000;
const lookAgainMs = 100;

/**
 * A messenger refuses the token, and the process is about to end: staff hear of it on the others first. Resolves when they
 * have, or when it has been long enough; every call that is refused meanwhile waits for the same word.
 */
export function makeNotifyBeforeShutdown(
  parts: NotifyBeforeShutdownParts,
): (refused: PlatformName) => Promise<void> {
  const said = new Map<PlatformName, Promise<void>>();
  return (refused) => {
    const saying = said.get(refused) ?? notifyChats(parts, refused);
    said.set(refused, saying);
    return saying;
  };
}

async function notifyChats(parts: NotifyBeforeShutdownParts, refused: PlatformName): Promise<void> {
  await parts.raiseAlert({ cause: 'token-refused', about: refused });
  for (let waited = 0; waited < patienceMs; waited += lookAgainMs) {
    if (await isTold(parts, refused).catch(() => true)) return;
    await setTimeout(lookAgainMs);
  }
}

/** Has everything left for the chats of staff on the other messengers? */
function isTold(
  { shared, inTransaction }: NotifyBeforeShutdownParts,
  refused: PlatformName,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const chats = await makePeople({ tx, clock: shared.clock }).chatsOf('operator');
    const others = In(chats.filter((chatKey) => chatAddress(chatKey).platform !== refused));
    const [unread, unsent] = [
      await tx.existsBy(InboxEntry, { chatKey: others, state: 'waiting' }),
      await tx.existsBy(OutboxEntry, { lane: others, state: In(['waiting', 'in-hand']) }),
    ];
    return !unread && !unsent;
  });
}
