import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import type { Account } from '../../playground/emulator/account.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { platformNames, type PlatformName } from '../../src/platforms.js';
import { databases } from '../support/databases.js';
import { second } from '../support/hand-clock.js';
import { invent } from '../support/invented.js';
import { walk } from '../support/walk.js';
import { callsTo, referenceIn } from './steps.js';
import { watchWork, type Work } from './work.js';

const unknown = invent(4321);

/** Why the pair is wrong is nobody's business. */
const strangers = [
  { why: 'an unknown code', insuredCode: unknown.insuredCode, nationalId: person('sara').nationalId },
  { why: 'a wrong ID', insuredCode: person('behrouz').insuredCode, nationalId: unknown.nationalId },
  {
    why: 'a code of somebody else’s',
    insuredCode: person('iraj').insuredCode,
    nationalId: person('behrouz').nationalId,
  },
  {
    why: 'the code of somebody without cover',
    insuredCode: person('laleh').insuredCode,
    nationalId: person('mahin').nationalId,
  },
];

interface Seen {
  screen: string;
  reference: string;
  calls: string;
  work: Work;
}

const messengers: readonly PlatformName[] = platformNames;

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing).each(messengers)('a stranger on %s', (messenger) => {
    let database: Awaited<ReturnType<typeof kind.createEmpty>>;
    let stage: PlayedStage;
    const seen: Seen[] = [];
    beforeAll(async () => {
      database = await kind.createEmpty();
      stage = await startStage({
        ...{ database: database.url, messengers: [messenger] },
        // It comes once, at a moment of its own.
        settings: { MORNING_DIGEST: 'off' },
      });
      for (const [number, stranger] of strangers.entries()) {
        const id = 9_100_000 + number;
        const account = stage.emulator.account({ messenger, id, firstName: 'ر', phone: unknown.phone });
        seen.push(await visit(account, stranger));
      }
    });
    afterAll(async () => {
      await stage.stop();
      await database.drop();
    });

    async function visit(chat: Account, stranger: (typeof strangers)[number]): Promise<Seen> {
      const way = walk({ ...unknown, ...stranger }, chat, stage.phone);
      await way.begin();
      await way.givesCode();
      await chat.settled();
      // A closed sign that was read a second ago is read again, for each of them alike.
      await stage.advance(2 * second);
      const watch = watchWork(await stage.app());
      way.givesId();
      const { text } = await way.hears('no-match');
      await chat.settled();
      const reference = referenceIn(text);
      const hidden = (shown: string) =>
        shown
          .replaceAll(reference, '#')
          .replaceAll(stranger.insuredCode, 'what they typed')
          .replaceAll(/:[0-9a-f]{12}\b/g, ':#');
      return {
        screen: hidden(chat.screen()),
        reference,
        calls: hidden(callsTo(stage, chat)),
        work: watch.end(),
      };
    }

    it.each(strangers.slice(1).map(({ why }, at) => ({ why, at: at + 1 })))(
      'sees and costs with $why what an unknown code would, but for the reference',
      ({ at }) => {
        const { reference, ...first } = seen[0]!;
        const { reference: another, ...other } = seen[at]!;
        expect(first.calls.split('\n').length).toBeGreaterThan(4);
        expect(first.work.statements.length).toBeGreaterThan(10);
        expect(other).toEqual(first);
        expect(another).not.toBe(reference);
      },
    );
  });
});
