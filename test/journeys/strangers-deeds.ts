import { person, type CastMember } from '../../playground/cast.js';
import type { Account } from '../../playground/emulator/account.js';
import { invent } from '../support/invented.js';

/** Whose account they are after, who is at it meanwhile, and whose number is not on record. */
export const victim = person('behrouz');
const withoutNumber = person('sara');
const onInitialPassword = person('mahin');
const leaked = (['iraj', 'farhad', 'kamran', 'laleh', 'nasrin', 'mahin'] as const).map(person);

/** What somebody does at their n-th turn, all of it at once, knowing five digits that are no code of anybody's. */
type Turn = (chat: Account, at: number, wrong: readonly string[]) => void;

/** One way of being at a member without their phone. */
export interface StrangersKind {
  what: string;
  chats: number;
  turn: Turn;
}

type Pair = Pick<CastMember, 'insuredCode' | 'nationalId'>;

const turnOf = <T>(things: readonly T[], at: number): T => things[at % things.length]!;
const nobody = (chat: Account, at: number) => invent(1_000 + ((chat.id * 31 + at) % 9_000));

function types(chat: Account, { insuredCode, nationalId }: Pair): void {
  for (const text of ['/cancel', '/reset', insuredCode, nationalId]) chat.say(text);
}

/** Where there is no such button any more, it begins anew. */
function asksAgain(chat: Account): void {
  const buttons = chat.messages().flatMap(({ deleted, buttons: rows }) => (deleted ? [] : rows.flat()));
  const resend = buttons.findLast(({ data }) => data?.startsWith('resend:'))?.data;
  if (resend === undefined) types(chat, victim);
  else chat.pressData(resend);
}

const pairThen =
  (pair: Pair, next: Turn): Turn =>
  (chat, at, wrong) =>
    at % 2 === 0 ? types(chat, pair) : next(chat, at, wrong);

const wrongCodes: Turn = (chat, _, wrong) => wrong.forEach((code) => chat.say(code));

/** Forty chats. Each does one thing to the member, over and over. */
export const strangersKinds: readonly StrangersKind[] = [
  {
    what: 'wrong pairs, and an own right pair after every third',
    chats: 5,
    turn: (chat, at) =>
      types(chat, at % 4 === 3 ? onInitialPassword : { ...nobody(chat, at), insuredCode: '399999' }),
  },
  {
    what: 'the member’s code or ID beside wrong ones',
    chats: 5,
    turn: (chat, at) => {
      const { insuredCode, nationalId } = nobody(chat, at);
      types(chat, at % 2 ? { ...victim, insuredCode } : { ...victim, nationalId });
    },
  },
  {
    what: 'the pair, cancelled and begun again',
    chats: 5,
    turn: (chat) => {
      types(chat, victim);
      types(chat, victim);
    },
  },
  {
    what: 'the pair, and the code asked for again and again',
    chats: 4,
    turn: pairThen(victim, asksAgain),
  },
  {
    what: 'the member’s number offered by somebody without one, and an own number by somebody with the pair',
    chats: 4,
    turn: (chat, at) => {
      const own = chat.id % 2 === 1;
      if (at % 2 === 0) return types(chat, own ? victim : withoutNumber);
      chat.say(own ? chat.person.phone! : victim.phone);
      if (own) chat.shareContact();
    },
  },
  {
    what: 'the pair, and wrong codes',
    chats: 5,
    turn: pairThen(victim, wrongCodes),
  },
  {
    what: 'a leaked list of right pairs, one after the other',
    chats: 4,
    turn: (chat, at) => types(chat, turnOf([...leaked, victim], at)),
  },
  {
    what: 'a leaked pair of somebody else’s, and wrong codes',
    chats: 4,
    turn: (chat, at, wrong) => pairThen(turnOf(leaked.slice(0, 2), chat.id), wrongCodes)(chat, at, wrong),
  },
  {
    what: 'nonsense',
    chats: 4,
    turn: (chat) => {
      for (let times = 0; times < 12; times += 1) chat.say('سلام سلام');
    },
  },
];
