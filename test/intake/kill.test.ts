import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LimitCounter } from '../../entities/limit-counter.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { keyOf, openIntake, textUpdate } from './harness.js';

const clerk = new URL('clerk.ts', import.meta.url).pathname;
const typescript = new URL('../support/typescript.mjs', import.meta.url).pathname;

const chats = [1, 2, 3, 4];
const each = Array.from({ length: 15 }, (_, n) => n + 1);

const atUpdates = ['update in transaction', 'update committed'];
const atHandOver = ['jobs handed over'];
const atErrands = ['job taken', 'job performed', 'job settled'];
const moments = [...atHandOver, ...atUpdates, ...atErrands];

describe.each(databases)('$name', ({ name, missing, create }) => {
  describe.skipIf(missing)('a process that is killed', () => {
    let db: TestDatabase;
    let clerks: ChildProcess[];
    beforeEach(async () => {
      clerks = [];
      db = await create();
      const intake = openIntake(db, async () => undefined);
      for (const n of each) {
        for (const chat of chats) await intake.receive(textUpdate(chat * 100 + n, chat, String(n)));
      }
      // SQLite has one process, and that is not this one now.
      await db.dataSource.destroy();
    });
    afterEach(async () => {
      for (const one of clerks) {
        if (one.connected) one.disconnect();
        if (one.exitCode === null && one.signalCode === null) await once(one, 'exit');
      }
      await db.drop();
    });

    const begin = (heard: unknown[], ...dying: string[]): ChildProcess => {
      const child = fork(clerk, [db.url, ...dying], { execArgv: ['--import', typescript] });
      clerks.push(child);
      child.on('message', (line) => heard.push(line));
      return child;
    };
    const death = async (child: ChildProcess): Promise<unknown> =>
      ((await once(child, 'exit')) as unknown[])[1];

    /**
     * Each clerk dies at another moment: one after the other where only one may be at work, else several at once. Those
     * who are to die at updates are not among the others, who might leave them nothing but jobs. The first dies at what
     * is handed over: nothing is, in the lane of one who has died, until that death is noticed.
     */
    const dieAtEachMoment = async (heard: unknown[]): Promise<unknown[]> => {
      const deaths: unknown[] = [];
      const atOnce =
        name === 'SQLite' ? moments.map((moment) => [moment]) : [atHandOver, atUpdates, atErrands];
      for (const group of atOnce)
        deaths.push(...(await Promise.all(group.map((moment) => death(begin(heard, moment, '3'))))));
      return deaths;
    };

    it('at any moment loses no update, handles none twice, and at the worst says something again', async () => {
      const heard: unknown[] = [];
      expect(await dieAtEachMoment(heard)).toEqual(moments.map(() => 'SIGKILL'));
      const living = begin(heard);
      await new Promise<void>((resolve) => living.on('message', (line) => line === 'finished' && resolve()));

      await db.dataSource.initialize();
      const counts = await db.dataSource.manager.findBy(LimitCounter, {});
      expect(counts.map(({ key, count }) => [key, count]).sort()).toEqual(
        chats.map((chat) => [keyOf(chat), each.length]),
      );
      const said = heard.filter((line) => line !== 'finished').map(String);
      for (const chat of chats) {
        const here = said
          .filter((line) => line.startsWith(`${keyOf(chat)} `))
          .map((line) => Number(line.split(' ')[1]));
        expect(here.filter((n, at) => here.indexOf(n) === at)).toEqual(each);
      }
      // One lane, one job in hand: of each dead clerk, one a chat at most.
      expect(said.length).toBeLessThanOrEqual(chats.length * (each.length + moments.length));
    });
  });
});
