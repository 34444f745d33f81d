import { expect, it } from 'vitest';
import { OutboxEntry } from '../../../entities/outbox-entry.js';
import { recordCall } from '../../../src/handlers/messenger/enqueue.js';
import { makeKeyring } from '../../../src/keys/make-keyring.js';
import { systemRandom } from '../../../src/random.js';
import { onCleanDatabases } from '../../support/clean-database.js';
import { handClock } from '../../support/hand-clock.js';
import { testKeys } from '../../support/test-keys.js';

const chat = 'telegram:700001:5';
const keyring = makeKeyring({ keys: testKeys, random: systemRandom });
const words = { method: 'sendMessage', body: '{}' };
const fillsWait = { subject: chat, afterMs: 3_000 };

onCleanDatabases('what only fills a wait', (db) => {
  const clock = handClock();
  const record = (call: typeof words, later?: typeof fillsWait, chatKey = chat) =>
    db().inTransaction((tx) =>
      recordCall({ tx, keyring, clock, random: systemRandom }, chatKey)(call, later),
    );
  const rows = () => db().dataSource.manager.find(OutboxEntry, { order: { id: 'ASC' } });
  const states = async () => (await rows()).map(({ state }) => state);

  it('is due only after its time', async () => {
    await record(words, fillsWait);
    const [filler] = await rows();
    expect(filler!.dueAt.getTime() - clock.now().getTime()).toBe(3_000);
  });

  it('is withdrawn once anything else is said', async () => {
    await record({ ...words, method: 'sendChatAction' }, { ...fillsWait, afterMs: 1_000 });
    await record(words, fillsWait);
    await record(words);
    expect(await states()).toEqual(['cancelled', 'cancelled', 'waiting']);
  });

  it('is not withdrawn by what is only nice to have', async () => {
    await record(words, fillsWait);
    await record({ ...words, method: 'deleteMessage' });
    expect(await states()).toEqual(['waiting', 'waiting']);
  });

  it('that is being said is not called back', async () => {
    await record(words, fillsWait);
    const { manager } = db().dataSource;
    await manager.update(OutboxEntry, { state: 'waiting' }, { state: 'in-hand', tries: 1 });
    await record(words);
    expect(await states()).toEqual(['in-hand', 'waiting']);
  });

  it('of one chat is no affair of another', async () => {
    await record(words, fillsWait);
    await record(words, undefined, 'telegram:700001:55');
    expect(await states()).toEqual(['waiting', 'waiting']);
  });
});
