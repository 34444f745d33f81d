import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeStageClock } from '../../playground/clock.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { platformNames } from '../../src/platforms.js';
import { databases } from '../support/databases.js';
import { handClock, second } from '../support/hand-clock.js';
import { firstLine } from '../support/walk.js';

/** What a messenger has never sent, in the places where words are looked for. */
const oddities: readonly Record<string, unknown>[] = [
  ...[{ a: 1 }, 12_345, ['x'], null, true].map((text) => ({ text })),
  { contact: { phone_number: 9_120_000_002, first_name: ['x'] } },
  { contact: 'x' },
  { document: { file_id: 7, file_name: ['x'], file_size: '1' } },
];

const timeout = 20_000;

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing).each(platformNames)('on %s, what is in no shape', (messenger) => {
    let database: Awaited<ReturnType<typeof kind.createEmpty>>;
    let stage: PlayedStage;
    let updateId = 5_000;
    /** Far above the one before, behind which others come from the messenger itself. */
    const nextId = (): number => (updateId += 100);
    beforeAll(async () => {
      database = await kind.createEmpty();
      // Time stands still within a test: whatever is tried again later is not tried again at all.
      stage = await startStage({
        ...{ database: database.url, messengers: [messenger], clock: makeStageClock(handClock()) },
        settings: { MORNING_DIGEST: 'off' },
      });
    });
    beforeEach(() => stage.clock.advance(second));
    afterAll(async () => {
      await stage.stop();
      await database.drop();
    });

    const sends = (id: number, fields: Record<string, unknown>): void => {
      const from = { id, is_bot: false, first_name: 'ر' };
      const chat = { id, type: 'private', first_name: 'ر' };
      const message = { message_id: 1, date: 0, chat, from, ...fields };
      stage.emulator.injectUpdate(messenger, { update_id: nextId(), message });
    };

    it.each(oddities.map((fields, at) => ({ fields, at })))(
      'is answered like what nobody can read, and holds up nobody: $fields',
      async ({ fields, at }) => {
        const id = 9_400_000 + at;
        const account = stage.emulator.account({ messenger, id, firstName: 'ر' });
        account.say('/reset');
        await account.waitFor(firstLine('ask-insured-code'), { timeout });
        sends(id, fields);
        expect((await account.nextMessage({ timeout })).text).not.toContain(firstLine('went-wrong'));
        account.say('/cancel');
        await account.waitFor(firstLine('dialogue-cancelled'), { timeout });
      },
    );

    it('is a press of a button that there is no more', async () => {
      const account = stage.emulator.account({ messenger, id: 9_400_100, firstName: 'ر' });
      account.say('/reset');
      await account.waitFor(firstLine('ask-insured-code'), { timeout });
      const from = { id: account.id, is_bot: false, first_name: 'ر' };
      const press = { id: '1', from, data: { a: 1 }, message: 'x' };
      stage.emulator.injectUpdate(messenger, { update_id: nextId(), callback_query: press });
      await account.waitFor(firstLine('old-button'), { timeout });
    });
  });
});
