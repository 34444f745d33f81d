import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { day, handClock } from '../../support/hand-clock.js';
import { caller, newcomer, underWay, until, type Update } from './caller.js';

const texts = (updates: Update[]) => updates.map(({ message }) => (message as { text: string }).text);
const ids = (updates: Update[]) => updates.map(({ update_id }) => update_id);

describe('updates that a bot asks for', () => {
  const clock = handClock();
  let emulator: Emulator;
  let bot: ReturnType<typeof caller>;
  beforeEach(async () => {
    emulator = await startEmulator({ clock });
    bot = caller(emulator, 'telegram');
  });
  afterEach(() => emulator.stop());

  it('come again until they are confirmed', async () => {
    const person = newcomer(emulator);
    person.say('یک');
    person.say('دو');
    expect(texts(await bot.updates())).toEqual(['یک', 'دو']);
    const again = await bot.updates();
    expect(texts(again)).toEqual(['یک', 'دو']);
    expect(texts(await bot.updates({ offset: again[1]?.update_id }))).toEqual(['دو']);
    expect(emulator.pending('telegram')).toBe(1);
  });

  it('are waited for, and come as soon as somebody writes', async () => {
    const waiting = bot.updates({ timeout: 30 });
    await underWay(emulator, 'getUpdates');
    newcomer(emulator).say('سلام');
    expect(texts(await waiting)).toEqual(['سلام']);
  });

  it('are none when the waiting time is over', async () => {
    expect(await bot.updates({ timeout: 1 })).toEqual([]);
  });

  it('are no more at a time than the bot wants', async () => {
    for (const text of ['۱', '۲', '۳']) newcomer(emulator).say(text);
    expect(texts(await bot.updates({ limit: 2 }))).toEqual(['۱', '۲']);
  });

  it('stay for the next one when the bot hangs up', async () => {
    const hangUp = new AbortController();
    const waiting = bot.call('getUpdates', { timeout: 30 }, hangUp.signal);
    await underWay(emulator, 'getUpdates');
    hangUp.abort();
    await expect(waiting).rejects.toThrow();
    await until(() => emulator.calls()[0]?.answer !== null);
    newcomer(emulator).say('سلام');
    expect(texts(await bot.updates())).toEqual(['سلام']);
  });

  it('go to one poller only: a second one turns the first out with 409', async () => {
    const first = bot.refusal('getUpdates', { timeout: 30 });
    await underWay(emulator, 'getUpdates');
    const second = bot.updates({ timeout: 30 });
    expect(await first).toMatch(/^409 Conflict: terminated by other getUpdates/);
    newcomer(emulator).say('سلام');
    expect(texts(await second)).toEqual(['سلام']);
  });

  it('are only of the kinds that the bot asked for', async () => {
    await bot.updates({ allowed_updates: ['callback_query'] });
    newcomer(emulator).say('سلام');
    expect(emulator.pending('telegram')).toBe(0);
  });

  it('are forgotten after a day', async () => {
    newcomer(emulator).say('دیروز');
    clock.pass(day);
    newcomer(emulator).say('امروز');
    expect(texts(await bot.updates())).toEqual(['امروز']);
  });

  it('can be cut to the last ones by a negative offset', async () => {
    for (const text of ['۱', '۲', '۳']) newcomer(emulator).say(text);
    expect(texts(await bot.updates({ offset: -1 }))).toEqual(['۳']);
    expect(emulator.pending('telegram')).toBe(1);
  });

  it('come once more on demand, although they were confirmed', async () => {
    newcomer(emulator).say('سلام');
    const [first] = ids(await bot.updates());
    await bot.updates({ offset: (first ?? 0) + 1 });
    emulator.redeliver('telegram', first ?? 0);
    expect(ids(await bot.updates({ offset: (first ?? 0) + 1 }))).toEqual([first]);
    expect(await bot.updates({ offset: (first ?? 0) + 1 })).toEqual([]);
    expect(() => emulator.redeliver('telegram', 1)).toThrow('there was no update 1');
  });

  it('come twice when duplicates are switched on', async () => {
    emulator.faults.duplicateUpdates('telegram');
    newcomer(emulator).say('سلام');
    newcomer(emulator).say('باز هم');
    expect(texts(await bot.updates())).toEqual(['سلام', 'سلام', 'باز هم']);
  });

  it('may have any shape and number', async () => {
    newcomer(emulator).say('سلام');
    emulator.injectUpdate('telegram', { update_id: 7, poll_answer: { poll_id: '1' } });
    const updates = await bot.updates();
    expect(updates[1]).toEqual({ update_id: 7, poll_answer: { poll_id: '1' } });
  });

  it('are numbered on from one with a number of its own, so that confirming it confirms nothing that comes after it', async () => {
    const bale = caller(emulator, 'bale');
    emulator.injectUpdate('bale', { update_id: 500, poll_answer: { poll_id: '1' } });
    await bale.updates();
    newcomer(emulator, 'bale').say('سلام');
    expect(texts(await bale.updates({ offset: 501 }))).toEqual(['سلام']);
  });
});
