import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Update } from 'grammy/types';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { makeOutageNotice } from '../../src/intake/outage-notice.js';
import { makePoller } from '../../src/intake/poller.js';
import type { UpdateSource } from '../../src/intake/update-source.js';
import { silence } from '../../src/log.js';
import { platformNames } from '../../src/platforms.js';
import { handClock } from '../support/hand-clock.js';
import { messengerAt } from '../support/messengers.js';
import { untilPasses } from '../support/eventually.js';

const notNow = 'not now, later';
const words = { say: () => notNow, plain: () => notNow, has: () => true };

describe.each(platformNames)('polling %s', (platform) => {
  let emulator: Emulator;
  let poller: UpdateSource;
  let refused: number;
  let received: number[];
  let storage: 'there' | 'away';
  let lines: string[];
  const say = (_fields: object, line: string) => void lines.push(line);
  beforeEach(async () => {
    emulator = await startEmulator({});
    [refused, received, storage, lines] = [0, [], 'there', []];
    const messenger = messengerAt(emulator, platform);
    poller = makePoller({
      messenger,
      receive: async (_from, updates: readonly Update[]) => {
        if (storage === 'away') throw new Error('the database is away');
        received.push(...updates.map((update) => update.update_id));
      },
      outageNotice: makeOutageNotice({ messenger, words }),
      clock: handClock(),
      log: { ...silence, info: say, warn: say, error: say },
      tokenRefused: () => void (refused += 1),
    });
  });
  afterEach(async () => {
    await poller.stop();
    await emulator.stop();
  });

  const person = (id: number) => emulator.account({ messenger: platform, id, firstName: 'x' });
  const has = (count: number) => untilPasses(() => expect(received).toHaveLength(count));
  const apologies = (id: number) =>
    person(id)
      .messages()
      .filter(({ text }) => text === notNow);

  it('brings each update once, and confirms it', async () => {
    poller.start();
    person(5).say('one');
    person(5).say('two');
    await has(2);
    await untilPasses(() => expect(emulator.pending(platform)).toBe(0));
    expect(new Set(received).size).toBe(2);
  });

  it('confirms nothing that is not stored, says so once a chat, and brings it all later', async () => {
    storage = 'away';
    poller.start();
    for (const id of [5, 6]) person(id).say('one');
    person(5).say('two');
    await untilPasses(() => expect(apologies(5).length + apologies(6).length).toBe(2));
    expect(emulator.pending(platform)).toBe(3);
    storage = 'there';
    await has(3);
    await untilPasses(() => expect(emulator.pending(platform)).toBe(0));
    expect(lines).toEqual(['updates cannot be stored and stay unconfirmed', 'updates are stored again']);
    expect([apologies(5), apologies(6)].map((said) => said.length)).toEqual([1, 1]);
  });

  it('goes on after a page of a proxy, a broken connection and a refusal to be hurried', async () => {
    const scope = { method: 'getUpdates', messenger: platform };
    emulator.faults.next({ kind: 'not-json' }, scope);
    emulator.faults.next({ kind: 'reset', when: 'before' }, scope);
    emulator.faults.next({ kind: 'too-many-requests', retryAfter: 1 }, scope);
    poller.start();
    await untilPasses(() => expect(poller.reached()).toBe(false));
    person(5).say('still there?');
    await has(1);
    expect(poller.reached()).toBe(true);
  });

  it.each([
    ['is no list', {}],
    ['holds nothing', [null]],
    ['holds what has no number', [{ message: {} }, 5, { update_id: '7' }, { update_id: -1 }]],
  ])('goes on after an answer that %s, and says so', async (_name, result) => {
    const leave = emulator.faults.intercept('getUpdates', async () => ({ ok: true, result }));
    poller.start();
    await untilPasses(() => expect(lines).toContain('messenger gives what are no updates'));
    leave();
    person(5).say('still there?');
    await has(1);
    expect(lines).not.toContain('updates cannot be fetched');
  });

  it('takes what is an update from among what is none, without a pause', async () => {
    let polls = 0;
    emulator.faults.intercept('getUpdates', async (_call, proceed) => {
      const answer = await proceed();
      polls += 1;
      return answer.ok ? { ok: true, result: [null, ...(answer.result as unknown[]), {}] } : answer;
    });
    person(5).say('one');
    poller.start();
    await has(1);
    await untilPasses(() => expect(emulator.pending(platform)).toBe(0));
    expect(polls).toBe(1);
  });

  it('raises the alarm when the token is refused while it runs', async () => {
    poller.start();
    person(5).say('one');
    await has(1);
    emulator.faults.revokeToken(platform);
    await untilPasses(() => expect(refused).toBeGreaterThan(0));
  });

  it('stops at once, even in the middle of a long poll', async () => {
    poller.start();
    person(5).say('one');
    await has(1);
    await poller.stop();
    person(5).say('two');
    expect(received).toHaveLength(1);
  });
});
