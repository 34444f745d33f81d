import type { Account } from '../../../playground/emulator/account.js';
import type { ChatMessage } from '../../../playground/emulator/chat-message.js';
import { heardOf } from '../../../playground/heard.js';
import { memberAt } from '../../people.js';
import type { Chance } from '../chance.js';
import { pause } from '../mortal.js';
import { listOf, type ListRow } from './passers.js';
import { label } from './visit.js';
import type { Wakes } from './wakes.js';

/** What staff have wanted, and what they were given. */
export interface StaffTally {
  asked: number;
  answered: number;
  /** Whom they have brought by lists, by insured code. */
  brought: string[];
  /** What stood on the screen of whoever got no answer. */
  unanswered: string[];
}

export interface StaffParts {
  operator: Account;
  supervisor: Account;
  wakes: Wakes;
  chance: Chance;
  isOver: () => boolean;
  /** Counts how often everybody is to begin anew. */
  era: () => number;
  /** Somebody of the members, by insured code. */
  someMember: () => string;
}

const patienceMs = 180_000;
const every = [6_000, 14_000] as const;

/** Looks things up, all the time. */
export async function lookThingsUp(parts: StaffParts, tally: StaffTally): Promise<void> {
  const { operator, chance } = parts;
  while (!parts.isOver()) {
    const code = parts.someMember();
    const [command, answer] = chance.oneOf([
      [`/member ${code}`, code],
      ['/whoami', operator.person.firstName],
      ['/help', '/member'],
    ] as const);
    await hears(
      parts,
      tally,
      operator,
      () => operator.say(command),
      ({ text }) => bare(text).includes(answer),
    );
    await pause(chance.between(...every));
  }
}

const [firstOfLists, rowsOfList, betweenLists] = [8_000, 25, 60_000];

/** Brings a list now and then, looks at what it would change, and has it applied. */
export async function bringLists(parts: StaffParts, tally: StaffTally): Promise<void> {
  const { supervisor } = parts;
  for (let first = firstOfLists; !parts.isOver(); first += rowsOfList) {
    const rows: ListRow[] = Array.from({ length: rowsOfList }, (_, at) => ({
      ...memberAt(first + at, true),
      fate: 'back in',
    }));
    const says = (act: () => unknown, key: string) =>
      hears(parts, tally, supervisor, act, ({ text }) => heardOf(text, [key]) !== null);
    const isAskedAbout = (act: () => unknown) =>
      hears(parts, tally, supervisor, act, ({ deleted, buttons }) => !deleted && buttons.flat().some(isYes));
    const list = Buffer.from(listOf(rows));
    const isApplied =
      (await says(() => supervisor.say('/import'), 'list-wanted')) &&
      (await isAskedAbout(() => supervisor.sendDocument(list, 'list.csv', 'text/csv'))) &&
      (await says(() => supervisor.press(label('staff-yes')), 'list-over-applied'));
    if (!isApplied) return;
    tally.brought.push(...rows.map(({ insuredCode }) => insuredCode));
    await wait(betweenLists, parts.isOver);
  }
}

/** The trail is whole, says the product. */
export const findsTrailSound = (parts: StaffParts, tally: StaffTally): Promise<boolean> =>
  hears(
    parts,
    tally,
    parts.supervisor,
    () => parts.supervisor.say('/audit verify'),
    ({ text }) => heardOf(text, ['audit-sound']) !== null,
  );

async function hears(
  { wakes, era }: StaffParts,
  tally: StaffTally,
  account: Account,
  act: () => unknown,
  isAnswer: (message: ChatMessage) => boolean,
): Promise<boolean> {
  const mark = Math.max(0, ...account.messages().map(({ revision }) => revision));
  const said = (): boolean =>
    account.messages().some((one) => one.from === 'bot' && one.revision > mark && isAnswer(one));
  tally.asked += 1;
  act();
  let own = era();
  for (const until = Date.now() + patienceMs; !said() && Date.now() < until;) {
    if (era() !== own) [own] = [era(), act()];
    await wakes.wait([`telegram:${account.chatId}`], 1_000);
  }
  if (!said()) {
    tally.unanswered.push(account.screen());
    return false;
  }
  tally.answered += 1;
  return true;
}

async function wait(ms: number, isOver: () => boolean): Promise<void> {
  for (const until = Date.now() + ms; !isOver() && Date.now() < until;) await pause(500);
}

const isYes = ({ text }: { text: string }): boolean => text === label('staff-yes');

/** In Latin digits, without the marks around what is filled in. */
const bare = (text: string): string =>
  text
    .replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '')
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
