import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from '../../src/clock.js';
import { Account } from './account.js';
import { Bell } from './bell.js';
import { CallLog, type CallRecord } from './call-log.js';
import type { MessengerName } from './face.js';
import type { FaultSwitches } from './faults.js';
import { type ChatChange, MessengerSet } from './messenger-set.js';
import { silence } from './quiet.js';
import type { Quirks } from './quirks.js';
import { botApi } from './server.js';
import type { WireUpdate } from './update-queue.js';
import { platformNames } from '../../src/platforms.js';

export interface EmulatorOptions {
  /** 0 or none: any free one. */
  port?: number;
  clock?: Clock;
  messengers?: readonly MessengerName[];
  /** Milliseconds between tries of a webhook; the last one stays. */
  webhookDelays?: readonly number[];
}

export interface AccountOptions {
  messenger: MessengerName;
  id: number;
  firstName: string;
  lastName?: string;
  /** As the person would write it: `09…`. */
  phone?: string;
  username?: string;
}

/** The Bot API of Telegram and of Bale over real HTTP, with the people who write to the bot. */
export interface Emulator {
  /** What the bot's `apiRoot` must be; without a slash at its end. */
  root(messenger: MessengerName): string;
  token(messenger: MessengerName): string;
  /** The bot's own account, as people see it. */
  bot(messenger: MessengerName): { id: number; firstName: string; username: string };
  /** Somebody's account; asking again for the same id gives the same one. */
  account(options: AccountOptions): Account;
  faults: FaultSwitches;
  /** Oddities of this messenger, to be switched on. */
  quirks(messenger: MessengerName): Quirks;
  /** Every call of the bot, in the order of arrival. */
  calls(): CallRecord[];
  /** Is told of every change that can be seen in a chat. Gives the way to stop that. */
  onChange(listener: (change: ChatChange) => void): () => void;
  /** Updates that are not confirmed yet. */
  pending(messenger: MessengerName): number;
  /** Delivers an update once more, even a confirmed one. Throws where there was none. */
  redeliver(messenger: MessengerName, updateId: number): void;
  /** Delivers an update of any shape and number, in its turn. */
  injectUpdate(messenger: MessengerName, update: WireUpdate): void;
  /** Resolves when the bot has taken every update and made no call for so long; 150 ms without a number. */
  settled(quietMs?: number): Promise<void>;
  stop(): Promise<void>;
}

const patientDelays = [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000];

/** Starts the emulator on this machine's own address. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { messengers: names = platformNames, clock = systemClock } = options;
  const changes = new Bell<ChatChange>();
  const delays = options.webhookDelays ?? patientDelays;
  const messengers = new MessengerSet(names, clock, delays, (change) => changes.ring(change));
  const faults = messengers.faults();
  const log = new CallLog();
  const app = new Hono();
  for (const messenger of messengers.all()) {
    app.route(`/${messenger.face.name}`, botApi(messenger, faults, log));
  }
  const server = await listen(app, options.port ?? 0);
  return emulatorOf({ messengers, faults, log, changes, server });
}

async function listen(app: Hono, port: number): Promise<Server> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

interface Parts {
  messengers: MessengerSet;
  faults: FaultSwitches;
  log: CallLog;
  changes: Bell<ChatChange>;
  server: Server;
}

function emulatorOf({ messengers, faults, log, changes, server }: Parts): Emulator {
  const { port } = server.address() as AddressInfo;
  const settled = (quietMs = 150) => silence(log, () => messengers.pending(), quietMs);
  return {
    root: (name) => `http://127.0.0.1:${port}/${messengers.get(name).face.name}`,
    token: (name) => messengers.get(name).face.bot.token,
    bot: (name) => messengers.get(name).face.bot,
    account: accountBook(messengers, settled),
    faults,
    quirks: (name) => messengers.get(name).quirks,
    calls: () => [...log.records],
    onChange: (listener) => changes.listen(listener),
    pending: (name) => messengers.get(name).updates.size,
    redeliver: (name, updateId) => messengers.get(name).updates.redeliver(updateId),
    injectUpdate: (name, update) => messengers.get(name).updates.inject(update),
    settled,
    stop: async () => {
      messengers.stop();
      await close(server);
    },
  };
}

function accountBook(messengers: MessengerSet, settled: Emulator['settled']): Emulator['account'] {
  const accounts = new Map<string, Account>();
  return ({ messenger, id, firstName, lastName = null, username = null, phone = null }) => {
    const key = `${messenger}:${id}`;
    const person = { id, firstName, lastName, username, phone };
    const account = accounts.get(key) ?? new Account(messengers.get(messenger), person, settled);
    accounts.set(key, account);
    return account;
  };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
