import { expect } from 'vitest';
import type { Emulator } from '../../playground/emulator/emulator.js';
import { askedForId, codeIsSent } from '../../playground/walkthrough/identifies.js';
import type { FaultScope } from '../../playground/emulator/faults.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { minute, second } from '../support/hand-clock.js';
import { connectProxy } from '../support/proxies.js';
import { runMain } from '../support/started-product.js';
import { openTown } from '../support/town.js';
import type { Group, Row } from './row.js';

/** As quickly as messengers allow it, so that a chat can be told from all the others. */
const settings = { TELEGRAM_CALLS_PER_SECOND: '30', TELEGRAM_PER_CHAT_AND_MINUTE: '20' };

/** Refuses what is said to one chat, or to everybody, with a number of seconds; counts how often it had to. */
function hurry({ faults }: Emulator, { chat, retryAfter }: { chat?: number; retryAfter: number }) {
  let refused = 0;
  const end = faults.intercept('sendMessage', async ({ payload }, proceed) => {
    if (chat !== undefined && payload['chat_id'] !== chat) return proceed();
    refused += 1;
    const parameters = { retry_after: retryAfter };
    return { ok: false, error_code: 429, description: 'Too Many Requests', parameters };
  });
  return { end, refused: () => refused, begun: () => eventually(async () => refused > 0, Boolean) };
}

/** How often the bot has tried to say something. */
const words = (emulator: Emulator): number =>
  emulator.calls().filter(({ method }) => method === 'sendMessage').length;

const oneChat: Row = {
  promise: 'asks for half a minute for one chat: that one waits, in order and unasked, and nobody else does',
  async play(open) {
    const { stage, played } = await open({ settings });
    const [behrouz, farhad] = [played('behrouz'), played('farhad')];
    for (const before of ['/help', '/privacy', '/help']) {
      behrouz.says(before);
      await behrouz.hears(before.slice(1));
    }
    const { chatId: chat } = stage.account('behrouz', 'telegram');
    const hurried = hurry(stage.emulator, { chat, retryAfter: 30 });
    behrouz.says('/help');
    await hurried.begun();
    behrouz.says('/privacy');
    farhad.says('/privacy');
    await farhad.hears('privacy');
    expect(hurried.refused()).toBe(1);

    hurried.end();
    await stage.advance(30 * second);
    await behrouz.hears('help');
    await behrouz.hears('privacy');
  },
};

const everybody: Row = {
  promise:
    'asks for half a minute for all: after three seconds one is tried, then nobody for as long, and then all hear what is theirs',
  async play(open) {
    const { stage, played, jobs } = await open({ settings });
    const hurried = hurry(stage.emulator, { retryAfter: 30 });
    const [behrouz, farhad, mahin] = [played('behrouz'), played('farhad'), played('mahin')];
    behrouz.says('/help');
    await hurried.begun();
    for (const one of [farhad, mahin, behrouz]) one.says('/privacy');
    await eventually(
      () => jobs('bot-calls:telegram'),
      (states) => states.length === 4 && !states.includes('done'),
    );
    expect(hurried.refused()).toBe(1);
    await stage.advance(3 * second);
    await eventually(async () => hurried.refused() === 2, Boolean);
    await stage.advance(27 * second);
    expect(hurried.refused()).toBe(2);

    hurried.end();
    await stage.advance(3 * second);
    await behrouz.hears('help');
    for (const one of [behrouz, farhad, mahin]) await one.hears('privacy');
  },
};

const outOfReach: Row = {
  promise: 'is out of reach for five minutes: what was written meanwhile is answered in its order, once',
  async play(open) {
    const { stage, played, reasons, finishes } = await open();
    const { faults } = stage.emulator;
    const [behrouz, mahin] = [played('behrouz'), played('mahin')];
    behrouz.says('/reset');
    await behrouz.hears('reset-welcome', 'ask-insured-code');
    const isGone = (scope: FaultScope): void =>
      faults.next({ kind: 'reset', when: 'before' }, { ...scope, times: Infinity });
    const before = words(stage.emulator);
    isGone({});
    behrouz.says(behrouz.who.insuredCode);
    await eventually(
      async () => words(stage.emulator),
      (said) => said > before,
    );
    isGone({ method: 'getUpdates' });
    mahin.says('/help');
    await eventually(reasons, (all) => all.includes('a messenger gives no updates'));
    behrouz.says(behrouz.who.nationalId);
    for (const text of ['/privacy', '/help']) mahin.says(text);
    await stage.advance(5 * minute);

    faults.clear();
    await eventually(
      async () => stage.emulator.pending('telegram'),
      (unread) => unread === 0,
    );
    await behrouz.hears(...askedForId);
    await behrouz.hears(...codeIsSent);
    for (const key of ['help', 'privacy', 'help']) await mahin.hears(key);
    await finishes(behrouz);
    expect(await reasons()).toEqual([]);
  },
};

const tokenRefused: Row = {
  promise:
    'refuses the token of a process at work: it ends, not in peace, and says why without naming the token',
  async play() {
    const town = await openTown(databases[0]!, []);
    const product = runMain(town.settings);
    await product.writes('"started"');
    town.emulator.faults.revokeToken('telegram');
    expect(await product.ended).toBe(1);
    expect(product.written()).toContain('telegram refuses the bot token');
    expect(product.written()).not.toContain(town.emulator.token('telegram').split(':')[1]);
    await town.close();
  },
};

const proxyGone: Row = {
  promise:
    'stands behind a proxy that is not there yet when the bot starts: the log says what is in the way, never the login, and all goes on',
  async play() {
    const town = await openTown(databases[0]!, []);
    const login = 'bot:proxy-secret';
    const proxy = await connectProxy({ login });
    const { port } = proxy;
    await proxy.close();
    const product = runMain({ ...town.settings, TELEGRAM_PROXY: `http://${login}@127.0.0.1:${port}` });
    await product.writes('proxy ECONNREFUSED');
    const back = await connectProxy({ login, port });
    await product.writes('messenger answers again');
    expect(await product.stop()).toBe(0);
    expect(product.written()).not.toContain('proxy-secret');
    await Promise.all([back.close(), town.close()]);
  },
};

export const messenger: Group = {
  trouble: 'a messenger',
  rows: [oneChat, everybody, outOfReach, proxyGone, tokenRefused],
};
