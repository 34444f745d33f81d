import type { MiddlewareHandler } from 'hono';
import { In } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { platformNames } from '../../src/platforms.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { invent } from '../support/invented.js';
import type { ProductProcess } from '../support/product-process.js';
import { openTown, type Town } from '../support/town.js';
import { firstLine, walk, type Walk } from '../support/walk.js';
import { nuisances } from './nuisances.js';
import { helpIn, steps } from './steps.js';

/** Each messenger once, and each database once. */
const grounds = databases.map((kind, at) => ({
  ...kind,
  messenger: platformNames[at % platformNames.length] ?? 'telegram',
}));

const cases = steps.flatMap((step) => nuisances.map((nuisance) => ({ step, nuisance })));

describe.each(grounds)('on $messenger and $name', ({ messenger, missing, create }) => {
  describe.skipIf(missing)('where an answer is awaited', () => {
    const people = [...cases.map(({ step }, at) => invent(at, step.onRecord)), invent(cases.length)];
    const hold = makeHold();
    let town: Town;
    let product: ProductProcess;
    beforeAll(async () => {
      people.forEach(({ insuredCode }, at) => cases[at]?.step.portalWaits && hold.close(insuredCode));
      town = await openTown({ create }, people, { messengers: [messenger], inFront: hold.middleware });
      product = await town.startProduct();
    });
    afterAll(async () => {
      product.kill();
      await product.gone;
      await town.close();
    });

    const wayOf = (at: number): Walk => {
      const member = people[at]!;
      const { account: id, phone } = member;
      return walk(member, town.emulator.account({ messenger, id, firstName: 'ر', phone }), town.phone);
    };
    const named = cases.map(({ step, nuisance }, at) => ({ at, where: step.where, what: nuisance.what }));

    it.concurrent.each(named)('$what in place of $where gets a sentence that helps', async ({ at }) => {
      const { step, nuisance } = cases[at]!;
      const way = wayOf(at);
      await step.reach(way);
      const before = way.chat.keyboard();
      nuisance.send(way.chat);
      if (step.takes !== nuisance.what) {
        const { text } = await way.chat.nextMessage({ timeout: 20_000 });
        expect(text).toContain(helpIn(step, nuisance));
        expect(way.chat.keyboard()).toEqual(before);
        hold.open(way.member.insuredCode);
        step.answer?.(way);
      }
      await step.next(way);
    });

    it('nothing is lost over it', async () => {
      await eventually(
        () => town.db.dataSource.manager.countBy(InboxEntry, { state: In(['waiting', 'parked']) }),
        (left) => left === 0,
      );
      expect(town.emulator.pending(messenger)).toBe(0);
    });

    it('in a group the bot says only that one should write in private', async () => {
      const way = wayOf(cases.length);
      await way.begin();
      way.chat.group('/reset');
      const said = await eventually(
        async () => way.chat.groupMessages().filter(({ from }) => from === 'bot'),
        (messages) => messages.length > 0,
      );
      expect(said.map(({ text }) => text)).toEqual([firstLine('write-in-private')]);
      await way.givesCode();
    });
  });
});

/** Keeps the portal's answer about some accounts back. */
function makeHold() {
  const held = new Map<string, { opened: Promise<void>; open: () => void }>();
  const middleware: MiddlewareHandler = async (c, next) => {
    const account = /^\/accounts\/(\d+)$/.exec(c.req.path)?.[1] ?? '';
    await held.get(account)?.opened;
    await next();
  };
  return {
    middleware,
    close(account: string): void {
      let open: () => void = () => undefined;
      const opened = new Promise<void>((resolve) => (open = resolve));
      held.set(account, { opened, open });
    },
    open: (account: string): void => held.get(account)?.open(),
  };
}
