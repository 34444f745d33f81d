import { readFileSync } from 'node:fs';
import { cast, staffCast } from '../../playground/cast.js';
import type { Account } from '../../playground/emulator/account.js';
import type { PlatformName } from '../../src/platforms.js';
import { eventually } from '../support/eventually.js';
import { invent } from '../support/invented.js';
import { messengers, type World } from './world.js';

/** One thing that happened before, as the messengers, the phones and the portal remember it. */
export type Remembered =
  | { who: string; says: string }
  | { who: string; presses: string; under: number }
  | { who: string; hands: string; name: string }
  | { who: string; shares: 'card' }
  | { bot: PlatformName; method: string; payload: { [field: string]: unknown } }
  | { sms: { to: string; from: string; text: string } }
  /** A recovery that was carried out, by its idempotency key. */
  | { portal: string; insuredCode: string; times: number };

export const remembered: readonly Remembered[] = readFileSync(
  new URL('outside.jsonl', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Remembered);

/** Whose chats there are: `telegram:1002`. */
export const everybody = (): string[] => [
  ...new Set(
    remembered.flatMap((one) => {
      if ('who' in one) return one.who;
      return 'bot' in one ? `${one.bot}:${String(one.payload['chat_id'])}` : [];
    }),
  ),
];

/** The buttons that the bot has put into a chat, the newest first: what each sends back, and under which message it stands. */
export function oldButtons(who: string): { data: string; under: number }[] {
  const [messenger, chat] = who.split(':');
  let messages = 0;
  const found = remembered.flatMap((one) => {
    if ('who' in one) messages += one.who === who && !('presses' in one) ? 1 : 0;
    if (!('bot' in one) || one.bot !== messenger || String(one.payload['chat_id']) !== chat) return [];
    if (one.method !== 'sendMessage') return [];
    messages += 1;
    const { inline_keyboard: rows = [] } = (one.payload['reply_markup'] ?? {}) as Markup;
    return rows.flat().flatMap(({ callback_data: data }) => (data ? { data, under: messages } : []));
  });
  return found.toReversed();
}

interface Markup {
  inline_keyboard?: { callback_data?: string }[][];
}

/** Lets it all happen once more, so that messages, files, presses and SMS have the numbers that the rows know them by. */
export async function remember(world: World): Promise<void> {
  for (const one of remembered) await again(world, one);
  for (const messenger of messengers) await confirmAll(world, messenger);
  const texts = remembered.filter((one) => 'sms' in one).length;
  await eventually(
    async () => Array.from({ length: texts }, (_, at) => world.phone.find(at + 1)?.arrivedAt ?? null),
    (arrivals) => !arrivals.includes(null),
  );
}

async function again(world: World, one: Remembered): Promise<void> {
  if ('bot' in one) return void (await call(world, one.bot, one.method, one.payload));
  if ('sms' in one) return void world.phone.submit(one.sms);
  if ('portal' in one) {
    for (let time = 0; time < one.times; time += 1) await world.portal.reset(one.portal, one.insuredCode);
    return;
  }
  const account = accountOf(world, one.who);
  if ('says' in one) account.say(one.says);
  else if ('presses' in one) account.pressData(one.presses, one.under);
  else if ('hands' in one) account.sendDocument(Buffer.from(one.hands), one.name, 'text/csv');
  else account.shareContact();
}

/** What people wrote then was taken in then. */
async function confirmAll(world: World, messenger: PlatformName): Promise<void> {
  for (let offset: number | undefined; world.emulator.pending(messenger) > 0;) {
    const question = { timeout: 0, ...(offset === undefined ? {} : { offset }) };
    const updates = (await call(world, messenger, 'getUpdates', question)) as { update_id: number }[];
    offset = (updates.at(-1)?.update_id ?? 0) + 1;
  }
}

async function call({ emulator }: World, messenger: PlatformName, method: string, payload: object) {
  const answer = await fetch(`${emulator.root(messenger)}/bot${emulator.token(messenger)}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  const { ok, result } = (await answer.json()) as { ok: boolean; result: unknown };
  if (!ok) throw new Error(`${method} was possible once, and is not now: ${JSON.stringify(payload)}`);
  return result;
}

/** Where the accounts of the invented begin. */
const inventedFrom = 7_000_000;

/** The chat of somebody who is invented: `telegram:7000020`. */
export const chatOf = (number: number, messenger: PlatformName = 'telegram'): string =>
  `${messenger}:${inventedFrom + number}`;

/** The account that is called so: `telegram:1002`. */
export function accountOf({ emulator }: World, who: string): Account {
  const [messenger = '', number = ''] = who.split(':');
  const id = Number(number);
  const platform = messenger as PlatformName;
  const person = [...cast, ...staffCast].find(({ accounts }) => accounts[platform] === id);
  const phone =
    person && 'phone' in person ? person.phone : id > inventedFrom ? invent(id - inventedFrom).phone : null;
  const firstName = person?.name.split(' ')[0] ?? 'ناشناس';
  return emulator.account({ messenger: platform, id, firstName, ...(phone === null ? {} : { phone }) });
}
