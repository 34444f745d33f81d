import { Api, Context } from 'grammy';
import type { Update } from 'grammy/types';
import { resetPasswordName } from '../../conversations/reset-password.js';
import { chatAddress } from '../chats/address.js';
import type { Incoming } from '../intake/update-handler.js';
import { staffKeys } from '../commands/staff-menu.js';
import { staffMenuIn } from './command-menu.js';
import type { ChatEvent } from '../chat/events.js';
import type { ChatServices, RecordCall } from '../chat/services.js';
import type { UpdateScope, BotContext } from '../chat/context.js';
import type { BotOptions } from './make-bot.js';
import { recordingFetch } from './recording-fetch.js';
import { makeReplies } from '../chat/reply.js';

/** One update or event, and what its handling may use. */
export interface UpdateEntry {
  services: ChatServices;
  record: RecordCall;
  chatKey: string;
  incoming: Incoming;
  keepAccident: (error: unknown) => void;
}

/** grammY's context of the update with a voice in its chat; an event comes as an update of our own making. */
export async function makeUpdateScope(options: BotOptions, entry: UpdateEntry): Promise<BotContext> {
  const { services, chatKey, incoming, keepAccident } = entry;
  // What our own parts have written down comes back in the shape in which they wrote it.
  const event = incoming.kind === 'event' ? (incoming.event as ChatEvent) : null;
  const { chat } = chatAddress(chatKey);
  const api = recordedApi(options, entry, entry.record);
  const ctx = new Context(updateOf(incoming), api, options.botInfo) as BotContext;
  const locale = await services.chatRepository.locale(chatKey);
  const ifSilentFor = (ms: number) =>
    recordedApi(options, entry, (call) => entry.record(call, { subject: chatKey, afterMs: ms }));
  const replies = makeReplies({ ...options, api, ifSilentFor, chatId: Number(chat), locale });
  const scope: UpdateScope = {
    services,
    replies,
    clock: options.clock,
    random: options.random,
    asker: { chatKey, senderId: String(ctx.from?.id ?? chat) },
    event,
    messageId: ctx.message?.message_id ?? null,
    openState: null,
    outdated: false,
    speak: async (chosen) => {
      await services.chatRepository.setLocale(chatKey, chosen);
      replies.setLocale(chosen);
      const by = await services.people.at(scope.asker);
      if (by) await scope.showMenu(by.role);
    },
    showMenu: async (role) => {
      if (!options.platform.capabilities.commandMenu) return role === 'none' ? 'removed' : staffKeys(role);
      const { commands, scope } = staffMenuIn(chatKey, role, (key) => options.words.say(replies.locale, key));
      await (role === 'none'
        ? ctx.api.deleteMyCommands({ scope })
        : ctx.api.setMyCommands(commands, { scope }));
      return [];
    },
    beginReset: () => ctx.conversation.enter(resetPasswordName),
    keepAccident,
  };
  return Object.assign(ctx, { scope });
}

const updateOf = (incoming: Incoming): Update =>
  incoming.kind === 'update' ? incoming.update : ({ update_id: 0, event: incoming.event } as Update);

/** The token is never used: the calls are only written down, and made by whoever holds the real one. */
function recordedApi({ platform }: BotOptions, { keepAccident }: UpdateEntry, record: RecordCall): Api {
  const { unknownFields } = platform.capabilities;
  return new Api('recorded', { fetch: recordingFetch({ record, unknownFields, keepAccident }) });
}
