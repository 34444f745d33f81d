import type { Account } from '../../../playground/emulator/account.js';
import { heardOf } from '../../../playground/heard.js';
import { isFiller } from '../../../playground/walkthrough/played.js';
import type { Fate } from '../people/passers.js';

type Chat = Pick<Account, 'messages'>;

/** What the bot has said in a chat, but for what only fills a wait and what goes past its rows while nothing can be stored. */
const said = (account: Chat): string[] =>
  account
    .messages()
    .filter(({ from, text }) => from === 'bot' && !isFiller(text) && heardOf(text, ['not-now']) === null)
    .map(({ text }) => text);

/** How many messages came twice, the second right after the first: they were in a hand that died. */
export const repeatsIn = (account: Chat): number =>
  said(account).filter((text, at, all) => text === all[at - 1]).length;

const endOf: Readonly<Record<Fate, string>> = {
  'back in': 'reset-done',
  'not covered': 'cover-not-active',
  locked: 'code-wrong-last',
};

/** Whether somebody was told the end that was to be theirs, and once; what is repeated at once counts once. */
export function saidOnce(account: Chat, fate: Fate): boolean {
  const once = said(account).filter((text, at, all) => text !== all[at - 1]);
  return once.filter((text) => heardOf(text, [endOf[fate]]) !== null).length === 1;
}
