import { ways, type Marks, type Person, type WayName } from './ways.js';

/** A crowd that comes in one moment; each goes the whole way without a pause. */
export interface Crowd {
  people: readonly Person[];
  way: WayName;
  marks: Marks;
  /** After so many milliseconds whoever is not back in will not be. */
  patienceMs: number;
}

/** Plays members at the chats of one bot. */
export interface Members {
  /** How long each took, in milliseconds, in the order in which they were back in. Throws when somebody is left standing. */
  play(crowd: Crowd): Promise<number[]>;
  /** The bot has said this in a chat; `body` is the whole call. */
  hear(chat: number, text: string, body: string): void;
  /** A code has come by SMS. */
  receive(sms: { mobile: string; code: string }): void;
}

interface Player {
  person: Person;
  chat: number;
  at: number;
  came: number;
  /** The code, as soon as it is there, and whether the bot has asked for it. */
  code: string | null;
  asked: boolean;
  lastHeard: string;
}

export function makeMembers(say: (chat: number, text: string) => void): Members {
  let crowd: Crowd | null = null;
  const byChat = new Map<number, Player>();
  const byMobile = new Map<string, Player>();
  let backIn: (player: Player) => void = () => undefined;

  const speak = (player: Player): void => {
    const says = crowd && ways[crowd.way][player.at]?.says;
    if (!says) return backIn(player);
    if (says === 'code') say(player.chat, player.code ?? '');
    else say(player.chat, says.startsWith('/') ? says : player.person[says as keyof Person]);
  };
  const goOn = (player: Player): void => {
    player.at += 1;
    speak(player);
  };
  const goOnWithCode = (player: Player): void => {
    if (player.asked && player.code !== null) goOn(player);
  };
  return {
    play: (coming) =>
      new Promise((resolve, reject) => {
        crowd = coming;
        const took: number[] = [];
        const timer = setTimeout(() => reject(new Error(leftStanding(byChat))), coming.patienceMs);
        backIn = (player) => {
          took.push(performance.now() - player.came);
          byChat.delete(player.chat);
          byMobile.delete(player.person.mobile);
          if (byChat.size > 0) return;
          clearTimeout(timer);
          resolve(took);
        };
        for (const person of coming.people) {
          const player = newPlayer(person);
          byChat.set(player.chat, player);
          byMobile.set(person.mobile, player);
          speak(player);
        }
      }),

    hear(chat, text, body) {
      const player = byChat.get(chat);
      if (!player || !crowd) return;
      player.lastHeard = text;
      const until = ways[crowd.way][player.at]?.until ?? null;
      const isIt = until === null || (until === 'done' ? body : text).includes(crowd.marks[until]);
      if (!isIt || player.asked !== (until === 'done')) return;
      if (until !== 'code') return goOn(player);
      player.asked = true;
      goOnWithCode(player);
    },

    receive({ mobile, code }) {
      const player = byMobile.get(mobile);
      if (!player || player.code !== null) return;
      player.code = code;
      goOnWithCode(player);
    },
  };
}

const newPlayer = (person: Person): Player => ({
  person,
  chat: Number(person.insuredCode),
  at: 0,
  came: performance.now(),
  code: null,
  asked: false,
  lastHeard: '',
});

function leftStanding(players: ReadonlyMap<number, Player>): string {
  const steps = [...players.values()].map(({ at }) => at).join(', ');
  const [one] = players.values();
  return `${players.size} members are left standing at step ${steps}; one was last told: ${one?.lastHeard}`;
}
