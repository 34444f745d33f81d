import type { Player } from '../cast.js';
import type { ChatMessage } from '../emulator/chat-message.js';
import type { Stage } from './stage.js';
import { messengers } from './who-and-where.js';

/** People, and of each of their chats how much they have heard from the bot, for the badges, and what came last. */
export const peopleShown = (stage: Stage, players: readonly Player[]) =>
  players.map((player) => {
    const { role, name, latinName, accounts } = player;
    const insuredCode = 'insuredCode' in player ? player.insuredCode : null;
    const here = messengers.filter((messenger) => accounts[messenger] !== undefined);
    const chats = here.map((messenger) => {
      const { messages } = stage.chat(role, messenger).look();
      const heard = messages.filter(({ from }) => from === 'bot');
      return [messenger, { heard: heard.length, last: lastOf(heard) }] as const;
    });
    return { role, name, latinName, insuredCode, chats: Object.fromEntries(chats) };
  });

/** `asks`: it waits for a button to be pressed. */
function lastOf(heard: readonly ChatMessage[]) {
  const last = heard.findLast(({ deleted }) => !deleted);
  if (!last) return null;
  const asks = last.buttons.flat().some(({ data }) => data !== undefined);
  return { at: last.at, text: last.text || (last.file?.name ?? ''), asks };
}
