import type { Chat, Update } from 'grammy/types';
import { chatKey } from '../chats/address.js';
import type { Log } from '../log.js';
import type { Messenger } from '../messenger/messenger.js';
import type { Count } from '../metrics.js';
import { eventArrival } from './enqueue-event.js';
import type { Flood } from './flood.js';
import { chatsOf, internalSource, traceIdOf, updateIdText, type Arrival } from './inbox.js';
import { readKnown } from './known.js';
import { makeLatelyStored } from './lately-stored.js';
import { inShape } from './parse-updates.js';
import type { ReceiveAtOnce } from './receive-at-once.js';
import { storeTogether, type StoreParts } from './store.js';

/** Makes updates durable. Once this has returned, the messenger may be told that we have them; if it throws, of none of them. */
export type Receive = (
  from: Pick<Messenger, 'platform' | 'bot'>,
  updates: readonly Update[],
) => Promise<void>;

export interface ReceiveParts extends StoreParts {
  flood: Flood;
  atOnce: ReceiveAtOnce;
  log: Log;
  count: Count;
}

export function makeReceive(parts: ReceiveParts): Receive {
  const { inStatement, clock, log, count } = parts;
  const lately = makeLatelyStored(clock);
  return async (from, updates) => {
    const { platform } = from;
    const letters = onePerUpdate(updates.flatMap((update) => addressed(parts, from, inShape(update))));
    if (letters.length === 0) return;
    const known = lately.knows(letters) ?? (await inStatement((tx) => readKnown(tx, letters)));
    const chats = new Set([...known.chats, ...lately.chatsAmong(letters)]);
    const fresh = letters.filter(({ id }) => !known.ids.has(id));
    for (let times = fresh.length; times < letters.length; times += 1)
      count('updates_total', { result: 'repeated' });
    const admitted: Arrival[] = [];
    for (const letter of fresh) admitted.push(...(await admit(parts, letter)));
    if (admitted.length === 0) return;
    const atOnce = await handleAtOnce(parts, admitted, chats);
    // Whoever is late may be about to make the chat's row: its turn makes it where it is not there then.
    const withRow = atOnce === 'late' ? new Set(chatsOf(admitted)) : chats;
    if (atOnce === 'handled' || (await storeTogether(parts, admitted, withRow))) lately.note(admitted);
    const traces = admitted.map(({ traceId }) => traceId);
    log.debug({ platform, updates: admitted.length, traces }, 'update stored');
  };
}

/** Several are written down together, and are handled beside each other. */
async function handleAtOnce(
  { atOnce }: ReceiveParts,
  [lone, ...others]: readonly Arrival[],
  withRow: ReadonlySet<string>,
): ReturnType<ReceiveAtOnce> {
  if (!lone || others.length > 0 || lone.source === internalSource) return 'left';
  return atOnce(lone, withRow.has(lone.chatKey));
}

/** An update and where it belongs. */
interface Letter extends Arrival {
  traceId: string;
  writtenAt: Date | null;
}

function addressed(
  { log }: ReceiveParts,
  { platform, bot }: Pick<Messenger, 'platform' | 'bot'>,
  update: Update,
): Letter[] {
  const chat = chatOf(update);
  if (!chat) {
    log.debug({ platform, fields: Object.keys(update) }, 'update without a chat dropped');
    return [];
  }
  const key = chatKey({ platform, bot, chat: String(chat) });
  const [source, id] = [`${platform}:${bot}`, updateIdText(update)];
  const arrival = { source, id, chatKey: key, traceId: traceIdOf(source, id) };
  return [{ ...arrival, incoming: { kind: 'update', update }, writtenAt: writtenAt(update) }];
}

/** Two deliveries of one update may be here together. */
const onePerUpdate = (letters: readonly Letter[]): Letter[] => [
  ...new Map(letters.map((letter) => [letter.id, letter])).values(),
];

/** What is to be written down: the update, that there were too many of them, or nothing. */
async function admit({ flood, count }: ReceiveParts, { writtenAt, ...arrival }: Letter): Promise<Arrival[]> {
  const verdict = await flood.check(arrival.chatKey, writtenAt);
  if (verdict.kind === 'free') return [arrival];
  count('updates_total', { result: 'refused' });
  if (verdict.kind === 'silent') return [];
  const key = `flood:${arrival.chatKey}:${verdict.window}`;
  return [{ ...eventArrival(arrival.chatKey, { kind: 'flood' }, key), traceId: arrival.traceId }];
}

/** The chat that an update is about, groups too: the bot has a sentence for them. None where it is not in the shape that it ought to be. */
function chatOf(update: Update): Chat['id'] | string | null {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  const id: unknown = (message ?? update.my_chat_member)?.chat?.id ?? update.callback_query?.from?.id;
  return typeof id === 'number' || typeof id === 'string' ? id : null;
}

/** When it was written or last edited; the press of a button does not say. */
function writtenAt({ message, edited_message: edited }: Update): Date | null {
  const seconds = edited?.edit_date ?? message?.date;
  return typeof seconds === 'number' ? new Date(seconds * 1_000) : null;
}
