import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import type { Account } from '../../playground/emulator/account.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { platformNames } from '../../src/platforms.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { minute, second } from '../support/hand-clock.js';
import { invent } from '../support/invented.js';
import { walk, type Walk } from '../support/walk.js';
import { callsTo, referenceIn } from './steps.js';
import { watchWork } from './work.js';

const unknown = invent(4321);
const victim = person('behrouz');

/** Once strangers have used up the pairs about a national ID, whatever is typed beside it. */
const strangers = [
  { what: 'the right pair', insuredCode: victim.insuredCode },
  { what: 'an unknown code', insuredCode: unknown.insuredCode },
  { what: 'somebody else’s code', insuredCode: person('iraj').insuredCode },
  { what: 'the code of somebody without cover', insuredCode: person('laleh').insuredCode },
];

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing).each(platformNames)('a member burnt by strangers on %s', (messenger) => {
    let database: Awaited<ReturnType<typeof kind.createEmpty>>;
    let stage: PlayedStage;
    beforeAll(async () => {
      database = await kind.createEmpty();
      stage = await startStage({
        ...{ database: database.url, messengers: [messenger] },
        settings: { MORNING_DIGEST: 'off' },
      });
    });
    afterAll(async () => {
      await stage.stop();
      await database.drop();
    });

    const nobody = (number: number): Account =>
      stage.emulator.account({ messenger, id: 9_200_000 + number, firstName: 'ر', phone: unknown.phone });
    const types = (chat: Account, insuredCode: string) =>
      walk({ ...unknown, insuredCode, nationalId: victim.nationalId }, chat, stage.phone);

    async function visit(number: number, insuredCode: string) {
      const chat = nobody(number);
      const way = types(chat, insuredCode);
      await way.begin();
      await way.givesCode();
      await chat.settled();
      await stage.advance(2 * second);
      const watch = watchWork(await stage.app(), 'challenges');
      way.givesId();
      const { text } = await way.hears('code-perhaps-sent');
      await chat.settled();
      const { statements } = watch.end();
      const references = [referenceIn(text)];
      for (const sentence of ['code-wrong', 'code-wrong', 'code-wrong-last']) {
        chat.say('00000');
        const heard = await chat.waitFor(({ text: said }) => said.startsWith(beginning[sentence]!));
        if (sentence === 'code-wrong-last') references.push(referenceIn(heard.text));
      }
      await chat.settled();
      const hidden = (shown: string) =>
        references
          .reduce((said, reference) => said.replaceAll(reference, '#'), shown)
          .replaceAll(insuredCode, 'what they typed')
          .replaceAll(/:[0-9a-f]{12}\b/g, ':#');
      return { screen: hidden(chat.screen()), calls: hidden(callsTo(stage, chat)), statements };
    }

    /** Waits until so many codes have come to the member's phone, and types the last one. */
    async function typesCode(way: Walk, count: number): Promise<void> {
      const codes = await eventually(
        () => Promise.resolve(way.codes()),
        ({ length }) => length === count,
      );
      way.chat.say(codes.at(-1)!);
    }

    const beginning: Readonly<Record<string, string>> = {
      'code-wrong': 'کد نادرست است',
      'code-wrong-last': 'این کد هم نادرست بود',
    };

    it('is seen by nobody who types whatever, gets in, and goes on in a chat of their own meanwhile', async () => {
      const own = walk({ ...unknown, ...victim }, stage.account('behrouz', messenger), stage.phone);
      await own.begin();
      await own.givesCode();
      own.givesId();
      await typesCode(own, 1);
      await own.isBackIn();
      await stage.portal.changePassword(victim.insuredCode, victim.nationalId, 'koohestan-79');

      for (let number = 0; number < 40; number += 1) {
        const way = types(nobody(number), String(700_000 + number));
        await way.begin();
        await way.givesCode();
        way.givesId();
        await way.hears(number < 10 ? 'no-match' : 'code-perhaps-sent');
      }
      await stage.advance(2 * minute);
      const seen = [];
      for (const [at, { insuredCode }] of strangers.entries()) seen.push(await visit(100 + at, insuredCode));
      expect(seen[0]!.calls.split('\n').length).toBeGreaterThan(8);
      for (const [at, other] of seen.entries()) expect(other, strangers[at]!.what).toEqual(seen[0]);

      await stage.advance(2 * minute);
      const elsewhere = walk({ ...unknown, ...victim }, nobody(200), stage.phone);
      await elsewhere.begin();
      await elsewhere.givesCode();
      elsewhere.givesId();
      await elsewhere.hears('code-perhaps-sent');
      await typesCode(elsewhere, 3);
      await elsewhere.isBackIn();
      await stage.portal.changePassword(victim.insuredCode, victim.nationalId, 'koohestan-80');

      await stage.advance(2 * minute);
      own.chat.say('/reset');
      await own.hears('ask-insured-code');
      await own.givesCode();
      own.givesId();
      await own.isAskedForTheCode();
      await typesCode(own, 4);
      await own.isBackIn();
    });
  });
});
