import { afterEach, beforeEach, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { staffCast } from '../../playground/cast.js';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { auditEvent } from '../../src/audit/vocabulary.js';
import { platforms } from '../../src/bot/platform.js';
import { chatKey, type PlatformName } from '../../src/chats/address.js';
import { silence } from '../../src/log.js';
import type { FileMakers, MadeFile } from '../../src/outbox/files/maker.js';
import { orderFile, type FileErrand } from '../../src/outbox/files/order-file.js';
import { readPayload } from '../../src/outbox/outbox.js';
import { makePace } from '../../src/outbox/pace.js';
import { makeFilePerformer } from '../../src/outbox/performers/file.js';
import { systemRandom } from '../../src/random.js';
import type { FileOrder } from '../../src/staff/files.js';
import { makePeople } from '../../src/staff/people.js';
import { onBothDatabases } from '../support/both-databases.js';
import { messengerAt, quickRate } from '../support/messengers.js';
import type { ResetHouse } from '../support/reset-house.js';
import { makeWrittenChats } from '../support/written-errands.js';
import { staffRoomOf } from '../support/staff-room.js';

const order: FileOrder = { what: 'recoveries', from: '2025-09-01', to: '2025-09-22', format: 'csv' };
const shahin = staffCast[1]!;
const table: MadeFile = {
  as: 'document',
  name: 'table.csv',
  mime: 'text/csv',
  caption: 'جدول',
  content: ['code,', Buffer.from('day\r\n')] as never,
};

onBothDatabases('a file for one of staff', (house) => {
  let emulator: Emulator;
  let desk: ReturnType<typeof atDesk>;
  beforeEach(async () => {
    emulator = await startEmulator({});
    desk = atDesk(house(), emulator);
    await desk.hire();
  });
  afterEach(() => emulator.stop());

  it.each(['telegram', 'bale'] as const)(
    'arrives byte by byte, with its name and caption: %s',
    async (at) => {
      const chat = desk.chatOf(at);
      await desk.ask(at);
      expect(await desk.perform(at, () => table)).toMatchObject({ kind: 'done', result: 'sent' });
      const message = await chat.waitFor(({ file }) => file !== null);
      expect(message).toMatchObject({ text: 'جدول', file: { name: 'table.csv', mime: 'text/csv' } });
      expect(chat.open(message).toString()).toBe('code,day\r\n');
      expect(emulator.calls().at(-1)).toMatchObject({ method: 'sendDocument', unknownFields: [] });
    },
  );

  it('may be a picture', async () => {
    desk.chatOf('telegram');
    await desk.ask('telegram');
    await desk.perform('telegram', () => ({ ...table, as: 'photo', name: 'picture.png' }));
    expect(emulator.calls().at(-1)).toMatchObject({ method: 'sendPhoto' });
  });

  it('is asked for in a few words, and does not stand in the lane of what is said meanwhile', async () => {
    await desk.ask('telegram');
    const row = await house().manager.findOneByOrFail(OutboxEntry, { kind: 'file:telegram' });
    expect(row.lane).toBe('files:telegram:700001:3002');
    expect(row.payload.length).toBeLessThan(1_000);
  });

  it('is not made for somebody who is of staff no more, nor sent if they leave while it is made', async () => {
    const chat = desk.chatOf('telegram');
    await desk.ask('telegram');
    let made = 0;
    const leaving = async () => {
      made += 1;
      await desk.dismiss();
      return table;
    };
    expect(await desk.perform('telegram', leaving)).toMatchObject({ result: 'not-allowed' });
    expect(await desk.perform('telegram', leaving)).toMatchObject({ result: 'not-allowed' });
    expect(made).toBe(1);
    expect(chat.messages().filter(({ from }) => from === 'bot')).toEqual([]);
  });

  it('is kept from a lower rank, and the trail says so', async () => {
    await desk.ask('telegram');
    await desk.demote();
    const performed = await desk.perform('telegram', () => table);
    expect(performed).toMatchObject({ kind: 'failed', result: 'not-allowed' });
    await desk.settle('telegram', 'not-allowed');
    expect(await desk.told()).toEqual([{ kind: 'staff-file', what: 'recoveries', trouble: 'not-allowed' }]);
    const event = auditEvent('staff-not-allowed');
    const line = await house().manager.findOneByOrFail(AuditEntry, { event });
    expect(JSON.parse(line.detail)).toEqual({ platform: 'telegram', file: 'recoveries' });
  });

  it('that has nothing in it is not sent, and that is told', async () => {
    await desk.ask('bale');
    expect(await desk.perform('bale', () => null)).toEqual({ kind: 'done', result: 'nothing' });
    await desk.settle('bale', 'nothing');
    expect(await desk.told()).toEqual([{ kind: 'staff-file', what: 'recoveries', trouble: 'nothing' }]);
  });

  it('that grows too large is given up while it grows', async () => {
    await desk.ask('telegram');
    let pieces = 0;
    async function* endless() {
      for (;;) {
        pieces += 1;
        yield Buffer.alloc(1_000);
      }
    }
    const performed = await desk.perform('telegram', () => ({ ...table, content: endless() }), 10_000);
    expect(performed).toMatchObject({ kind: 'failed', result: 'too-large' });
    expect(pieces).toBe(11);
  });

  it('is put down half made when its process is to stop', async () => {
    const chat = desk.chatOf('telegram');
    await desk.ask('telegram');
    const content = [Buffer.alloc(2_000_000), 'the rest'] as never;
    const performed = await desk.perform('telegram', () => ({ ...table, content }), undefined, false);
    expect(performed).toMatchObject({ kind: 'later' });
    expect(chat.messages().filter(({ file }) => file !== null)).toEqual([]);
  });

  it('of several pieces arrives as one', async () => {
    const chat = desk.chatOf('telegram');
    await desk.ask('telegram');
    const content = [Buffer.alloc(1_500_000, 'a'), 'b', Buffer.alloc(1_500_000, 'c')] as never;
    await desk.perform('telegram', () => ({ ...table, content }));
    const bytes = chat.open(await chat.waitFor(({ file }) => file !== null));
    expect(bytes.length).toBe(3_000_001);
    expect(bytes.subarray(1_499_999, 1_500_002).toString()).toBe('abc');
  });

  it('whose answer is lost is made and sent again: at the worst it comes twice', async () => {
    const chat = desk.chatOf('telegram');
    await desk.ask('telegram');
    emulator.faults.next({ kind: 'reset', when: 'after' });
    expect(await desk.perform('telegram', () => table)).toMatchObject({ kind: 'later' });
    expect(await desk.perform('telegram', () => table)).toMatchObject({ kind: 'done' });
    expect(chat.messages().filter(({ file }) => file !== null)).toHaveLength(2);
  });

  it('waits as long as the messenger asks, and is given up where the chat is closed to us', async () => {
    const chat = desk.chatOf('telegram');
    await desk.ask('telegram');
    emulator.faults.next({ kind: 'too-many-requests', retryAfter: 9 });
    expect(await desk.perform('telegram', () => table)).toMatchObject({ kind: 'later', afterMs: 9_000 });
    chat.block();
    expect(await desk.perform('telegram', () => table)).toMatchObject({ kind: 'failed' });
  });
});

type Make = () => MadeFile | null | Promise<MadeFile | null>;

/** Somebody of staff who wants files, and whoever makes and sends them. */
function atDesk({ db, clock, keyring, manager, parts }: ResetHouse, emulator: Emulator) {
  let personId = 0;
  const keyOf = (platform: PlatformName) =>
    chatKey({ platform, bot: '700001', chat: String(shahin.accounts[platform]) });

  const performer = (platform: PlatformName, make: Make, most?: number) =>
    makeFilePerformer({
      inTransaction: db.inTransaction,
      messenger: messengerAt(emulator, platform),
      pace: makePace(quickRate, clock),
      log: silence,
      tokenRefused: () => undefined,
      capabilities: {
        ...platforms[platform].capabilities,
        ...(most ? { largestUpload: { photo: most, document: most } } : {}),
      },
      makers: { recoveries: { least: 'supervisor', make: async () => make() } } as unknown as FileMakers,
      rooms: (tx) => ({ chats: makeWrittenChats({ tx, keyring, clock }), staff: staffRoomOf(parts(tx)) }),
    });
  const errand = async (): Promise<FileErrand> => {
    const [row] = await manager.find(OutboxEntry, { order: { id: 'DESC' }, take: 1 });
    return readPayload(keyring, row!) as FileErrand;
  };
  const inPeople = <T>(work: (people: ReturnType<typeof makePeople>) => Promise<T>) =>
    db.inTransaction((tx) => work(makePeople({ tx, clock })));

  return {
    hire: () =>
      inPeople(async (people) => {
        for (const platform of ['telegram', 'bale'] as const) {
          const account = { platform, account: String(shahin.accounts[platform]) };
          if (personId === 0) personId = await people.add(account, shahin.name, shahin.role);
          else await people.addAccount(personId, account);
          await people.at({ chatKey: keyOf(platform), senderId: account.account });
        }
      }),
    dismiss: () => inPeople((people) => people.remove(personId)),
    demote: () => inPeople((people) => people.setRole(personId, 'supervisor', 'operator')),
    chatOf(platform: PlatformName) {
      const { accounts, name } = shahin;
      const account = emulator.account({ messenger: platform, id: accounts[platform], firstName: name });
      account.say('/start');
      return account;
    },
    ask: (platform: PlatformName) =>
      db.inTransaction((tx) =>
        orderFile(
          { tx, keyring, clock, random: systemRandom },
          { order, personId, chatKey: keyOf(platform), locale: 'fa' },
        ),
      ),
    perform: async (platform: PlatformName, make: Make, most?: number, goesOn = true) =>
      performer(platform, make, most).perform(await errand(), {
        ...{ id: 1, lane: null, tries: 1, createdAt: clock.now() },
        goOn: async () => goesOn,
      }),
    settle: async (platform: PlatformName, result: 'nothing' | 'not-allowed') => {
      const asked = await errand();
      await db.inTransaction((tx) => performer(platform, () => null).settle(tx, asked, result));
    },
    told: async () =>
      (await manager.find(InboxEntry)).map(
        ({ payload }) => JSON.parse(keyring.open('inbox', payload)) as unknown,
      ),
  };
}
