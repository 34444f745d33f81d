import { Like, MoreThan } from 'typeorm';
import { expect } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { LimitCounter } from '../../entities/limit-counter.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { PortalReset } from '../../entities/portal-reset.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import type { Town } from '../support/town.js';
import { eventually } from '../support/eventually.js';
import { firstLine, type Walk } from '../support/walk.js';
import type { Crowd, Passer } from './crowd.js';
import { isFiller } from '../../playground/walkthrough/played.js';
import { heard, straightWay } from './heard.js';

type Way = Crowd['ways'][number];

/** What all the books say after a crowd has passed, whatever became of the processes meanwhile. */
export async function expectExactBooks(town: Town, crowd: Crowd): Promise<void> {
  await expectRecoveries(town, crowd);
  await expectSms(town, crowd);
  await expectAllHandled(town, crowd);
  for (const way of crowd.ways) expect(inOrder(way), way.member.insuredCode).toEqual(expected(way, crowd));
}

const inOneOrder = (codes: readonly string[]): string[] => codes.toSorted();

async function expectRecoveries({ db, portal, portalBooks }: Town, { ways }: Crowd): Promise<void> {
  const { manager } = db.dataSource;
  const people = ways.map(({ member }) => member);
  const backIn = people.filter(({ fate }) => fate === 'back in').map(({ insuredCode }) => insuredCode);
  const ledger = await manager.find(PasswordReset);
  expect(inOneOrder(ledger.map(({ insuredCode }) => insuredCode))).toEqual(inOneOrder(backIn));
  expect(ledger.filter(({ state, unsettledMemberId }) => state !== 'done' || unsettledMemberId)).toEqual([]);

  const codes = new Map((await manager.find(Member)).map(({ id, insuredCode }) => [id, insuredCode]));
  const quotas = await manager.find(ResetQuota);
  const used = new Map(quotas.map((quota) => [codes.get(quota.memberId), quota.used]));
  for (const { insuredCode, fate, used: before = 0 } of people)
    expect(used.get(insuredCode) ?? 0, insuredCode).toBe(before + (fate === 'back in' ? 1 : 0));

  const carriedOut = await portalBooks.dataSource.manager.find(PortalReset);
  expect(inOneOrder(carriedOut.map(({ id }) => id))).toEqual(inOneOrder(ledger.map(({ id }) => id)));
  const orders = await manager.findBy(OutboxEntry, { kind: 'portal-reset' });
  expect(orders).toHaveLength(ledger.length);
  // What was in a hand that died is ordered again, under the same key.
  for (const { id, calls } of carriedOut)
    expect(calls).toBeLessThanOrEqual(orders.find(({ subject }) => subject === id)?.tries ?? 0);
  for (const { insuredCode, fate } of people)
    expect(await portal.state(insuredCode)).toBe(fate === 'back in' ? 'initial' : 'changed');
}

/** A send is counted once, and is one SMS at most; in doubt it stays counted. */
async function expectSms({ db, phone }: Town, { ways, askedAgain }: Crowd): Promise<void> {
  const { manager } = db.dataSource;
  const asking = ways.filter(({ member: { fate } }) => fate === 'back in' || fate === 'three wrong codes');
  const sends = asking.length + askedAgain.size;
  const challenges = await manager.find(Challenge);
  expect(challenges).toHaveLength(asking.length);
  expect(sum(challenges.map((challenge) => challenge.sends))).toBe(sends);
  const jobs = await manager.findBy(OutboxEntry, { kind: 'sms-code' });
  expect(jobs).toHaveLength(sends);
  const done = jobs.filter(({ state }) => state === 'done').length;
  const doubtful = jobs.filter(({ state }) => state === 'doubt').length;
  expect(done + doubtful).toBe(sends);

  const arrived = sum(ways.map((way) => way.codes().length));
  expect(arrived).toBeGreaterThanOrEqual(done);
  expect(arrived).toBeLessThanOrEqual(done + doubtful);
  for (const way of ways) expectOwnSms(way, asking.includes(way), askedAgain.has(way));
  const counters = await manager.findBy(LimitCounter, { key: Like('sends:%') });
  // Of the mobile, the member, the chat, the hour and the day.
  expect(sum(counters.map(({ count }) => count))).toBe(5 * sends);

  // Nobody can be told by SMS whose number was never proven.
  const toldBySms = asking.filter(({ member: { fate, onRecord } }) => onRecord || fate === 'back in').length;
  const notices = await manager.findBy(OutboxEntry, { kind: 'sms-notice' });
  expect(notices.map(({ state }) => state)).toEqual(Array(toldBySms).fill('done'));
  const told = sum(ways.map(({ member }) => phone.inbox(member.phone).length)) - arrived;
  expect(told).toBeGreaterThanOrEqual(toldBySms);
  expect(told).toBeLessThanOrEqual(sum(notices.map(({ tries }) => tries)));
}

