import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../playground/emulator/emulator.js';
import type { App } from '../../src/app/app.js';
import { databases } from '../support/databases.js';
import { startPlainApp, type PlainApp } from '../support/plain-app.js';
import { handClock, minute } from '../support/hand-clock.js';
import { untilPasses } from '../support/eventually.js';

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing)('the log of an outage', () => {
    let plain: PlainApp;
    let emulator: Emulator;
    let app: App;
    const clock = handClock();
    const lines: string[] = [];
    /** What is said loudly of one thing within one minute: this many times. */
    const loud = new Map<string, number>();
    const say = (_fields: object, message: string) => void lines.push(message);
    const shout = (fields: object, message: string) => {
      const line = JSON.stringify([clock.now(), message, { ...fields, fault: null }]);
      loud.set(line, (loud.get(line) ?? 0) + 1);
      say(fields, message);
    };
    beforeAll(async () => {
      const log = { debug: say, info: say, warn: shout, error: shout };
      plain = await startPlainApp(kind, { clock, log });
      ({ app, emulator } = plain);
    });
    afterAll(() => plain.stop());

    const said = (line: string): number => lines.filter((one) => one === line).length;
    const reaches = (line: string, times: number) => untilPasses(() => expect(said(line), line).toBe(times));

    it('says once that the database is gone, again after a minute, and once that it is back', async () => {
      const queues = ['inbox', 'outbox'];
      await app.dataSource.destroy();
      for (const id of [5, 6, 7])
        emulator.account({ messenger: 'telegram', id, firstName: 'x' }).say('/start');
      await reaches('updates cannot be stored and stay unconfirmed', 1);
      for (const queue of queues) await reaches(`${queue} out of reach`, 1);
      clock.pass(minute);
      for (const queue of queues) await reaches(`${queue} out of reach`, 2);
      expect(lines.filter((line) => line.endsWith('is reached again'))).toEqual([]);
      await app.dataSource.initialize();
      for (const queue of queues) await reaches(`${queue} is reached again`, 1);
      await reaches('updates are stored again', 1);
      const oftener = [...loud].filter(([, times]) => times > 1);
      expect(oftener).toEqual([]);
    });
  });
});
