import fc from 'fast-check';
import { PasswordReset } from '../../entities/password-reset.js';
import { person } from '../../playground/cast.js';
import type { Asker } from '../../src/chats/address.js';
import { schedule } from '../../src/scheduler/schedule.js';
import { asker, pairOf } from '../support/reset-harness.js';
import { day, hour, minute } from '../support/hand-clock.js';
import { nobody } from './hands.js';
import { pick, picked, pocket, step, victim, whom } from './steps.js';
import { privateChat, type Victim, type World } from './world.js';

/** The insider's private chat, in which nobody is of staff. */
const hideout = privateChat(99_001);

/** Somebody asks for a code: the member themselves, or the insider, who knows the pair and has a number of their own. */
async function asks(world: World, who: Victim, from: Asker, number: string): Promise<void> {
  const { reset } = world;
  const identified = await reset((heart) => heart.identify(pairOf(who), from));
  if (identified.kind !== 'asking-portal') return;
  const offered = { number, source: 'typed' as const };
  const opened = await reset((heart) => heart.open(identified.ticket, 'changed', from, offered));
  if (opened.kind === 'code-sent') world.challenges.push({ id: opened.challengeId, from, victim: who });
}

const memberAsks = step('member asks', victim, async (world, who) => {
  const member = whom(world, who);
  await asks(world, member, asker(member), person(member).phone);
  return nobody;
});

const insiderAsks = step('insider asks', victim, async (world, who) => {
  await asks(world, whom(world, who), hideout, pocket[0]);
  return nobody;
});

/** The code is typed by whoever has the phone that it went to; the portal answers, or not clearly, or not at all. */
const types = step(
  'types the code',
  fc.record({
    at: pick,
    portal: fc.constantFrom(null, 'done' as const, 'done' as const, 'unknown' as const),
  }),
  async (world, { at, portal }) => {
    const challenge = picked(world.challenges, at);
    if (!challenge) return nobody;
    const { kind } = await world.confirm(challenge.id, world.code(challenge.id), challenge.from);
    if (kind !== 'code-right') return nobody;
    if (portal) {
      const { id } = await world.manager.findOneByOrFail(PasswordReset, { challengeId: challenge.id });
      await world.settle((results) => results.resetAnswered(id, portal));
    }
    // Who types a code has the phone; a first number is theirs then, as the insurer's guide has it.
    return { staff: [], member: challenge.victim };
  },
);

const again = step('sends again', pick, async (world, at) => {
  const challenge = picked(world.challenges, at);
  if (challenge) await world.reset((heart) => heart.resend(challenge.id, challenge.from));
  return nobody;
});

const jumps = [
  minute,
  20 * minute,
  hour,
  23 * hour,
  day,
  day,
  2 * day,
  40 * day,
  400 * day,
  400 * day,
  -6 * hour,
  -day,
];

const clock = step('the clock goes', fc.constantFrom(...jumps), async (world, ms) => {
  world.clock.pass(ms);
  await world.settle((results) => results.expireChallenges());
  return nobody;
});

/** Everybody has been told what there is to be told, and a day goes by: a number has rested then. */
const rests = step('a day of rest', fc.constant(null), async (world) => {
  for (let told = 1; told > 0;) told = await world.settle((results) => results.tellIdentityChanges());
  world.clock.pass(day + minute);
  return nobody;
});

/** What the schedule does to members, their chats and lists; sealing, probes and the rest change nothing of them. */
const jobs = schedule.filter(({ name }) =>
  [
    ...['tell-identity-changes', 'tell-identity-changes', 'forget-leavers', 'purge-imports', 'purge-limits'],
    ...['purge-challenges', 'purge-staff-questions', 'purge-identity-notices', 'end-unused-chats'],
    ...['purge-bound-chats', 'look-after', 'ask-portal-again'],
  ].includes(name),
);

const runs = (name: string) =>
  step(`the schedule: ${name}`, fc.constant(null), async (world) => {
    const { db, clock: now, services } = world;
    const job = jobs.find((one) => one.name === name)!;
    await db.inTransaction((tx) => job.what(tx, now.now(), services(tx)));
    return nobody;
  });

export const outsideSteps = [
  ...[memberAsks, memberAsks, insiderAsks, insiderAsks, types, types, again],
  ...[clock, clock, rests, rests],
];
export const jobSteps = [
  ...jobs.map(({ name }) => runs(name)),
  ...['tell-identity-changes', 'tell-identity-changes', 'forget-leavers'].map(runs),
];
