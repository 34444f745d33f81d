import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFlood, type Flood } from '../../src/intake/flood.js';
import { makeRedisFloodStore } from '../../src/intake/flood-store.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { handClock, minute } from '../support/hand-clock.js';
import { redisUrl } from '../support/services.js';
import { openIntake, textUpdate } from './harness.js';
import { untilPasses } from '../support/eventually.js';

const settings = { updatesPerWindow: 3, windowMs: 60_000 };
const clock = handClock();

describe('the flood limit', () => {
  it('lets a few through, refuses the next, and is silent about the rest', async () => {
    const flood = makeFlood(settings, clock);
    expect(await kinds(flood, 'a', 6)).toEqual(['free', 'free', 'free', 'refused', 'silent', 'silent']);
  });

  it('of one chat is nothing to another', async () => {
    const flood = makeFlood(settings, clock);
    await kinds(flood, 'telegram:1:42', 5);
    expect(await kinds(flood, 'bale:1:42', 1)).toEqual(['free']);
  });

  it('counts what has waited at the messenger in the minute in which it was written', async () => {
    const flood = makeFlood(settings, clock);
    const ago = (minutes: number) => new Date(clock.now().getTime() - minutes * minute);
    const written = async (minutes: number) => (await flood.check('a', ago(minutes))).kind;
    const inAnHour: string[] = [];
    for (let minutes = 60; minutes > 0; minutes -= 1) inAnHour.push(await written(minutes));
    expect(new Set(inAnHour)).toEqual(new Set(['free']));
    const inOneMinute: string[] = [];
    for (let times = 0; times < 5; times += 1) inOneMinute.push(await written(90));
    expect(inOneMinute).toEqual(['free', 'free', 'free', 'refused', 'silent']);
    expect(await kinds(flood, 'a', 4)).toEqual(['free', 'free', 'free', 'refused']);
  });

  it('is counted in this process at once when Redis is away, and says so', async () => {
    const flood = makeFlood(settings, clock, makeRedisFloodStore('redis://127.0.0.1:1', 60_000));
    expect(await kinds(flood, 'a', 5)).toEqual(['free', 'free', 'free', 'refused', 'silent']);
    expect(flood.degraded()).toBe(true);
    await flood.stop();
  });

  describe.skipIf(redisUrl() === null)('shared in Redis', () => {
    const floods: Flood[] = [];
    const replica = (): Flood => {
      const flood = makeFlood(settings, clock, makeRedisFloodStore(redisUrl() ?? '', 60_000));
      floods.push(flood);
      return flood;
    };
    const connected = (flood: Flood) =>
      untilPasses(async () => {
        await flood.check(`warm-${process.pid}-${process.hrtime.bigint()}`, null);
        expect(flood.degraded()).toBe(false);
      });
    afterEach(async () => {
      for (const flood of floods.splice(0)) await flood.stop();
    });

    it('is one for all replicas', async () => {
      const [one, other] = [replica(), replica()];
      await Promise.all([connected(one), connected(other)]);
      const chat = `chat-${process.pid}-${process.hrtime.bigint()}`;
      const passages = [
        ...(await kinds(one, chat, 2)),
        ...(await kinds(other, chat, 2)),
        ...(await kinds(one, chat, 1)),
      ];
      expect(passages).toEqual(['free', 'free', 'free', 'refused', 'silent']);
    });
  });
});

onCleanDatabases('a flood', (db) => {
  let handled: string[];
  beforeEach(() => {
    handled = [];
  });
  const intake = () =>
    openIntake(
      db(),
      async (_tx, _key, incoming) =>
        void handled.push(
          incoming.kind === 'event' ? incoming.event.kind : String(incoming.update.update_id),
        ),
      makeFlood(settings, clock),
    );

  it('is answered once, and what it refused is not kept', async () => {
    const harness = intake();
    for (let id = 1; id <= 10; id += 1) await harness.receive(textUpdate(id, 5, 'again'));
    await harness.drain();
    expect(handled).toEqual(['1', '2', '3', 'flood']);
    expect(await harness.entries()).toHaveLength(4);
  });

  it('is not made by one update that is delivered again and again', async () => {
    const harness = intake();
    for (let times = 0; times < 10; times += 1) await harness.receive(textUpdate(1, 5, 'once'));
    await harness.receive(textUpdate(2, 5, 'twice'));
    await harness.drain();
    expect(handled).toEqual(['1', '2']);
  });
});

async function kinds(flood: Flood, chat: string, times: number): Promise<string[]> {
  const passages: string[] = [];
  for (let time = 0; time < times; time += 1) passages.push((await flood.check(chat, null)).kind);
  return passages;
}
