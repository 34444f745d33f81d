import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { person, type CastMember } from '../../playground/cast.js';
import { type Asker, chatKey } from '../../src/chats/address.js';
import type { Services } from '../../src/app/services.js';
import type { PlatformName } from '../../src/platforms.js';
import type { Transaction } from '../../src/db/transaction.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { readIncoming } from '../../src/intake/inbox.js';
import { readPayload } from '../../src/outbox/outbox.js';
import { makeMembers } from '../../src/members/members.js';
import { systemRandom } from '../../src/random.js';
import { codeOf } from '../../src/reset/code.js';
import type { CodeSent, Ticket } from '../../src/reset/outcomes.js';
import { defaultPolicy, type Policy } from '../../src/reset/policy.js';
import type { CodeOrder, OfferedMobile, RecoveryOutcome } from '../../src/reset/ports.js';
import type { ChatEvent } from '../../src/chat/events.js';
import type { Pair, Reset, ResetResults } from '../../src/reset/service.js';
import type { TestDatabase } from './databases.js';
import { handClock } from './hand-clock.js';
import { seedCast, type Role } from './seed-cast.js';
import { testKeys } from './test-keys.js';
import { testServices } from './test-services.js';

export type ResetHarness = Awaited<ReturnType<typeof openResetHarness>>;

/** The heart over a real database, with the cast in it, a clock turned by hand, and jobs that stay rows. */
export async function openResetHarness(db: TestDatabase, changes: Partial<Policy> = {}) {
  const clock = handClock();
  const keyring = makeKeyring({ keys: testKeys, random: systemRandom });
  const policy = { ...defaultPolicy, ...changes };
  const outcomes: { outcome: RecoveryOutcome; seconds: number }[] = [];
  const onOutcome = (outcome: RecoveryOutcome, seconds: number): void =>
    void outcomes.push({ outcome, seconds });
  const services = (tx: Transaction): Services => testServices(tx, { keyring, clock, policy, onOutcome });
  const ids = await db.inTransaction((tx) => seedCast({ tx, keyring, clock }));
  const { manager } = db.dataSource;

  const reset = <T>(work: (reset: Reset) => Promise<T>): Promise<T> =>
    db.inTransaction((tx) => work(services(tx).reset));
  const settle = <T>(work: (results: ResetResults) => Promise<T>): Promise<T> =>
    db.inTransaction((tx) => work(services(tx).results));

  const harness = {
    ...{ db, clock, keyring, policy, ids, manager, services, reset, settle },

    /** What whoever counts has heard of recoveries, oldest first. */
    outcomes,

    /** The pair was right: the ticket. Throws when it was not. */
    async ticket(role: Role, from: Asker): Promise<Ticket> {
      const identified = await reset((heart) => heart.identify(pairOf(role), from));
      if (identified.kind !== 'asking-portal') throw new Error(`${role} was refused: ${identified.kind}`);
      return identified.ticket;
    },

    /** Up to the code on its way, the portal having said that the password was changed. */
    async sent(role: Role, from: Asker, offered?: OfferedMobile): Promise<CodeSent> {
      const ticket = await harness.ticket(role, from);
      const opened = await reset((heart) => heart.open(ticket, 'changed', from, offered));
      if (opened.kind !== 'code-sent') throw new Error(`${role} got no code: ${opened.kind}`);
      return opened;
    },

    /** The right code of a challenge, as the SMS would carry it. */
    code: (challengeId: string, keyId = keyring.current): string =>
      codeOf(keyring, { challengeId, keyId }, policy.codeDigits),

    confirm: (challengeId: string, code: string, from: Asker) =>
      reset((heart) => heart.confirm(challengeId, code, from)),

    /** Up to the right code: the recovery that the portal is to be told of. */
    async reserved(role: Role, from = asker(role)): Promise<string> {
      const { challengeId } = await harness.sent(role, from);
      const { kind } = await harness.confirm(challengeId, harness.code(challengeId), from);
      if (kind !== 'code-right') throw new Error(`${role} had the right code: ${kind}`);
      const { id } = await manager.findOneByOrFail(PasswordReset, { challengeId });
      return id;
    },

    identifies: (whose: Role | Pair, from: Asker) =>
      reset((heart) => heart.identify(typeof whose === 'string' ? pairOf(whose) : whose, from)),

    /** The portal has carried it out. */
    settleDone: (resetId: string) => settle((results) => results.resetAnswered(resetId, 'done')),

    /** The insurer's list has another number for a person. */
    async moved(role: Role, mobile: string): Promise<void> {
      const record = { ...pairOf(role), cover: null, mobile };
      await db.inTransaction((tx) => makeMembers({ tx, keyring, clock }).put(record));
    },

    /** How many recoveries of this period a person has used. */
    async used(role: Role): Promise<number> {
      return (await manager.findOneByOrFail(ResetQuota, { memberId: ids[role] })).used;
    },

    /** Errands of a kind that nobody has taken back, oldest first. */
    async jobs<Order = CodeOrder>(kind: string): Promise<Order[]> {
      const rows = await manager.find(OutboxEntry, {
        where: { kind, state: 'waiting' },
        order: { id: 'ASC' },
      });
      return rows.map((row) => readPayload(keyring, row) as Order);
    },

    /** What a chat was told, oldest first. */
    async told({ chatKey }: Asker): Promise<ChatEvent[]> {
      const rows = await manager.find(InboxEntry, { where: { chatKey }, order: { id: 'ASC' } });
      return rows.map((row) => {
        const incoming = readIncoming(keyring, row);
        return (incoming.kind === 'event' ? incoming.event : incoming) as ChatEvent;
      });
    },
  };
  return harness;
}

export const pairOf = (role: Role) => {
  const { insuredCode, nationalId } = person(role);
  return { insuredCode, nationalId };
};

/** A person of the cast in their own private chat. */
export function asker(role: CastMember['role'], platform: PlatformName = 'telegram'): Asker {
  const account = String(person(role).accounts[platform]);
  return { chatKey: chatKey({ platform, bot: '700001', chat: account }), senderId: account };
}

/** Somebody who is nobody in the cast. */
export function stranger(number: number, platform: PlatformName = 'telegram'): Asker {
  const account = String(90_000 + number);
  return { chatKey: chatKey({ platform, bot: '700001', chat: account }), senderId: account };
}

/** A code that is not this one. */
export const another = (code: string): string =>
  String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0');
