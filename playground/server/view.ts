import type { PlatformName } from '../../src/chats/address.js';
import type { CastMember } from '../cast.js';
import type { ChatMessage } from '../emulator/chat-message.js';
import type { PersonChat, Stage } from './stage.js';

/** Messages and texts shown at most. */
const shownMost = 200;

export const messengers: readonly PlatformName[] = ['telegram', 'bale'];

/** What one person sees on one messenger, as the page draws it. Instants are epoch milliseconds by the stage's clock. */
export type View = Awaited<ReturnType<typeof viewOf>>;

export async function viewOf(stage: Stage, member: CastMember, messenger: PlatformName) {
  return {
    now: stage.clock.now().getTime(),
    cast: stage.cast.map((one) => inCast(stage, one)),
    person: {
      role: member.role,
      name: member.name,
      messenger,
      insuredCode: member.insuredCode,
      nationalId: member.nationalId,
      phone: member.phone,
      /** The password that this person had before forgetting it. */
      forgotten: member.portalPassword,
    },
    chat: {
      bot: stage.bot(messenger),
      ...chatOf(stage.chat(member.role, messenger), member.role, messenger),
    },
    phone: phoneOf(stage, member.phone),
    portal: {
      url: stage.portal.url,
      away: stage.portal.isAway(),
      state: await stage.portal.state(member.insuredCode),
    },
  };
}

/** How much each chat of this person has heard from the bot, for the badges. */
function inCast(stage: Stage, { role, name, accounts }: CastMember) {
  const here = messengers.filter((messenger) => accounts[messenger] !== undefined);
  const heard = here.map((messenger) => {
    const { messages } = stage.chat(role, messenger).look();
    return [messenger, messages.filter(({ from }) => from === 'bot').length] as const;
  });
  return { role, name, heard: Object.fromEntries(heard) };
}

function chatOf(chat: PersonChat, role: string, messenger: PlatformName) {
  const { messages, keyboard, typing, blocked, notes, menu, fetched } = chat.look();
  const lastHeard = messages.findLast(({ from }) => from === 'bot')?.id ?? 0;
  return {
    messages: messages.slice(-shownMost).map((message) => ({
      ...messageOf(message, `/files/${messenger}/${role}`),
      seen: fetched || message.id < lastHeard,
    })),
    keyboard: keyboard && {
      placeholder: keyboard.placeholder,
      rows: keyboard.rows.map((row) =>
        row.map(({ text, requestContact }) => ({ text, contact: requestContact })),
      ),
    },
    typing,
    blocked,
    notes,
    menu,
  };
}

function messageOf(
  { id, from, at, kind, text, edited, deleted, buttons, contact, file }: ChatMessage,
  files: string,
) {
  return {
    id,
    from,
    at,
    kind,
    text,
    edited,
    deleted,
    buttons,
    contact: contact && { name: contact.firstName, phone: `+${contact.phone.replace(/^\+/, '')}` },
    image: kind === 'photo' && file ? `${files}/${file.id}` : null,
    file: file && { name: file.name, size: file.size, address: `${files}/${file.id}` },
  };
}

function phoneOf({ phone }: Stage, number: string) {
  const { delayMs, down } = phone.reception(number);
  return {
    number,
    delaySeconds: delayMs / 1000,
    down,
    inTheAir: phone.inTheAir(number),
    messages: phone
      .inbox(number)
      .slice(-shownMost)
      .map(({ id, text, arrivedAt }) => ({ id, text, at: arrivedAt })),
  };
}
