import type { Account } from '../../playground/emulator/account.js';
import type { ChatMessage } from '../../playground/emulator/chat-message.js';
import type { Locale } from '../../src/words/words.js';
import { bare } from '../conversations/screen.js';
import { eventually } from '../support/eventually.js';
import { accountOf, everybody, oldButtons } from './outside.js';
import { isSaidIn } from './sentences.js';
import type { World } from './world.js';

/** The machine may be busy. */
const patienceMs = 20_000;

/** Somebody at a chat that was there before. What they hear counts from the upgrade on, or from their own last word or press. */
export type PersonThere = ReturnType<typeof personAt>;

/** To be called before the product is started: what is in the chats by then was there before. */
export function peopleThere(world: World): (who: string) => PersonThere {
  const seen = new Map(everybody().map((who) => [who, lastChange(accountOf(world, who))]));
  return (who) => personAt(world, who, seen);
}

const lastChange = (account: Account): number =>
  Math.max(0, ...account.messages().map(({ revision }) => revision));

function personAt(world: World, who: string, seen: Map<string, number>) {
  const account = accountOf(world, who);
  const news = (): ChatMessage[] =>
    account.messages().filter(({ from, revision }) => from === 'bot' && revision > (seen.get(who) ?? 0));
  const now = (): void => void seen.set(who, lastChange(account));
  const reads = async (what: string, isIt: (message: ChatMessage) => boolean): Promise<ChatMessage> => {
    const found = await eventually(async () => news().find(isIt) ?? null, Boolean, patienceMs).catch(
      () => null,
    );
    if (!found) throw new Error(`${who} did not get ${what}:\n${account.screen()}`);
    return found;
  };
  return {
    news,
    /** Only what comes from now on counts. */
    now,
    /** A sentence by its key, in whatever variant. */
    hears: (key: string, { locale = 'fa' }: { locale?: Locale } = {}) => {
      // There must be such a sentence, or waiting for it would be in vain.
      isSaidIn('', key, locale);
      return reads(key, ({ text }) => isSaidIn(bare(text), key, locale));
    },
    /** A button under such a sentence, by the beginning of what it sends back: that, whole. Buttons of before may still be put away. */
    isOffered: async (action: string, key: string): Promise<string> => {
      const offered = ({ buttons }: ChatMessage) =>
        buttons.flat().find(({ data }) => data?.startsWith(`${action}:`))?.data;
      const message = await reads(
        `${key} with ${action}`,
        (one) => offered(one) !== undefined && isSaidIn(bare(one.text), key),
      );
      return offered(message) ?? '';
    },
    /** A file whose name holds this. */
    getsFile: (part: string) => reads(part, ({ file }) => file?.name.includes(part) ?? false),
    says(text: string): void {
      now();
      account.say(text);
    },
    /** A button on the screen, by what it sends back. */
    presses(data: string): void {
      now();
      account.pressData(data);
    },
    /** A button that was there before, by the beginning of what it sends back; it may be gone from the screen. */
    pressesOld(action: string): void {
      const there = oldButtons(who).find(({ data }) => data.split(':')[0] === action);
      if (!there) throw new Error(`${who} never had a button ${action}`);
      now();
      account.pressData(there.data, there.under);
    },
    sharesNumber(): void {
      now();
      account.shareContact();
    },
    hands(list: string): void {
      now();
      account.sendDocument(Buffer.from(list), 'list.csv', 'text/csv');
    },
  };
}
