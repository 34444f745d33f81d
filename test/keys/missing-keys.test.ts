import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { MissingKey } from '../../src/keys/missing-keys.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { makeMembers } from '../../src/members/members.js';
import { systemRandom } from '../../src/random.js';
import { openIntake, textUpdate } from '../intake/harness.js';
import { done, handler, openOutbox, word } from '../outbox/harness.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { eventually } from '../support/eventually.js';
import { handClock, second } from '../support/hand-clock.js';

const [oldKey, newKey] = [systemRandom.bytes(32), systemRandom.bytes(32)];
const newName = makeKeyring({ keys: [newKey], random: systemRandom }).current;

onCleanDatabases('of what is under a key that a replica lacks,', (db) => {
  let close: (() => Promise<unknown>)[];
  beforeEach(() => {
    close = [];
  });
  afterEach(() => Promise.all(close.map((end) => end())));

  describe('an update', () => {
    const taking = (...keys: Buffer[]) => {
      const heard: string[] = [];
      const intake = openIntake(db(), async (_tx, chat) => void heard.push(chat), undefined, keys);
      return { ...intake, heard };
    };

    it('waits for another replica, with all of its tries, and the chat in its order', async () => {
      const [lacking, having] = [taking(oldKey), taking(oldKey, newKey)];
      await taking(newKey).receive(textUpdate(1, 5, 'first'));
      await lacking.receive(textUpdate(2, 5, 'second'));
      const worker = lacking.worker(2);
      worker.start();
      close.push(() => worker.stop());
      await eventually(
        async () => lacking.missingKeys.lately(),
        (keys) => keys.includes(newName),
      );
      await worker.stop();
      expect(lacking.heard).toEqual([]);
      expect(await lacking.entries()).toMatchObject([
        { state: 'waiting', tries: 0, fault: null },
        { state: 'waiting', tries: 0, fault: null },
      ]);
      await having.drain();
      expect(having.heard).toHaveLength(2);
    });

    it('is looked at once in half a minute, not again and again', async () => {
      const lacking = taking(oldKey);
      await taking(newKey).receive(textUpdate(1, 5, 'hello'));
      let looks = 0;
      const counted: typeof lacking.missingKeys = {
        ...lacking.missingKeys,
        note: (key) => (looks++, lacking.missingKeys.note(key)),
      };
      const worker = lacking.worker(2, { missingKeys: counted });
      worker.start();
      close.push(() => worker.stop());
      await eventually(async () => looks, Boolean);
      await lookAgain(worker);
      expect(looks).toBe(1);
      lacking.clock.pass(31 * second);
      await lookAgain(worker);
      expect(looks).toBe(2);
    });

    /** A worker looks at once when it starts. */
    async function lookAgain(worker: { start(): void; stop(): Promise<void> }): Promise<void> {
      await worker.stop();
      worker.start();
      await worker.stop();
      worker.start();
    }
  });

  describe('a job', () => {
    const working = (run: Parameters<typeof handler>[0], ...keys: Buffer[]) => {
      const outbox = openOutbox(db(), handClock(), keys);
      close.push(outbox.close);
      outbox.work([handler(run).made]);
      return outbox;
    };
    const says = async () => done;

    it('is done by another replica, in its first try, and no job of its lane overtakes it', async () => {
      const said: string[] = [];
      const lacking = working(async (text) => (said.push(text), done), oldKey);
      await openOutbox(db(), handClock(), [newKey]).write(word('under the new key', 'a lane'));
      await lacking.write(word('behind it', 'a lane'), word('elsewhere', 'another lane'));
      await lacking.reaches(['waiting', 'waiting', 'done']);
      await eventually(
        async () => lacking.missingKeys.lately(),
        (keys) => keys.includes(newName),
      );
      expect(said).toEqual(['elsewhere']);
      expect(await lacking.entries()).toMatchObject([{ tries: 0 }, { tries: 0 }, {}]);
      const having = working(says, newKey, oldKey);
      await having.reaches(['done', 'done', 'done']);
      expect(await having.entries()).toMatchObject([{ tries: 1 }, { tries: 1 }, { tries: 1 }]);
    });

    it('that turns out to need it costs no try, and is not begun again at once', async () => {
      let begun = 0;
      const needsKey = async () => {
        begun += 1;
        throw new MissingKey(newName);
      };
      const lacking = working(needsKey, oldKey);
      await lacking.write(word('about a member under the new key'));
      await eventually(
        lacking.entries,
        ([entry]) => begun > 0 && entry?.state === 'waiting' && entry.holder === null,
      );
      expect(await lacking.entries()).toMatchObject([{ tries: 0, fault: null }]);
      expect(lacking.missingKeys.lately()).toEqual([newName]);
      const having = working(says, oldKey);
      await having.reaches(['done']);
      expect(begun).toBe(1);
    });
  });

  it('a member is no stranger: nothing is counted against whoever types their pair', async () => {
    const { insuredCode, nationalId } = person('sara');
    const membersUnder = <T>(key: Buffer, work: (members: ReturnType<typeof makeMembers>) => Promise<T>) =>
      db().inTransaction((tx) =>
        work(
          makeMembers({
            tx,
            clock: handClock(),
            keyring: makeKeyring({ keys: [key], random: systemRandom }),
          }),
        ),
      );
    await membersUnder(newKey, (members) =>
      members.put({ insuredCode, nationalId, cover: null, mobile: null }),
    );
    const asked = membersUnder(oldKey, async (members) =>
      members.hasNationalId(await members.lockByCode(insuredCode), nationalId),
    );
    await expect(asked).rejects.toThrow(MissingKey);
  });
});
