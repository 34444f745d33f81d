import { In } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { databases, type DatabaseKind } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { invent } from '../support/invented.js';
import { cutCable, fullDisk, lockedFile, type Outage } from '../support/outages.js';
import { startProduct, type ProductProcess } from '../support/product-process.js';
import { openTown, type Town } from '../support/town.js';
import { makeTripwire } from '../support/tripwire.js';
import { firstLine, walk, type Walk } from '../support/walk.js';
import { requests } from './deaths.js';
import { challengesOf, expectRecoveredOnce } from './recovered-once.js';

type Request = keyof typeof requests;

/** When the database goes; without a request, when nothing is under way. */
interface Moment {
  when: string;
  request: Request | null;
  codeTyped: boolean;
}

const moments: readonly Moment[] = [
  { when: 'before the code is typed', request: null, codeTyped: true },
  { when: 'while the portal is asked', request: 'portal-account', codeTyped: false },
  { when: 'while the SMS goes out', request: 'sms', codeTyped: false },
  { when: 'while the password is recovered', request: 'portal-reset', codeTyped: true },
];

/** How a database goes. */
interface Way {
  how: string;
  kind: DatabaseKind;
  open: (url: string) => Outage | Promise<Outage>;
}

const [sqlite, mariadb] = databases as [DatabaseKind, DatabaseKind];
const ways: readonly Way[] = [
  { how: 'a file that somebody else has locked', kind: sqlite, open: lockedFile },
  { how: 'a file on a full disk', kind: sqlite, open: fullDisk },
  { how: 'a server that vanishes', kind: mariadb, open: cutCable },
];

describe.each(ways)('$kind.name, $how', ({ kind, open }) => {
  describe.skipIf(kind.missing)('and comes back', () => {
    const people = moments.map((_, at) => invent(at));
    const tripwire = makeTripwire();
    let town: Town;
    let outage: Outage;
    let product: ProductProcess;
    beforeAll(async () => {
      town = await openTown(kind, people, { inFront: tripwire.middleware });
      const { url } = town.db;
      outage = await open(url);
      product = await startProduct({ ...town.settings, DATABASE_URL: outage.url }, town.clock.ahead);
    });
    afterAll(async () => {
      product.kill();
      await product.gone;
      outage.close();
      await town.close();
    });

    it.each(moments.map((moment, place) => ({ ...moment, place })))('$when', async (moment) => {
      const way = wayOf(moment.place);
      await way.begin();
      await way.givesCode();
      if (!moment.codeTyped) await goesWith(moment.request, () => way.givesId());
      else {
        way.givesId();
        await way.isAskedForTheCode();
        await nothingLeft();
        await goesWith(moment.request, () => way.typesTheCode());
      }
      way.chat.say('؟');
      await way.hears('not-now');
      way.chat.say('؟؟');

      outage.end(product.pid);
      if (!moment.codeTyped) {
        await way.isAskedForTheCode();
        await way.typesTheCode();
      }
      await way.isBackIn();
      await eventually(
        async () => town.emulator.pending('telegram'),
        (unconfirmed) => unconfirmed === 0,
      );
      await nothingLeft();
      await expectRecoveredOnce(town, way.member);
      expect(await challengesOf(town, way.member)).toMatchObject([{ sends: 1 }]);
      expect(way.codes()).toHaveLength(1);
      const told = way.chat.messages().filter(({ text }) => text.includes(firstLine('not-now')));
      expect(told).toHaveLength(1);
    });

    /** The database goes while this request of the product's is answered, or else before anything is typed. */
    async function goesWith(request: Request | null, types: () => unknown): Promise<void> {
      if (request === null) {
        outage.begin(product.pid);
        await types();
        return;
      }
      const gone = new Promise<void>((begun) => {
        const deed = () => (outage.begin(product.pid), begun());
        tripwire.lay({ ...requests[request], moment: 'after', deed });
      });
      await types();
      await gone;
    }

    const nothingLeft = async (): Promise<void> => {
      const { manager } = town.db.dataSource;
      await eventually(
        async () =>
          (await manager.countBy(OutboxEntry, { state: In(['waiting', 'in-hand']) })) +
          (await manager.countBy(InboxEntry, { state: In(['waiting', 'parked']) })),
        (left) => left === 0,
      );
    };

    const wayOf = (place: number): Walk => {
      const member = people[place]!;
      const { account: id, phone } = member;
      return walk(
        member,
        town.emulator.account({ messenger: 'telegram', id, firstName: 'ر', phone }),
        town.phone,
      );
    };
  });
});
