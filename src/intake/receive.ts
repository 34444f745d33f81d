import type { Chat, Update } from 'grammy/types';
import { chatKey } from '../chats/address.js';
import type { Clock } from '../clock.js';
import type { TransactionRunner } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import type { Log } from '../log.js';
import type { Messenger } from '../messenger/messenger.js';
import type { Count } from '../metrics.js';
import { makeTell } from './enqueue-event.js';
import type { Flood } from './flood.js';
import { isKnown, updateIdText, enqueueIncoming } from './inbox.js';

/** Makes an update durable. Once this has returned, the messenger may be told that we have it; if it throws, it may not. */
export type Receive = (from: Pick<Messenger, 'platform' | 'bot'>, update: Update) => Promise<void>;

export interface ReceiveParts {
  inTransaction: TransactionRunner;
  keyring: Keyring;
  clock: Clock;
  flood: Flood;
  log: Log;
  count: Count;
  /** Called when there is something new to handle. */
  wake: () => void;
}

export function makeReceive(parts: ReceiveParts): Receive {
  const { inTransaction, keyring, clock, flood, log, count, wake } = parts;
  return async ({ platform, bot }, update) => {
    const chat = chatOf(update);
    if (!chat) return log.debug({ platform, fields: Object.keys(update) }, 'update without a chat dropped');

    const source = `${platform}:${bot}`;
    const id = updateIdText(update);
    const key = chatKey({ platform, bot, chat: String(chat) });
    if (await inTransaction((tx) => isKnown(tx, { source, id })))
      return count('updates_total', { result: 'repeated' });

    const result = await flood.check(key, writtenAt(update));
    if (result.kind !== 'free') count('updates_total', { result: 'refused' });
    if (result.kind === 'silent') return;

    await inTransaction(async (tx) => {
      const inbox = { tx, keyring, clock };
      if (result.kind === 'refused') {
        await makeTell(inbox).tell(key, { kind: 'flood' }, `flood:${key}:${result.window}`);
      } else if (
        await enqueueIncoming(inbox, { source, id, chatKey: key, incoming: { kind: 'update', update } })
      ) {
        count('updates_total', { result: 'received' });
      }
    });
    log.debug({ platform }, 'update stored');
    wake();
  };
}

/** The chat that an update is about, groups too: the bot has a sentence for them. None where it is not in the shape that it ought to be. */
function chatOf(update: Update): Chat['id'] | undefined {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  return (message ?? update.my_chat_member)?.chat?.id ?? update.callback_query?.from?.id;
}

/** When it was written or last edited; the press of a button does not say. */
function writtenAt({ message, edited_message: edited }: Update): Date | null {
  const seconds = edited?.edit_date ?? message?.date;
  return typeof seconds === 'number' ? new Date(seconds * 1_000) : null;
}
