import { afterEach, beforeEach, expect, it } from 'vitest';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { makeFlood } from '../../src/intake/flood.js';
import { readIncoming } from '../../src/intake/inbox.js';
import { makePoller } from '../../src/intake/poller.js';
import { makeReceive } from '../../src/intake/receive.js';
import type { UpdateSource } from '../../src/intake/update-source.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { silence } from '../../src/log.js';
import { systemRandom } from '../../src/random.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { handClock, minute, type HandClock } from '../support/hand-clock.js';
import { notAtOnce } from './harness.js';
import { messengerAt } from '../support/messengers.js';
import { testKeys } from '../support/test-keys.js';
import { eventually } from '../support/eventually.js';

const perMinute = 20;
/** What Bale keeps. */
const most = 2_000;
/** One writes 60 times in the hour, one 100 times in a minute, and all others what is left of it. */
const [patient, flooder] = [60, 100];
const others = 92;
const each = (most - patient - flooder) / others;

onCleanDatabases('a backlog of two thousand after an outage of an hour', (db) => {
  let clock: HandClock;
  let emulator: Emulator;
  let poller: UpdateSource;
  beforeEach(async () => {
    clock = handClock();
    emulator = await startEmulator({ clock });
    const { inTransaction } = db();
    const flood = makeFlood({ updatesPerWindow: perMinute, windowMs: minute }, clock);
    const parts = {
      inTransaction,
      inStatement: inTransaction,
      keyring,
      clock,
      flood,
      atOnce: notAtOnce,
      log: silence,
    };
    const receive = makeReceive({ ...parts, count: () => undefined, onDeadLetter: async () => undefined });
    const outageNotice = { send: async () => undefined, outageOver: () => undefined };
    const messenger = messengerAt(emulator, 'bale');
    poller = makePoller({
      messenger,
      receive,
      outageNotice,
      clock,
      log: silence,
      tokenRefused: () => undefined,
    });
  });
  afterEach(async () => {
    await poller.stop();
    await emulator.stop();
  });

  const keyring = makeKeyring({ keys: testKeys, random: systemRandom });
  const person = (id: number) => emulator.account({ messenger: 'bale', id, firstName: 'x' });
  const anHourOfWords = (): void => {
    for (let minutes = 0; minutes < patient; minutes += 1) {
      person(1).say(`patient ${minutes}`);
      if (minutes % 3 === 0 && minutes / 3 < each)
        for (let other = 0; other < others; other += 1) person(100 + other).say(`word ${minutes / 3}`);
      if (minutes === 30) for (let times = 0; times < flooder; times += 1) person(2).say(`flood ${times}`);
      clock.pass(minute);
    }
  };
  const storedOf = async (id: number): Promise<string[]> => {
    const rows = await db().dataSource.manager.find(InboxEntry, {
      where: { chatKey: `bale:${emulator.bot('bale').id}:${id}` },
      order: { id: 'ASC' },
    });
    return rows.map((row) => {
      const incoming = readIncoming(keyring, row);
      return incoming.kind === 'event' ? incoming.event.kind : (incoming.update.message?.text ?? '');
    });
  };

  it('is fetched in hundreds and kept whole, but for what one chat has poured out', async () => {
    anHourOfWords();
    expect(emulator.pending('bale')).toBe(most);
    poller.start();
    await eventually(
      () => emulator.pending('bale'),
      (left) => left === 0,
      280_000,
    );

    expect(await storedOf(1)).toEqual(Array.from({ length: patient }, (_, n) => `patient ${n}`));
    for (let other = 0; other < others; other += 1)
      expect(await storedOf(100 + other)).toEqual(Array.from({ length: each }, (_, n) => `word ${n}`));
    const poured = Array.from({ length: perMinute }, (_, n) => `flood ${n}`);
    expect(await storedOf(2)).toEqual([...poured, 'flood']);
    const sizes = emulator
      .calls()
      .flatMap(({ method, answer }) => (method === 'getUpdates' && answer?.ok ? [answer.result] : []))
      .map((updates) => (updates as unknown[]).length);
    expect(sizes.filter((size) => size > 0)).toEqual(Array<number>(20).fill(100));
  });
});
