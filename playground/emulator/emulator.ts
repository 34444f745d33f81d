import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from '../../src/clock.js';
import { Account } from './account.js';
import { baleFace } from './bale-face.js';
import { Bell } from './bell.js';
import { CallLog, type CallRecord } from './call-log.js';
import type { Face, MessengerName } from './face.js';
import { FaultSwitches } from './faults.js';
import { Messenger } from './messenger.js';
import { silence } from './quiet.js';
import type { Quirks } from './quirks.js';
import { Refusal } from './refusal.js';
import { botApi } from './server.js';
import { type Snapshot, snapshotOf } from './snapshot.js';
import { telegramFace } from './telegram-face.js';
import type { WireUpdate } from './update-queue.js';

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
  phone?: string;
  username?: string;
}

/** The Bot API of Telegram and of Bale over real HTTP, with the people who write to the bot. */
export interface Emulator {
  /** What the bot's `apiRoot` must be; without a slash at its end. */
  root(messenger: MessengerName): string;
  token(messenger: MessengerName): string;
  botId(messenger: MessengerName): number;
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
  /** Delivers an update once more, even a confirmed one. */
  redeliver(messenger: MessengerName, updateId: number): void;
  /** Delivers an update of any shape and number, in its turn. */
  injectUpdate(messenger: MessengerName, update: WireUpdate): void;
  /** Resolves when the bot has taken every update and made no call for so long; 150 ms without a number. */
  settled(quietMs?: number): Promise<void>;
  /** Everything that a page shows, as plain data. */
  state(): Snapshot;
  stop(): Promise<void>;
}

export interface ChatChange {
  messenger: MessengerName;
  chatId: number;
}

const faces: Readonly<Record<MessengerName, Face>> = { telegram: telegramFace, bale: baleFace };
const patientDelays = [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000];

/** Starts the emulator on this machine's own address. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const bell = new Bell<ChatChange>();
  const log = new CallLog();
  const messengers = openMessengers(options, bell);
  const faults = faultsOf(messengers);
  const app = new Hono();
  for (const messenger of messengers.values()) {
    app.route(`/${messenger.face.name}`, botApi(messenger, faults, log));
  }
  const server = await listen(app, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return emulatorOf(messengers, { faults, log, bell, base: `http://127.0.0.1:${port}`, server });
}

type Messengers = ReadonlyMap<MessengerName, Messenger>;

function openMessengers(options: EmulatorOptions, bell: Bell<ChatChange>): Messengers {
  const { messengers = ['telegram', 'bale'], clock = systemClock, webhookDelays = patientDelays } = options;
  return new Map(
    messengers.map((name) => {
      const changed = (chatId: number) => bell.ring({ messenger: name, chatId });
      return [name, new Messenger(faces[name], clock, webhookDelays, changed)];
    }),
  );
}

function faultsOf(messengers: Messengers): FaultSwitches {
  return new FaultSwitches({
    duplicate: (name, count) => named(messengers, name).updates.duplicateNext(count),
    revoke: (name, revoked) => {
      const messenger = named(messengers, name);
      const { code, description } = messenger.face.refusals.token;
      messenger.tokenRevoked = revoked;
      if (revoked) messenger.poll?.(new Refusal(code, description));
    },
  });
}

async function listen(app: Hono, port: number): Promise<Server> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

interface Parts {
  faults: FaultSwitches;
  log: CallLog;
  bell: Bell<ChatChange>;
  base: string;
  server: Server;
}

function emulatorOf(messengers: Messengers, { faults, log, bell, base, server }: Parts): Emulator {
  const of = (name: MessengerName) => named(messengers, name);
  const pending = () => [...messengers.values()].reduce((sum, { updates }) => sum + updates.size, 0);
  const settled = (quietMs = 150) => silence(log, pending, quietMs);
  const accounts = new Map<string, Account>();
  return {
    root: (name) => `${base}/${of(name).face.name}`,
    token: (name) => of(name).face.bot.token,
    botId: (name) => of(name).face.bot.id,
    account: ({ messenger, ...person }) => {
      const key = `${messenger}:${person.id}`;
      const account = accounts.get(key) ?? new Account(of(messenger), personOf(person), settled);
      accounts.set(key, account);
      return account;
    },
    faults,
    quirks: (name) => of(name).quirks,
    calls: () => [...log.records],
    onChange: (listener) => bell.listen(listener),
    pending: (name) => of(name).updates.size,
    redeliver: (name, updateId) => {
      if (!of(name).updates.redeliver(updateId)) throw new Error(`there was no update ${updateId}`);
    },
    injectUpdate: (name, update) => of(name).updates.inject(update),
    settled,
    state: () => ({ messengers: [...messengers.values()].map(snapshotOf) }),
    stop: () => stop(messengers, server),
  };
}

function named(messengers: Messengers, name: MessengerName): Messenger {
  const messenger = messengers.get(name);
  if (!messenger) throw new Error(`${name} is not emulated here`);
  return messenger;
}

const personOf = ({ id, firstName, lastName, phone, username }: Omit<AccountOptions, 'messenger'>) => ({
  id,
  firstName,
  lastName: lastName ?? null,
  username: username ?? null,
  phone: phone ?? null,
});

async function stop(messengers: Messengers, server: Server): Promise<void> {
  for (const { webhook, poll } of messengers.values()) {
    webhook.remove();
    poll?.(new Refusal(503, 'Service Unavailable'));
  }
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
