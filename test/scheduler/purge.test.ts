import { describe, expect, it } from 'vitest';
import { purgeInbox } from '../../src/intake/purge.js';
import { schedule } from '../../src/scheduler/schedule.js';
import { purgeOutbox } from '../../src/outbox/purge.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { day, hour } from '../support/hand-clock.js';
import { openIntake, textUpdate } from '../intake/harness.js';
import { openOutbox, handler } from '../outbox/harness.js';
import { untilPasses } from '../support/eventually.js';

onCleanDatabases('what is over', (db) => {
  it('is swept from the inbox after two days, while what waits stays and what is parked stays for a week', async () => {
    const intake = openIntake(db(), async (_tx, _key, incoming) => {
      if (incoming.kind === 'update' && incoming.update.update_id === 1) throw new Error('poison');
    });
    await intake.receive(textUpdate(1, 5, 'poison'));
    await intake.receive(textUpdate(2, 6, 'handled'));
    for (let tries = 0; tries < 4; tries += 1) {
      await intake.drain();
      intake.clock.pass(30_000);
    }
    const purge = () => db().inTransaction((tx) => purgeInbox(tx, intake.clock.now()));
    const left = async () => (await intake.entries()).map(({ state }) => state);
    intake.clock.pass(47 * hour);
    expect([await purge(), await left()]).toEqual([0, ['parked', 'done', 'done']]);
    intake.clock.pass(hour);
    expect([await purge(), await left()]).toEqual([2, ['parked']]);
    intake.clock.pass(7 * day);
    expect([await purge(), await left()]).toEqual([1, []]);
  });

  it('is swept from the outbox after two days, and never what is still to be done', async () => {
    const outbox = openOutbox(db());
    const { made } = handler(async () => ({ kind: 'done', result: 'done' }));
    await outbox.write({ kind: 'word', payload: 'one' }, { kind: 'nobody does this', payload: 'two' });
    outbox.work([made]);
    await untilPasses(async () => expect(await outbox.states()).toEqual(['done', 'waiting']));
    await outbox.close();
    outbox.clock.pass(30 * day);
    await db().inTransaction((tx) => purgeOutbox(tx, outbox.clock.now()));
    expect(await outbox.states()).toEqual(['waiting']);
  });
});

describe('the timetable', () => {
  it('has each job once, at a time that can be read', () => {
    expect(new Set(schedule.map(({ name }) => name)).size).toBe(schedule.length);
    for (const { when } of schedule) expect(when.split(' ')).toHaveLength(6);
  });
});
