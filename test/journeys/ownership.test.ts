import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Member } from '../../entities/member.js';
import { cast, person, staffCast } from '../../playground/cast.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { codeIsSent, identifies, identifiesAgain } from '../../playground/walkthrough/identifies.js';
import { makeNarrator } from '../../playground/walkthrough/narrator.js';
import { Played } from '../../playground/walkthrough/played.js';
import { platformNames, type PlatformName } from '../../src/platforms.js';
import type { Env } from '../../src/config/setting.js';
import { bare } from '../conversations/screen.js';
import { databases } from '../support/databases.js';
import { firstLine } from '../support/walk.js';
import {
  jibitKeys,
  jibitStandIn,
  zohalStandIn,
  zohalToken,
  type OwnershipVendor,
} from '../support/vendors/ownership.js';

const nobodyListens = makeNarrator(() => undefined, false);
const sara = person('sara');
const codeLife = 5 * 60_000;

const desk: { service: string; open: typeof zohalStandIn; settings: (url: string) => Env }[] = [
  {
    service: 'zohal',
    open: zohalStandIn,
    settings: (url) => ({ ZOHAL_URL: url, ZOHAL_TOKEN: zohalToken }),
  },
  {
    service: 'jibit',
    open: jibitStandIn,
    settings: (url) => ({
      JIBIT_URL: `${url}/ide`,
      JIBIT_API_KEY: jibitKeys.apiKey,
      JIBIT_SECRET_KEY: jibitKeys.secretKey,
    }),
  },
];
const [sqlite, mariadb] = databases;
const houses = [
  { ...desk[0]!, database: sqlite! },
  { ...desk[1]!, database: mariadb! },
];

describe.each(houses)('$service, on $database.name', ({ service, open, settings, database }) => {
  describe.skipIf(database.missing).each(platformNames)('a first mobile on %s', (messenger) => {
    let books: Awaited<ReturnType<typeof database.createEmpty>>;
    let vendor: OwnershipVendor;
    let stage: PlayedStage;
    beforeAll(async () => {
      books = await database.createEmpty();
      vendor = await open(cast);
      stage = await startStage({
        database: books.url,
        messengers: [messenger],
        settings: { OWNERSHIP: service, MORNING_DIGEST: 'off', ...settings(vendor.url) },
      });
    });
    afterAll(async () => {
      await stage.stop();
      await vendor.close();
      await books.drop();
    });

    const played = () => new Played('sara', { stage, messenger, narrator: nobodyListens });
    /** Up to the answer of the register. */
    let welcomed = false;
    const gives = async (member: Played, mobile: string): Promise<void> => {
      member.says('/reset');
      await (welcomed ? identifiesAgain : identifies)(member);
      welcomed = true;
      await member.hears('mobile-needed', 'ask-mobile');
      member.says(mobile);
      await member.hears('mobile-taken');
    };
    const isAskedForTheCode = (member: Played) => member.hears(...codeIsSent);
    const leaves = async (member: Played): Promise<void> => {
      await member.readsCode();
      member.says('/cancel');
      await member.hears('dialogue-cancelled');
      // Within its life the code would be gone on with, and no number asked.
      await stage.advance(codeLife);
    };
    const source = async () => {
      const { dataSource } = await stage.app();
      const { insuredCode } = sara;
      return (await dataSource.manager.findOneByOrFail(Member, { insuredCode })).mobileSource;
    };

    it('of which the service can say nothing gets its code, as it would without the service', async () => {
      vendor.refuse('balance.not_enough');
      const member = played();
      await gives(member, sara.phone);
      await isAskedForTheCode(member);
      await leaves(member);
    });

    it('gets its code while the service is in trouble, after one more try', async () => {
      vendor.fail('bad-gateway-page');
      const before = vendor.received.length;
      const member = played();
      await gives(member, sara.phone);
      await isAskedForTheCode(member);
      await leaves(member);
      expect(vendor.received.length - before).toBe(2);
      vendor.fail(null);
      vendor.refuse(null);
    });

    it('in another name gets no code, and two of staff register it when they have looked', async () => {
      const [parvaneh, shahin] = [0, 1].map((at) => colleague(stage, messenger, at));
      for (const one of [parvaneh!, shahin!]) {
        one.say('/whoami');
        await one.nextMessage();
      }
      const cousins = person('iraj').phone;
      const member = played();
      await gives(member, cousins);
      const told = await member.hears('mobile-mismatch');
      expect(stage.phone.inbox(cousins)).toEqual([]);
      const [, reference = ''] = /کد پیگیری: (\w{8})/.exec(told) ?? [];
      expect(bare((await shahin!.nextMessage()).text)).toContain(reference);

      shahin!.say(`/why ${reference}`);
      const story = bare((await shahin!.nextMessage()).text);
      expect(story).toContain('شاهکار');
      expect(story).not.toContain(cousins);
      shahin!.say(`/setmobile ${sara.insuredCode} ${cousins}`);
      await shahin!.nextMessage();
      shahin!.press('انجام شود');
      await parvaneh!.waitFor('تأیید نفر دوم');
      parvaneh!.press('موافقم');
      await stage
        .account('sara', messenger)
        .waitFor(firstLine('request-granted', { request: 'first-mobile', coolOffHours: 24 }));
      expect(await source()).toBe('typed');
    });

    it('of her own is proven by the register, and staff read so', async () => {
      await forgetMobile(stage);
      const member = played();
      await gives(member, sara.phone);
      await isAskedForTheCode(member);
      member.says(await member.readsCode());
      await member.hears('reset-done');
      expect(await source()).toBe('registry');
      const mina = colleague(stage, messenger, 2);
      mina.say(`/member ${sara.insuredCode}`);
      expect(bare((await mina.nextMessage()).text)).toContain('شاهکار');
    });

    it('is no business of the numbers that are watched: they count answers, and name nobody', async () => {
      const port = (await stage.app()).httpPort();
      const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      expect(metrics).toContain('ramzyar_owner_answers_total{owner="mismatch"} 1');
      expect(metrics).toContain('ramzyar_recoveries_total{outcome="done"} 1');
      expect(metrics).toContain('ramzyar_recovery_seconds_count 1');
      expect(metrics).not.toContain(sara.phone);
    });
  });
});

const colleague = (stage: PlayedStage, messenger: PlatformName, at: number) =>
  stage.emulator.account({ messenger, id: staffCast[at]!.accounts[messenger], firstName: 'همکار' });

async function forgetMobile(stage: PlayedStage): Promise<void> {
  const app = await stage.app();
  await app.inTransaction(async (tx) => {
    const { members } = app.services(tx);
    const member = await members.byInsuredCode(sara.insuredCode);
    if (member) await members.forgetMobile(member);
    // Its day of rest has passed.
    if (member) await tx.query('UPDATE members SET codes_from = NULL WHERE id = ?', [member.id]);
  });
}
