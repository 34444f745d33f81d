import { afterEach, beforeEach, expect, it } from 'vitest';
import { enqueue } from '../../src/outbox/outbox.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { second } from '../support/hand-clock.js';
import { done, openOutbox, handler, word } from './harness.js';
import { untilPasses } from '../support/eventually.js';

onCleanDatabases('the outbox', (db) => {
  let outbox: ReturnType<typeof openOutbox>;
  beforeEach(() => {
    outbox = openOutbox(db());
  });
  afterEach(() => outbox.close());

  it('gives up after the last try, settles what that means, and the lane goes on', async () => {
    const { made, settled } = handler(async (payload) =>
      payload === 'bad' ? { kind: 'retry', fault: 'away' } : done,
    );
    await outbox.write(word('bad', 'a'), word('good', 'a'));
    outbox.work([made]);
    await untilPasses(async () => {
      outbox.clock.pass(2 * second);
      expect(await outbox.states()).toEqual(['failed', 'done']);
    });
    expect((await outbox.entries())[0]?.tries).toBe(3);
    expect(settled).toEqual(['bad: given up', 'good: done']);
  });

  it('warns of what failed for good or is in doubt, and not of what is tried again', async () => {
    const lines: string[] = [];
    const say = (level: string) => (_fields: object, message: string) =>
      void lines.push(`${level} ${message}`);
    const log = { debug: () => undefined, info: say('info'), warn: say('warn'), error: say('error') };
    let tries = 0;
    const { made } = handler(async (payload) => {
      if (payload === 'bad') return { kind: 'failed', fault: 'no' };
      if (payload === 'unclear') return { kind: 'unknown', fault: 'silent' };
      tries += 1;
      return tries === 1 ? { kind: 'retry', fault: 'away', afterMs: 0 } : done;
    });
    await outbox.write(word('later'), word('bad'), word('unclear'));
    outbox.work([made], { log });
    await outbox.reaches(['done', 'failed', 'doubt']);
    await untilPasses(() => expect(lines).toHaveLength(3));
    expect(lines.sort()).toEqual(['info job not done', 'warn job not done', 'warn job not done']);
  });

  it('keeps nothing of what it carried, once it is over', async () => {
    const { made } = handler(async (payload) => (payload === 'bad' ? { kind: 'failed', fault: 'no' } : done));
    await outbox.write(word('09120000001'), word('bad'));
    expect((await outbox.entries())[0]?.payload).not.toContain('0912');
    outbox.work([made]);
    await outbox.reaches(['done', 'failed']);
    expect((await outbox.entries()).map(({ payload }) => payload)).toEqual(['', '']);
  });

  it('leaves in doubt what threw half-way, where twice would be twice', async () => {
    const broken = handler(() => Promise.reject(new TypeError('of 09120000001')), {
      onWorkerDeath: 'quarantine',
    });
    await outbox.write(word('one'));
    outbox.work([broken.made]);
    await outbox.reaches(['doubt']);
    expect((await outbox.entries())[0]?.fault).toMatch(/^TypeError(?!.*0912)/);
  });

  it('does nothing of a transaction that was rolled back', async () => {
    const { made, settled } = handler(async () => done);
    outbox.work([made]);
    const { keyring, clock } = outbox;
    const undone = db().inTransaction(async (tx) => {
      await enqueue({ tx, keyring, clock }, word('never'));
      throw new Error('on purpose');
    });
    await expect(undone).rejects.toThrow();
    await outbox.write(word('ever'));
    await outbox.reaches(['done']);
    expect(settled).toEqual(['ever: done']);
  });
});
