import fc from 'fast-check';
import { BoundChat } from '../../entities/bound-chat.js';
import { PasswordReset } from '../../entities/password-reset.js';
import type { Asker } from '../../src/chats/address.js';
import { asker, pairOf } from '../support/reset-harness.js';
import { day, hour, minute } from '../support/hand-clock.js';
import { nobody, pick, picked, pocket, step, victim } from './steps.js';
import { privateChat, type Human, type Victim, type World } from './world.js';

/** The insider's private chat, in which nobody is of staff. */
const hideout = privateChat(99_001);

/** Somebody asks for a code: the member themselves, or the insider, who knows the pair. */
async function asks(world: World, who: Victim, from: Asker, by: Human): Promise<void> {
  const { reset } = world;
  const identified = await reset((heart) => heart.identify(pairOf(who), from));
  if (identified.kind !== 'asking-portal') return;
  const offered = { number: by === 'member' ? '09120000001' : pocket[0], source: 'typed' as const };
  const opened = await reset((heart) => heart.open(identified.ticket, 'changed', from, offered));
  if (opened.kind !== 'code-sent') return;
  world.challenges.push({ id: opened.challengeId, from, victim: who, by });
}

const memberAsks = step('member asks', victim, async (world, who) => {
  await asks(world, who, asker(who), 'member');
  return new Set<Human>(['member']);
});

const insiderAsks = step('insider asks', victim, async (world, who) => {
  await asks(world, who, hideout, world.insider);
  return new Set([world.insider]);
});

/** The code is typed by whoever has the phone that it went to. */
const types = step(
  'types the code',
  fc.record({ at: pick, settles: fc.boolean() }),
  async (world, { at, settles }) => {
    const challenge = picked(world.challenges, at);
    if (!challenge) return nobody;
    const { kind } = await world.confirm(challenge.id, world.code(challenge.id), challenge.from);
    if (kind === 'code-right' && settles) {
      const done = await world.manager.findOneByOrFail(PasswordReset, { challengeId: challenge.id });
      await world.settleDone(done.id);
    }
    // Who types a code has the phone; a first number is theirs then, as the insurer's guide has it.
    return new Set<Human>(['member']);
  },
);

const again = step('sends again', pick, async (world, at) => {
  const challenge = picked(world.challenges, at);
  if (challenge) await world.reset((heart) => heart.resend(challenge.id, challenge.from));
  return nobody;
});

const notMe = step('not me', pick, async (world, at) => {
  const notices = await world.manager.find(BoundChat, { order: { id: 'ASC' } });
  const chat = picked(notices, at);
  const [reset] = await world.manager.find(PasswordReset, { take: 1 });
  if (chat && reset)
    await world.reset((heart) => heart.reportNotMe(reset.id, { chatKey: chat.chatKey, senderId: '1' }));
  return nobody;
});

const jumps = [minute, 20 * minute, hour, 23 * hour, day, 2 * day, 40 * day, 400 * day, -6 * hour, -day];

const clock = step('the clock goes', fc.constantFrom(...jumps), async (world, ms) => {
  world.clock.pass(ms);
  await world.settle((results) => results.expireChallenges());
  return nobody;
});

const tells = step('the schedule tells', pick, async (world) => {
  await world.settle((results) => results.tellIdentityChanges());
  return nobody;
});

export const outsideSteps = [
  memberAsks,
  insiderAsks,
  insiderAsks,
  types,
  types,
  again,
  notMe,
  clock,
  tells,
  tells,
];
