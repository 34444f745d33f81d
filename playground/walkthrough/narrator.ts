import { styleText } from 'node:util';
import type { PlatformName } from '../../src/platforms.js';
import type { Account } from '../emulator/account.js';
import type { ChatMessage } from '../emulator/chat-message.js';
import { bare } from './sentences.js';
import type { Unmet } from './unmet.js';
import { titles, words, type WayName } from './words.fa.js';

type Colour = Parameters<typeof styleText>[0];

/** Tells a way as it is played, a line or more for each thing that is said or done. */
export interface Narrator {
  heading(way: WayName, messenger: PlatformName): void;
  /** Tells what has come to this chat since it was last told. */
  chat(account: Account): void;
  press(account: Account, label: string): void;
  phone(text: string): void;
  portal(what: string): void;
  backstage(what: string): void;
  unmet(fault: Unmet): void;
  verdict(well: boolean): void;
  say(line: string): void;
}

const nameWidth = 9;
const textWidth = 76;

/** `write` takes one line. `coloured`: a terminal that shows colours. */
export function makeNarrator(write: (line: string) => void, coloured: boolean): Narrator {
  const paint = (colour: Colour, text: string) => (coloured ? styleText(colour, text) : text);
  const told = new Map<Account, number>();

  function tell(name: string, colour: Colour, text: string): void {
    const [first = '', ...rest] = bare(text).split('\n').flatMap(wrapped);
    write(`  ${paint(colour, name.padEnd(nameWidth))}  ${first}`);
    for (const line of rest) write(line === '' ? '' : `  ${''.padEnd(nameWidth)}  ${line}`);
  }

  function message(account: Account, { from, text, contact, buttons, deleted }: ChatMessage): void {
    const what = contact ? `[${words.contact} +${contact.phone}]` : text;
    const gone = deleted ? `   ${paint('dim', `✂ ${words.taken}`)}` : '';
    if (from === 'person') tell(account.person.firstName, 'cyan', what + gone);
    else tell(words.bot, 'green', [what + gone, ...buttons.map(buttonRow)].join('\n'));
  }

  return {
    heading(way, messenger) {
      const { title, shows } = titles[way];
      write(`\n${paint('bold', `━━ ${title} · ${words.messengers[messenger]} · ${way} ━━`)}`);
      write(`${paint('dim', shows)}\n`);
    },
    chat(account) {
      const before = told.get(account) ?? 0;
      const fresh = account.messages().filter(({ id }) => id > before);
      for (const one of fresh) message(account, one);
      const keys = account.keyboard()?.rows.map(buttonRow) ?? [];
      if (fresh.length > 0 && keys.length > 0) tell('', 'dim', keys.map((row) => `⌨ ${row}`).join('\n'));
      told.set(account, before + fresh.length);
    },
    press: (account, label) => tell(account.person.firstName, 'cyan', `☞ [${label}]`),
    phone: (text) => tell(words.phone, 'yellow', `┃ ${text}`),
    portal: (what) => tell(words.portal, 'magenta', `◇ ${what}`),
    backstage: (what) => tell(words.backstage, 'dim', `… ${what}`),
    unmet({ expected, stood }) {
      write('');
      tell(words.expected, 'red', expected);
      tell(words.stood, 'red', stood);
    },
    verdict: (well) =>
      write(`\n${well ? paint('green', `✓ ${words.wentWell}`) : paint('red', `✗ ${words.wentWrong}`)}`),
    say: write,
  };
}

const buttonRow = (row: readonly { text: string }[]): string => row.map(({ text }) => `[${text}]`).join(' ');

/** A paragraph in lines that fit a terminal. */
function wrapped(paragraph: string): string[] {
  const lines = [''];
  for (const word of paragraph.split(/(?<= )/)) {
    if (`${lines.at(-1)}${word}`.trimEnd().length > textWidth) lines.push('');
    lines.push(`${lines.pop()}${word}`);
  }
  return lines.map((line) => line.trimEnd());
}
