import { readIncoming } from '../../../src/intake/inbox.js';
import { InboxEntry } from '../../../entities/inbox-entry.js';
import { OutboxEntry } from '../../../entities/outbox-entry.js';
import { staffCast } from '../../../playground/cast.js';
import type { Emulator } from '../../../playground/emulator/emulator.js';
import { platforms } from '../../../src/chat/platform.js';
import { chatKey } from '../../../src/chats/address.js';
import { platformNames, type PlatformName } from '../../../src/platforms.js';
import { silence } from '../../../src/log.js';
import type { FileMakers, MadeFile } from '../../../src/handlers/files/maker.js';
import { enqueueFile, type FileJob } from '../../../src/handlers/files/enqueue.js';
import { readPayload } from '../../../src/outbox/outbox.js';
import { makePatience } from '../../../src/handlers/messenger/patience.js';
import { makeRateLimiter } from '../../../src/outbox/rate-limiter.js';
import { makeFileHandler } from '../../../src/handlers/files/handler.js';
import { systemRandom } from '../../../src/random.js';
import type { DocumentRequest } from '../../../src/staff/documents.js';
import { makePeople } from '../../../src/people/people.js';
import { messengerAt, quickRate } from '../../support/messengers.js';
import type { ResetHarness } from '../../support/reset-harness.js';

const order: DocumentRequest = { what: 'recoveries', from: '2025-09-01', to: '2025-09-22', format: 'csv' };
const shahin = staffCast[1]!;

type Make = () => MadeFile | null | Promise<MadeFile | null>;

/** Somebody of staff who wants files, and whoever makes and sends them. */
export function openFileHarness({ db, clock, keyring, manager, services }: ResetHarness, emulator: Emulator) {
  let personId = 0;
  const keyOf = (platform: PlatformName) =>
    chatKey({ platform, bot: '700001', chat: String(shahin.accounts[platform]) });

  const handler = (platform: PlatformName, make: Make, most?: number) =>
    makeFileHandler({
      inTransaction: db.inTransaction,
      messenger: messengerAt(emulator, platform),
      limiter: makeRateLimiter(quickRate, clock),
      patience: makePatience(clock, () => undefined),
      log: silence,
      tokenRefused: () => undefined,
      capabilities: {
        ...platforms[platform].capabilities,
        ...(most ? { largestUpload: { photo: most, document: most } } : {}),
      },
      makers: { recoveries: { least: 'supervisor', make: async () => make() } } as unknown as FileMakers,
      services,
    });
  const job = async (): Promise<FileJob> => {
    const [row] = await manager.find(OutboxEntry, { order: { id: 'DESC' }, take: 1 });
    return readPayload(keyring, row!) as FileJob;
  };
  const inPeople = <T>(work: (people: ReturnType<typeof makePeople>) => Promise<T>) =>
    db.inTransaction((tx) => work(makePeople({ tx, clock })));

  return {
    hire: () =>
      inPeople(async (people) => {
        for (const platform of platformNames) {
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
        enqueueFile(
          { tx, keyring, clock, random: systemRandom },
          { order, personId, chatKey: keyOf(platform), locale: 'fa' },
        ),
      ),
    perform: async (platform: PlatformName, make: Make, most?: number, goesOn = true) =>
      handler(platform, make, most).run(await job(), {
        ...{ id: 1, lane: null, tries: 1, createdAt: clock.now(), progress: null },
        renewLease: async () => goesOn,
      }),
    settle: async (platform: PlatformName, result: 'nothing' | 'not-allowed') => {
      const asked = await job();
      await db.inTransaction((tx) => handler(platform, () => null).onResult(tx, asked, result));
    },
    told: async () =>
      (await manager.find(InboxEntry)).map((row) => (readIncoming(keyring, row) as { event: unknown }).event),
  };
}
