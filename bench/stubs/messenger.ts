import { setTimeout as pause } from 'node:timers/promises';
import { serveParent } from './child.js';
import { serveHttp, type Asking } from './http.js';
import { makeMembers, type Crowd } from './members.js';
import { makeFirstWords, type OpenDialogues, type Trickle } from './first-words.js';
import { makeNoisyChats, type Noise } from './noise.js';
import { makeUpdateQueue } from './update-queue.js';

/** A messenger's Bot API for one bot, and the members who use it; in a process of its own. */
export type Messenger = typeof services;

const queue = makeUpdateQueue((chat) => firstWords.handedOut(chat));
const members = makeMembers(say);
const firstWords = makeFirstWords((chat) => say(chat, '/reset'));
const noise = makeNoisyChats(say);
const calls = new Map<string, number>();
let lastMessage = 0;
let lastCall = performance.now();
let [met, polled] = [0, false];
let [greeted, answered] = [0, (): void => undefined];

const services = {
  url: (_: null) => url,
  play: (crowd: Crowd) => members.play(crowd),
  receive: (sms: { mobile: string; code: string }) => members.receive(sms),
  /** Milliseconds that each chat waited. */
  trickle: (asked: Trickle) => firstWords.trickle(asked),
  open: (asked: OpenDialogues) => firstWords.open(asked),
  beginNoise: (asked: Noise) => noise.begin(asked),
  endNoise: (_: null) => noise.end(),
  /** Says it in a chat of its own, and resolves with the first words there. */
  greet: (chat: number) => greet(chat),
  /** Calls so far by method, without those that fetch updates. */
  calls: (_: null) => Object.fromEntries(calls),
  /** Resolves when the bot has made no call for so many milliseconds. */
  quiet: (ms: number) => quiet(ms),
  /** Resolves when so many processes have asked who they are, and one of them for updates. */
  processes: (count: number) => processes(count),
};

const url = await serveHttp(answer);
serveParent(services);

async function answer({ path, body }: Asking): Promise<string> {
  const method = path.slice(path.lastIndexOf('/') + 1);
  if (method === 'getUpdates') {
    polled = true;
    return ok(await queue.poll(JSON.parse(body || '{}') as object));
  }
  calls.set(method, (calls.get(method) ?? 0) + 1);
  lastCall = performance.now();
  if (method === 'getMe') met += 1;
  if (method === 'getMe') return ok(me);
  return ok(method === 'sendMessage' ? take(body) : 'true');
}

const ok = (result: string): string => `{"ok":true,"result":${result}}`;

const me = JSON.stringify({ id: 1, is_bot: true, first_name: 'Ramzyar', username: 'ramzyar_bench_bot' });

function take(body: string): string {
  const { chat_id, text } = JSON.parse(body) as { chat_id: number | string; text: string };
  const chat = Number(chat_id);
  lastMessage += 1;
  members.hear(chat, text, body);
  firstWords.hear(chat);
  if (chat === greeted) answered();
  return `{"message_id":${lastMessage},"date":${now()},"chat":{"id":${chat},"type":"private"},"text":"."}`;
}

function say(chat: number, text: string): void {
  lastMessage += 1;
  const command = { entities: [{ type: 'bot_command', offset: 0, length: text.length }] };
  queue.push(chat, {
    message: {
      message_id: lastMessage,
      date: now(),
      chat: { id: chat, type: 'private', first_name: 'ر' },
      from: { id: chat, is_bot: false, first_name: 'ر', language_code: 'fa' },
      text,
      ...(text.startsWith('/') && command),
    },
  });
}

const now = (): number => Math.floor(Date.now() / 1_000);

async function quiet(ms: number): Promise<void> {
  for (;;) {
    const left = lastCall + ms - performance.now();
    if (left <= 0) return;
    await pause(left);
  }
}

function greet(chat: number): Promise<void> {
  greeted = chat;
  say(chat, '/start');
  return new Promise((resolve) => (answered = resolve));
}

async function processes(count: number): Promise<void> {
  [met, polled] = [0, false];
  while (met < count || !polled) await pause(20);
}
