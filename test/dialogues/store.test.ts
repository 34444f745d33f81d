import { beforeEach, describe, expect, it } from 'vitest';
import { Dialogue } from '../../entities/dialogue.js';
import { endedDialogues, purgeDialogues } from '../../src/dialogues/ended.js';
import { makeDialogues } from '../../src/dialogues/store.js';
import type { Dialogues } from '../../src/dialogues/dialogues.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { systemRandom } from '../../src/random.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { handClock, minute, type HandClock } from '../support/hand-clock.js';
import { testKeys } from '../support/test-keys.js';

const chat = 'telegram:700001:5';
const life = { idleMs: 10 * minute, wholeMs: 15 * minute };

onCleanDatabases('a dialogue', (db) => {
  let clock: HandClock;
  beforeEach(() => {
    clock = handClock();
  });
  const keyring = makeKeyring({ keys: testKeys, random: systemRandom });
  const within = <T>(work: (dialogues: Dialogues) => Promise<T>, version = 'v1'): Promise<T> =>
    db().inTransaction((tx) => work(makeDialogues({ tx, keyring, clock, life, version })));
  const read = (version?: string) => within((dialogues) => dialogues.read(chat), version);
  const write = (state: string) => within((dialogues) => dialogues.write(chat, state));

  it('goes on where it was', async () => {
    await write('{"step":2}');
    expect(await read()).toEqual({ state: '{"step":2}', status: 'live' });
  });

  it('is unreadable in the database', async () => {
    await write('{"typed":"0010000011"}');
    const row = await db().dataSource.manager.findOneByOrFail(Dialogue, { chatKey: chat });
    expect(row.state).not.toContain('0010000011');
    expect(row.keyId).toBe(keyring.current);
  });

  it('that another version has written is stale', async () => {
    await write('{}');
    expect((await read('v2'))?.status).toBe('stale');
  });

  it('is idle from the tenth minute without a word, and each word moves that', async () => {
    await write('1');
    clock.pass(life.idleMs - 1);
    expect((await read())?.status).toBe('live');
    await write('2');
    clock.pass(1);
    expect((await read())?.status).toBe('live');
    clock.pass(life.idleMs - 1);
    expect((await read())?.status).toBe('too-long');
  });

  it('is too long from the fifteenth minute, whatever is said', async () => {
    await write('1');
    for (let minutes = 1; minutes < 15; minutes += 1) {
      clock.pass(minute);
      await write('more');
    }
    expect((await read())?.status).toBe('live');
    clock.pass(minute);
    expect((await read())?.status).toBe('too-long');
  });

  it('is gone once it is removed, and the next one has its whole life', async () => {
    await write('1');
    clock.pass(14 * minute);
    await within((dialogues) => dialogues.remove(chat));
    expect(await read()).toBeNull();
    await write('2');
    clock.pass(9 * minute);
    expect((await read())?.status).toBe('live');
  });

  describe('that has ended', () => {
    const ended = () => db().inTransaction((tx) => endedDialogues(tx, clock.now()));

    it('is found, and why', async () => {
      await write('1');
      expect(await ended()).toEqual([]);
      clock.pass(10 * minute);
      expect(await ended()).toMatchObject([{ chatKey: chat, why: 'idle' }]);
      clock.pass(5 * minute);
      expect(await ended()).toMatchObject([{ chatKey: chat, why: 'too-long' }]);
    });

    it('and that nobody has closed is swept away an hour later', async () => {
      const purge = () => db().inTransaction((tx) => purgeDialogues(tx, clock.now()));
      await write('1');
      clock.pass(75 * minute);
      expect(await purge()).toBe(0);
      clock.pass(minute);
      expect(await purge()).toBe(1);
    });
  });
});
