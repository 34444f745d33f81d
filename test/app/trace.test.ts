import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { person } from '../../playground/cast.js';
import type { Emulator } from '../../playground/emulator/emulator.js';
import type { App } from '../../src/app/app.js';
import { systemClock } from '../../src/clock.js';
import { databases } from '../support/databases.js';
import { startPlainApp, type PlainApp } from '../support/plain-app.js';
import { untilPasses } from '../support/eventually.js';

interface Line {
  message: string;
  kind?: string;
  trace?: string | null;
  traces?: string[];
}

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing)('the id of an update', () => {
    let plain: PlainApp;
    let emulator: Emulator;
    let app: App;
    const lines: Line[] = [];
    const say = (fields: object, message: string) => void lines.push({ ...fields, message });
    beforeAll(async () => {
      const log = { debug: say, info: say, warn: say, error: say };
      plain = await startPlainApp(kind, { clock: systemClock, log });
      ({ app, emulator } = plain);
    });
    afterAll(() => plain.stop());

    const { insuredCode, nationalId, accounts } = person('sara');
    const sara = () =>
      emulator.account({ messenger: 'telegram', id: accounts.telegram ?? 0, firstName: 'x' });
    const said = (message: string, trace?: string) =>
      lines.filter((line) => line.message === message && (trace === undefined || line.trace === trace));
    const tracesTaken = () => said('update stored').flatMap(({ traces = [] }) => traces);

    it('stands in the line that takes it in, in that of its turn, in those of its jobs and of what these bring about, and in the rows', async () => {
      const cover = { from: '2000-01-01', to: '2999-12-31' };
      await app.inTransaction((tx) =>
        app.services(tx).members.put({ insuredCode, nationalId, cover, mobile: null }),
      );
      for (const words of ['/reset', insuredCode, nationalId]) {
        sara().say(words);
        await sara().nextMessage();
        await sara().settled();
      }
      const askedPortal = () => said('job settled').find(({ kind }) => kind === 'portal-account');
      await untilPasses(() => expect(askedPortal()).toBeDefined());
      const last = tracesTaken()[2] ?? '';
      // The turn of the ID, and that of the portal's answer to the question that it led to.
      await untilPasses(() => expect(said('update committed', last)).toHaveLength(1));
      await untilPasses(() => expect(said('event committed', last)).toHaveLength(1));
      expect(askedPortal()?.trace).toBe(last);
      expect(new Set(tracesTaken()).size).toBe(3);
      for (const trace of tracesTaken()) {
        expect(trace).toMatch(/^[0-9a-f]{16}$/);
        expect(said('update committed', trace)).not.toEqual([]);
        expect(said('job taken', trace)).not.toEqual([]);
      }
      const rows = await app.inTransaction((tx) => tx.find(OutboxEntry));
      const ofChat = rows.filter(({ lane }) => lane?.startsWith('telegram:'));
      expect(ofChat.length).toBeGreaterThan(2);
      expect(ofChat.filter(({ traceId }) => !tracesTaken().includes(traceId ?? ''))).toEqual([]);
    });
  });
});