function expectOwnSms(way: Walk, asks: boolean, again: boolean): void {
  const codes = way.codes();
  expect(codes.length).toBeLessThanOrEqual(asks ? (again ? 2 : 1) : 0);
  expect(new Set(codes).size).toBe(asks ? 1 : 0);
}

async function expectAllHandled({ db, emulator }: Town, { ways }: Crowd): Promise<void> {
  const { manager } = db.dataSource;
  expect(emulator.pending('telegram')).toBe(0);
  expect(await manager.count(InboxEntry)).toBe(await manager.countBy(InboxEntry, { state: 'done' }));
  const updates = await manager.count(InboxEntry, { where: { source: Like('telegram:%') } });
  const written = ways.map(({ chat }) => chat.messages().filter(({ from }) => from === 'person').length);
  const pressed = ways.map(({ chat }) => chat.callbacks().length);
  expect(updates).toBe(sum([...written, ...pressed]));
  // The timetable asks about SMS every minute, and the minute may be this one.
  const unfinished = () => manager.countBy(OutboxEntry, [{ state: 'waiting' }, { state: 'in-hand' }]);
  await eventually(unfinished, (count) => count === 0);
}

/** Texts of the outbox by the names of their sentences; "not now" goes past it, whenever nothing can be stored. */
const said = (way: Walk): string[] => heard(way).filter((name) => name !== 'not-now');

/** What is said in a chat; what was in a hand that died may come twice, the second right after the first. */
function inOrder(way: Walk): string[] {
  const texts = way.chat.messages().flatMap(({ from, text }) => (from === 'bot' ? [text] : []));
  const answers = texts.filter((text) => !text.includes(firstLine('not-now')) && !isFiller(text));
  return said(way).filter((_, at) => answers[at] !== answers[at - 1]);
}

/** How many of the bot's messages came twice, of each chat. */
const repeats = ({ ways }: Crowd): number[] => ways.map((way) => said(way).length - inOrder(way).length);

/** Twice comes only what a second hand took up. */
export async function expectFewRepeats({ db }: Town, crowd: Crowd): Promise<void> {
  const takenUp = { kind: 'bot-calls:telegram', tries: MoreThan(1) };
  expect(sum(repeats(crowd))).toBeLessThanOrEqual(await db.dataSource.manager.countBy(OutboxEntry, takenUp));
}

/** Where one process was killed, of each chat one message at most comes twice. */
export async function expectOneRepeatAtMost(town: Town, crowd: Crowd): Promise<void> {
  await expectFewRepeats(town, crowd);
  expect(Math.max(...repeats(crowd))).toBeLessThanOrEqual(1);
}

function expected(way: Way, { askedAgain }: Crowd): string[] {
  const { fate } = way.member satisfies Passer;
  const straight = straightWay(way.member);
  if (fate === 'not covered') return [...straight.slice(0, 2), 'cover-not-active'];
  if (fate === 'none left') return [...straight.slice(0, 2), 'resets-used-up'];
  const asked = straight.slice(0, straight.indexOf('code-sent') + 1);
  const ending = fate === 'back in' ? ['reset-done'] : ['code-wrong', 'code-wrong', 'code-wrong-last'];
  return [...asked, ...(askedAgain.has(way) ? ['code-sent-again'] : []), ...ending];
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
