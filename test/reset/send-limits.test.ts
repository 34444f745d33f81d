import { describe, expect, it } from 'vitest';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { systemRandom } from '../../src/random.js';
import { defaultPolicy } from '../../src/reset/policy.js';
import { sendLimits, sendPauses, withoutReserve, type Send } from '../../src/reset/send-limits.js';
import { resendAt } from '../../src/reset/sends.js';
import { makeTestSends } from '../../src/reset/test-sends.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour, minute, second } from '../support/hand-clock.js';
import { asker } from '../support/reset-harness.js';
import { testKeys } from '../support/test-keys.js';
import { trail } from './trail.js';

const [chatKey, mobile] = ['telegram:1:1', '09120000002'];
const own: Send = { memberId: 7, chatKey, mobile, offered: false, purse: 'others' };

describe('what a send is counted against', () => {
  const parts = () => ({
    policy: { ...defaultPolicy, sendsPerDay: 100 },
    keyring: makeKeyring({ keys: testKeys, random: systemRandom }),
  });
  const limits = (change: Partial<Send> = {}) =>
    sendLimits(parts(), { ...own, ...change }).map(({ cap, refusal, limit }) => [cap, refusal, limit]);
  const pauses = (before: number, change: Partial<Send> = {}) =>
    sendPauses(parts(), { ...own, ...change }, before);
  const hidden = (value: string) => parts().keyring.index('limit', value);
  const limit = (key: string, most: number, windowMs: number) => ({ key, most, windowMs });

  it('is its number, its member, its chat and the budget of an hour and of a day', () => {
    expect(limits()).toEqual([
      ['mobile', 'too-many-sends', limit(`sends:mobile:${hidden(mobile)}`, 5, day)],
      ['member', 'too-many-sends', limit('sends:member:7', 5, day)],
      ['chat', 'too-many-sends', limit(`sends:chat:${hidden(chatKey)}`, 6, hour)],
      ['hour', 'sms-budget-spent', limit('sends:hour', 300, hour)],
      ['day', 'sms-budget-spent', limit('sends:day', 100, day)],
    ]);
  });

  it('is another purse in a bound chat', () => {
    const keys = sendLimits(parts(), { ...own, purse: 'bound' }).map(({ limit }) => limit.key);
    expect(keys.slice(0, 2)).toEqual([`sends:mobile:${hidden(mobile)}:bound`, 'sends:member:7:bound']);
  });

  it('is fewer of an offered number, no member for a test, and no chat that was counted before', () => {
    const offered = limit(`sends:offered:${hidden(mobile)}`, 3, day);
    expect(limits({ offered: true })[0]).toEqual(['offered', 'too-many-sends', offered]);
    expect(limits({ memberId: null }).map(([cap]) => cap)).toEqual(['mobile', 'chat', 'hour', 'day']);
    expect(limits({ chatCounted: true }).map(([cap]) => cap)).toEqual(['mobile', 'member', 'hour', 'day']);
  });

  it('is two thirds of the budget for whoever has never recovered before', () => {
    expect([withoutReserve(300), withoutReserve(100), withoutReserve(2)]).toEqual([200, 67, 2]);
    expect(limits({ newcomer: true }).slice(3)).toEqual([
      ['hour', 'sms-budget-spent', limit('sends:hour', 200, hour)],
      ['day', 'sms-budget-spent', limit('sends:day', 67, day)],
    ]);
  });

  it('is a pause after it about the member and the number, longer each time up to the last', () => {
    const pause = (key: string, windowMs: number) => ({ key, most: 1, windowMs, longestMs: 2 * minute });
    const number = hidden(mobile);
    expect(pauses(0)).toEqual([pause('pause:member:7', minute), pause(`pause:mobile:${number}`, minute)]);
    expect(pauses(1)[0]).toEqual(pause('pause:member:7', 2 * minute));
    expect(pauses(9, { purse: 'bound' })).toEqual([
      pause('pause:member:7:bound', 2 * minute),
      pause(`pause:mobile:${number}:bound`, 2 * minute),
    ]);
    expect(pauses(0, { offered: true })[1]).toEqual(pause(`pause:offered:${number}`, minute));
  });

  it('is no pause for a test, nor where there is none', () => {
    expect(pauses(0, { memberId: null })).toEqual([]);
    const { keyring, policy } = parts();
    expect(sendPauses({ keyring, policy: { ...policy, sendPausesMs: [] } }, own, 0)).toEqual([]);
  });
});

describe('when a code may be sent again', () => {
  const at = (sends: number, lifeMs: number) =>
    resendAt(defaultPolicy, { sends, lastSentAt: new Date(0), expiresAt: new Date(lifeMs) });

  it('is after its pause, within its life, and never after the last', () => {
    expect([at(1, hour), at(2, hour), at(3, hour)]).toEqual([minute, 2 * minute, null]);
    expect([at(1, minute), at(1, minute + 1)]).toEqual([null, minute]);
  });
});

onBothDatabases('a test message of staff', (harness) => {
  const from = asker('behrouz');
  const asked = <T>(work: (sends: ReturnType<typeof makeTestSends>) => Promise<T>): Promise<T> =>
    harness().db.inTransaction((tx) => work(makeTestSends(harness().services(tx).resetDeps)));
  const take = (to = mobile) => asked((sends) => sends.take(to, from.chatKey));

  it('is counted without a pause, as an offered number, and given back where it certainly did not go out', async () => {
    const { clock } = harness();
    const takenAt = clock.now();
    expect([await take(), await take(), await take()]).toEqual([null, null, null]);
    expect(await take()).toBe(takenAt.getTime() + day);
    expect(await take('09120000003')).toBeNull();
    await asked((sends) => sends.giveBack(mobile, from.chatKey, takenAt));
    clock.pass(second);
    expect(await take()).toBeNull();
    expect(await take()).toBe(takenAt.getTime() + day);
    const actor = `chat:${from.chatKey}`;
    const line = [actor, null, { cap: 'offered' }, expect.any(String) as string];
    expect(await trail(harness(), 'too-many-sends')).toEqual([line, line]);
  });
});

onBothDatabases(
  'a test message of staff in an hour of three',
  (harness) => {
    it('may be each of them: what is kept for members of long standing is not kept from staff', async () => {
      const taken = [];
      for (const to of ['09120000002', '09120000003', '09120000004', '09120000005'])
        taken.push(
          await harness().db.inTransaction((tx) =>
            makeTestSends(harness().services(tx).resetDeps).take(to, chatKey),
          ),
        );
      expect(taken).toEqual([null, null, null, harness().clock.now().getTime() + hour]);
    });
  },
  { sendsPerHour: 3 },
);
