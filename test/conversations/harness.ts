import { restoredUnsentId } from '../../src/chats/unsent.js';
import { fileURLToPath } from 'node:url';
import type { UserFromGetMe } from 'grammy/types';
import type { Rules } from '../../conversations/talk.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { person } from '../../playground/cast.js';
import { makeBot } from '../../src/bot/make-bot.js';
import type { BotCall, ChatServices, InsurerFacts } from '../../src/chat/services.js';
import { platforms } from '../../src/chat/platform.js';
import { chatAddress } from '../../src/chats/address.js';
import type { PlatformName } from '../../src/platforms.js';
import { openChat } from '../../src/chats/store.js';
import type { Transaction } from '../../src/db/transaction.js';
import { readIncoming } from '../../src/intake/inbox.js';
import type { Incoming } from '../../src/intake/update-handler.js';
import { systemRandom } from '../../src/random.js';
import type { Policy } from '../../src/reset/policy.js';
import type { AccountAnswer } from '../../src/reset/ports.js';
import { loadWords } from '../../src/words/load-words.js';
import { databases } from '../support/databases.js';
import { openResetHarness } from '../support/reset-harness.js';
import type { Role } from '../support/seed-cast.js';
import { makeScreen, rememberingWords } from './screen.js';
import { makeVisitor } from './visitor.js';
import { testServices } from '../support/test-services.js';

export const realWords = loadWords(fileURLToPath(new URL('../../locales/', import.meta.url)));

export const facts: InsurerFacts = {
  brand: 'بیمه نوین',
  supportContact: '021-88880000',
  loginUrl: 'https://portal.example/login',
  keptDays: 400,
  coolOffHours: 24,
};

export const botInfo = {
  id: 700001,
  is_bot: true,
  first_name: 'رمزیار',
  username: 'ramzyar_bot',
} as UserFromGetMe;

export interface BotHarnessOptions {
  /** On which database; the embedded one without it. */
  database?: (typeof databases)[number];
  policy?: Partial<Policy>;
  /** What the portal says of every account; null: it has not answered yet. */
  account?: AccountAnswer | null;
  /** Stands between the bot and the desk's services. */
  services?: (services: ChatServices) => ChatServices;
}

export type BotHarness = Awaited<ReturnType<typeof openBotHarness>>;
export type Visitor = ReturnType<BotHarness['visitor']>;

/** The whole bot over the real heart and a real database, without a wire: what it would send is what a visitor sees. */
export async function openBotHarness({
  database = databases[0]!,
  policy = {},
  account = 'changed',
  services = (d) => d,
}: BotHarnessOptions = {}) {
  const db = await database.create();
  const heart = await openResetHarness(db, policy);
  const { words, keysIn } = rememberingWords(realWords);
  const portal = { account };
  const screens = new Map<string, ReturnType<typeof makeScreen>>();
  const fillers = new Map<string, BotCall[]>();
  const fillersOf = (chatKey: string): BotCall[] => {
    const own = fillers.get(chatKey) ?? [];
    fillers.set(chatKey, own);
    return own;
  };
  const fingers = { tremble: false };
  let version = 'one';
  let rows = 0;

  const deskIn = (tx: Transaction): ChatServices =>
    services(testServices(tx, { ...heart, dialogueVersion: version }));
  const bots = Object.fromEntries(
    Object.values(platforms).map((platform) => [
      platform.name,
      makeBot({
        ...{ platform, words, facts, botInfo },
        ...{ rules: rulesOf(heart.policy), clock: heart.clock, random: systemRandom },
      }),
    ]),
  );

  /** One entry of the inbox in one transaction; what was recorded appears only after its commit. */
  async function handle(chatKey: string, incoming: Incoming): Promise<void> {
    const bot = bots[chatAddress(chatKey).platform]!;
    const calls: BotCall[] = [];
    await db.inTransaction(async (tx) => {
      await openChat({ tx, clock: heart.clock }, chatKey);
      await bot(
        deskIn(tx),
        async (call, later) => {
          if (later) fillersOf(chatKey).push(call);
          else calls.push(call);
          if (!later && call.method === 'sendMessage') fillers.delete(chatKey);
          return restoredUnsentId((rows += 1));
        },
        chatKey,
        incoming,
      );
    });
    screens.get(chatKey)?.show(calls);
  }

  /** Answers the portal's questions and hands on what chats are to be told, until all is quiet. */
  async function settleDown(): Promise<void> {
    await answerPortal();
    const told = await heart.manager.findOneBy(InboxEntry, { state: 'waiting' });
    if (!told) return;
    await heart.manager.update(InboxEntry, { id: told.id }, { state: 'done' });
    await handle(told.chatKey, readIncoming(heart.keyring, told));
    await settleDown();
  }

  async function answerPortal(): Promise<void> {
    const { account: answer } = portal;
    if (answer === null) return;
    const asked = await heart.jobs<{ ticketId: string; chatKey: string }>('portal-account');
    await heart.manager.update(OutboxEntry, { kind: 'portal-account' }, { state: 'done' });
    for (const order of asked) await heart.settle((results) => results.accountAnswered(order, answer));
  }

  function guest(id: number, platform: PlatformName = 'telegram') {
    const screen = makeScreen(keysIn);
    let touched = '';
    screens.set(`${platform}:${botInfo.id}:${id}`, screen);
    return makeVisitor({
      ...{ id, platform, bot: botInfo.id, words: realWords, screen },
      comes: async ({ chatKey }, incoming) => {
        const touch = touchOf(incoming);
        if (touch !== '' && touch === touched && !fingers.tremble) heart.clock.pass(betweenTouchesMs);
        touched = touch || touched;
        await handle(chatKey, incoming);
        await settleDown();
        // Nobody has anything to say for now: the wait is filled.
        screen.show(fillersOf(chatKey).splice(0));
      },
    });
  }

  return {
    ...{ heart, portal, db, handle, settleDown, guest, fingers },
    clock: heart.clock,
    visitor: (role: Role, platform: PlatformName = 'telegram') =>
      guest(person(role).accounts[platform] ?? 0, platform),
    /** The code in the SMS that was ordered last. */
    async code(): Promise<string> {
      const order = (await heart.jobs('sms-code')).at(-1);
      if (!order) throw new Error('no code was ordered');
      return heart.code(order.challengeId, order.keyId);
    },
    /** From now on another version of the dialogue is running. */
    deploy: () => void (version = 'two'),
    drop: () => db.drop(),
  };
}

/** Nobody means the same button or command twice within so little time; where `fingers.tremble`, they do. */
const betweenTouchesMs = 4_000;

function touchOf(incoming: Incoming): string {
  const { message, callback_query: press } = incoming.kind === 'update' ? incoming.update : {};
  const text = message?.text ?? '';
  return press?.data ?? (text.startsWith('/') ? text : '');
}

const rulesOf = ({ codeDigits, resetsPerPeriod, firstMobile }: Policy): Rules => ({
  insuredCodePattern: /^\d{4,12}$/,
  codeDigits,
  resetsPerPeriod,
  firstMobile,
});
