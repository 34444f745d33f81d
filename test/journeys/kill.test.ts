import { In } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { invent } from '../support/invented.js';
import type { ProductProcess } from '../support/product-process.js';
import { openTown, type Town } from '../support/town.js';
import { makeTripwire } from '../support/tripwire.js';
import { zohalStandIn, zohalToken, type OwnershipVendor } from '../support/vendors/ownership.js';
import { walk, type Walk } from '../support/walk.js';
import { arrange, bringTogether, deaths } from './deaths.js';
import { challengesOf, expectRecoveredOnce } from './recovered-once.js';

/** Longer than any lease, so that the next process takes over what was in hand; and than the pause before a second SMS. */
const whileItIsDead = 65_000;

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing)('a product that is killed', () => {
    const people = deaths.map(({ step }, at) => invent(at, step !== 'mobile'));
    const tripwire = makeTripwire();
    let register: OwnershipVendor;
    let town: Town;
    let product: ProductProcess;
    beforeAll(async () => {
      register = await zohalStandIn(people);
      const settings = { OWNERSHIP: 'zohal', ZOHAL_URL: register.url, ZOHAL_TOKEN: zohalToken };
      town = await openTown(kind, people, { inFront: tripwire.middleware, settings });
      product = await town.startProduct();
    });
    afterAll(async () => {
      product.kill();
      await product.gone;
      await Promise.all([town.close(), register.close()]);
    });

    const bystander = () =>
      town.emulator.account({ messenger: 'telegram', id: 990_001, firstName: 'ن', phone: '09120009901' });
    const inOutbox =
      (...states: OutboxEntry['state'][]) =>
      () =>
        town.db.dataSource.manager.countBy(OutboxEntry, { state: In(states) });
    const unfinished = async () =>
      (await town.db.dataSource.manager.findBy(OutboxEntry, { state: In(['waiting', 'in-hand']) })).map(
        ({ kind, state, tries, fault, dueAt }) =>
          `${kind} ${state} ${tries} ${fault} ${dueAt.getTime() - town.clock.now().getTime()}`,
      );
    /** Nothing of what was begun is left to be done. */
    const nothingLeft = async () => {
      await eventually(unfinished, (left) => left.length === 0);
      await eventually(
        () => town.db.dataSource.manager.countBy(InboxEntry, { state: In(['waiting', 'parked']) }),
        (left) => left === 0,
      );
    };

    it.each(deaths.map((death, place) => ({ ...death, place })))('$when', async (death) => {
      const member = people[death.place]!;
      const chat = town.emulator.account({
        messenger: 'telegram',
        id: member.account,
        firstName: 'ر',
        phone: member.phone,
      });
      const way = walk(member, chat, town.phone);
      const doubtful = await inOutbox('doubt')();

      await way.begin();
      await way.givesCode();
      if (death.step !== 'id') way.givesId();
      if (death.step === 'mobile') await way.hears('ask-mobile');
      if (death.step === 'code') await way.isAskedForTheCode();
      await nothingLeft();
      const bring = death.beside ? await bringTogether(town.emulator, bystander()) : () => undefined;
      await nothingLeft();
      await arrange(death, product, { emulator: town.emulator, tripwire });
      if (death.step === 'code') await way.typesTheCode();
      else if (death.step === 'mobile') chat.say(member.phone);
      else way.givesId();
      bring();
      await product.gone;

      town.clock.advance(whileItIsDead);
      product = await town.startProduct();
      if (death.step !== 'code') {
        await way.isAskedForTheCode();
        if (death.smsLost) way.asksAgain();
        await way.typesTheCode();
      }
      await way.isBackIn();
      await nothingLeft();

      await expectRecoveredOnce(town, member, death.portalCalls);
      const [{ sends } = { sends: 0 }, ...others] = await challengesOf(town, member);
      expect(others).toEqual([]);
      expect(sends).toBe(death.smsLost ? 2 : 1);
      expect(way.codes()).toHaveLength(1);
      expect((await inOutbox('doubt')()) - doubtful).toBe(death.inDoubt ? 1 : 0);
      expect(repeated(way)).toBeLessThanOrEqual(1);
      expect(town.emulator.pending('telegram')).toBe(0);
    });
  });
});

/** How many of the bot's messages have been there before. */
function repeated({ chat }: Walk): number {
  const texts = chat.messages().flatMap(({ from, text }) => (from === 'bot' ? [text] : []));
  return texts.length - new Set(texts).size;
}
