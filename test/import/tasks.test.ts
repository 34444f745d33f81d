import { restoredUnsentId } from '../../src/chats/unsent.js';
import { expect, it } from 'vitest';
import { ImportInvitation } from '../../entities/import-invitation.js';
import { ImportTask } from '../../entities/import-task.js';
import { importKeptMs, purgeImports } from '../../src/import/purge.js';
import { invitedMs, makeImportTasks, type ImportTasks } from '../../src/import/tasks.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { handClock } from '../support/hand-clock.js';

const shahin = { personId: 2, chatKey: 'telegram:7:3002' };
const list = { fileId: 'f', ending: '.csv' };
const announce = () => Promise.resolve(restoredUnsentId(5));

onCleanDatabases('lists that staff have worked on', (db) => {
  const clock = handClock();
  const tasks = <T>(work: (tasks: ImportTasks) => Promise<T>): Promise<T> =>
    db().inTransaction((tx) => work(makeImportTasks({ tx, clock })));

  it('one wait takes one list, of the one who was asked, and no longer than it lasts', async () => {
    await tasks((room) => room.invite(shahin));
    expect(await tasks((room) => room.take({ ...shahin, personId: 3 }, list, announce))).toBeNull();
    expect(await tasks((room) => room.take(shahin, list, announce))).toMatchObject({
      deed: 'read',
      toldIn: 5,
    });
    expect(await tasks((room) => room.take(shahin, list, announce))).toBeNull();
    await tasks((room) => room.invite(shahin));
    await tasks((room) => room.invite(shahin));
    clock.pass(invitedMs);
    expect(await tasks((room) => room.isInvited(shahin))).toBe(false);
    expect(await tasks((room) => room.take(shahin, list, announce))).toBeNull();
  });

  it('one thing at a time is done to a list, and nothing that is over is ended again', async () => {
    const task = (await tasks((room) => room.open('apply', 9, shahin)))!;
    expect(await tasks((room) => room.open('undo', 9, shahin))).toBeNull();
    expect(await tasks((room) => room.inHand(9))).toBe(true);
    expect(await tasks((room) => room.end(task, 'over'))).toBe(true);
    expect(await tasks((room) => room.end(task, 'broken-off'))).toBe(false);
    expect(await tasks((room) => room.inHand(9))).toBe(false);
    expect(await tasks((room) => room.open('undo', 9, shahin))).not.toBeNull();
  });

  it('what is over is gone two weeks later, and what is not stays', async () => {
    const task = (await tasks((room) => room.open('apply', 9, shahin)))!;
    await tasks((room) => room.end(task, 'over'));
    await tasks((room) => room.open('apply', 10, shahin));
    await tasks((room) => room.invite(shahin));
    clock.pass(importKeptMs + 1);
    await db().inTransaction((tx) => purgeImports(tx, clock.now()));
    const { manager } = db().dataSource;
    expect(await manager.find(ImportTask)).toMatchObject([{ runId: 10, state: 'working' }]);
    expect(await manager.count(ImportInvitation)).toBe(0);
  });
});
