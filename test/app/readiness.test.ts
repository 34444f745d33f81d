import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { codeIsSent, identifies } from '../../playground/walkthrough/identifies.js';
import { makeNarrator } from '../../playground/walkthrough/narrator.js';
import { Played } from '../../playground/walkthrough/played.js';
import type { Trouble } from '../../src/alerts/alerts.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { deadAddress } from '../support/vendors/stand-in.js';

const nobodyListens = makeNarrator(() => undefined, false);

describe.each(databases)('$name', ({ missing, createEmpty }) => {
  describe.skipIf(missing)('/readyz says what somebody should look at:', () => {
    let database: Awaited<ReturnType<typeof createEmpty>>;
    let stage: PlayedStage;
    beforeAll(async () => {
      database = await createEmpty();
      const settings = { KAVENEGAR_URL: await deadAddress() };
      stage = await startStage({ database: database.url, messengers: ['telegram'], settings });
    });
    afterAll(async () => {
      await stage.stop();
      await database.drop();
    });

    const ready = async () => {
      const answer = await fetch(`http://127.0.0.1:${(await stage.app()).httpPort()}/readyz`);
      return { code: answer.status, ...((await answer.json()) as { status: string; reasons: string[] }) };
    };
    const reasons = async () => (await ready()).reasons;
    const raise = async (trouble: Trouble) => {
      const app = await stage.app();
      await app.inTransaction((tx) => app.services(tx).alerts.raise(trouble));
    };

    it('nothing, at first', async () => {
      expect(await ready()).toEqual({ code: 200, status: 'ok', reasons: [] });
    });

    it('the portal, until it is back', async () => {
      await raise({ cause: 'portal-silent' });
      expect(await ready()).toEqual({
        ...{ code: 200, status: 'degraded', reasons: ['the portal does not answer'] },
      });
      const app = await stage.app();
      await app.inTransaction((tx) =>
        app.services(tx).alerts.clear({ cause: 'portal-silent' }, { cause: 'portal-back' }),
      );
      expect(await reasons()).toEqual([]);
    });

    it('a broken trail and a timetable that nobody keeps, as long as they are found so', async () => {
      await raise({ cause: 'trail-broken', facts: { place: 1 } });
      await raise({ cause: 'jobs-missing' });
      expect(await reasons()).toEqual(['nobody keeps the timetable', 'the chain of the trail is broken']);
      stage.clock.advance(3 * 3_600_000);
      expect(await reasons()).toEqual(['the chain of the trail is broken']);
      stage.clock.advance(24 * 3_600_000);
      expect(await reasons()).toEqual([]);
    });

    it('updates that were set aside', async () => {
      const { dataSource } = await stage.app();
      const parked = {
        source: 'telegram:1',
        updateId: 'parked',
        chatKey: 'telegram:1:1',
        state: 'parked',
        tries: 4,
      } as const;
      const at = stage.clock.now();
      await dataSource.manager.insert(InboxEntry, {
        ...{ ...parked, payload: '', keyId: '0'.repeat(16), receivedAt: at, dueAt: at },
      });
      expect(await reasons()).toEqual(['1 updates are parked']);
      await dataSource.manager.delete(InboxEntry, { updateId: 'parked' });
    });

    it('SMS, when every provider rests', async () => {
      const member = new Played('behrouz', { stage, messenger: 'telegram', narrator: nobodyListens });
      member.says('/reset');
      await identifies(member);
      await member.hears(...codeIsSent);
      await eventually(reasons, (seen) => seen.includes('all SMS providers rest: no code is sent'));
    });

    it('a messenger that gives no updates', async () => {
      const leave = stage.emulator.faults.intercept('getUpdates', () =>
        Promise.resolve({ ok: false, error_code: 502, description: 'away' }),
      );
      stage.account('sara', 'telegram').say('/start');
      await eventually(reasons, (seen) => seen.includes('a messenger gives no updates'));
      leave();
    });
  });
});
