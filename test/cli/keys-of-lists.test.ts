import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/reset/policy.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { reencryptRows } from '../../src/keys/reencrypt-runs.js';
import { rotateSome } from '../../src/keys/rotate.js';
import { systemRandom } from '../../src/random.js';
import { openTown, strangers, type Line } from '../import/list-harness.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { type } from './shell.js';

const [oldKey, newKey] = [systemRandom.bytes(32), systemRandom.bytes(32)];
const named = (name: string) => (line: Line, at: number) => ({
  ...line,
  name: `${name} ${'آبپ'.charAt(at)}`,
});
const known = strangers(3).map(named('نام'));
/** Two of them have other mobiles and names now, and there is somebody new. */
const moved = [
  ...known.map((line, at) => (at < 2 ? { ...named('نام تازه')(line, at), mobile: `0939000000${at}` } : line)),
  ...strangers(1, 100),
];

describe.each(databases)('$name', ({ missing, create }) => {
  describe.skipIf(missing)('lists of members, when keys are rotated', () => {
    let db: TestDatabase;
    beforeEach(async () => {
      db = await create();
    });
    afterEach(() => db.drop());

    /** Whoever works on the book with these keys. */
    const town = (...keys: Buffer[]) => openTown(db, defaultPolicy, keys);
    const rotate = (...keys: Buffer[]) =>
      type('keys rotate', {
        ...{ TELEGRAM_BOT_TOKEN: '700001:telegram-secret', SMS_PROVIDERS: 'file', DATABASE_URL: db.url },
        APP_KEYS: keys.map((key) => key.toString('base64')).join(','),
      });
    const kept = async () =>
      Promise.all(
        known.map(async ({ insuredCode }) => {
          const record = await town(newKey).record(insuredCode);
          return [record?.mobile, record?.name];
        }),
      );
    const before = known.map(({ mobile, name }) => [mobile, name]);
    const after = moved.slice(0, 3).map(({ mobile, name }) => [mobile, name]);

    it('one that was judged before can be applied and taken back without the old key', async () => {
      await town(oldKey).enter(...known);
      const { run } = await town(oldKey).judgeLines(...moved);
      expect((await town(newKey, oldKey).apply(run)).kind).toBe('key-changed');

      expect(await rotate(newKey, oldKey)).toMatchObject({ code: 0 });
      expect(await town(newKey).applyByTwo(run)).toMatchObject({ kind: 'applied', run: { overtaken: 0 } });
      expect(await kept()).toEqual(after);
      expect(await town(newKey).undo(run)).toMatchObject({ state: 'undone', kept: 0 });
      expect(await kept()).toEqual(before);
    });

    it('one that was applied before can be taken back without the old key', async () => {
      await town(oldKey).enter(...known);
      const run = await town(oldKey).enter(...moved);
      expect(await rotate(newKey, oldKey)).toMatchObject({ code: 0 });
      expect(await town(newKey).undo(run)).toMatchObject({ state: 'undone', kept: 0 });
      expect(await kept()).toEqual(before);
    });

    it('one that was judged under the new key is not overtaken by the rotation of its members', async () => {
      await town(oldKey).enter(...known);
      const { run } = await town(newKey, oldKey).judgeLines(...moved);
      expect(await rotate(newKey, oldKey)).toMatchObject({ code: 0 });
      expect(await town(newKey).applyByTwo(run)).toMatchObject({ kind: 'applied', run: { overtaken: 0 } });
    });

    it('nor while the rotation is still under way, and a member who did change is', async () => {
      await town(oldKey).enter(...known);
      const { run } = await town(newKey, oldKey).judgeLines(...moved);
      const { insuredCode, nationalId } = known[0]!;
      const changed = { insuredCode, nationalId, mobile: '09390000099', cover: null };
      await town(newKey, oldKey).members((book) => book.put(changed));
      const keyring = makeKeyring({ keys: [newKey, oldKey], random: systemRandom });
      while (await db.inTransaction((tx) => rotateSome({ tx, keyring })));
      expect(await town(newKey, oldKey).applyByTwo(run)).toMatchObject({ run: { overtaken: 1 } });
      expect((await kept()).slice(0, 2)).toEqual([['09390000099', before[0]?.[1]], after[1]]);
    });

    it('one that is half sealed anew is not applied before the rest is', async () => {
      await town(oldKey).enter(...known);
      const { run } = await town(oldKey).judgeLines(...moved);
      const keyring = makeKeyring({ keys: [newKey, oldKey], random: systemRandom });
      await db.inTransaction((tx) => reencryptRows({ tx, keyring }, run.id, 0));
      expect((await town(newKey, oldKey).apply(run)).kind).toBe('key-changed');
      expect(await rotate(newKey, oldKey)).toMatchObject({ code: 0 });
      expect(await town(newKey).applyByTwo(run)).toMatchObject({ run: { overtaken: 0 } });
    });

    it('no start without a key that a list still needs', async () => {
      const { run } = await town(oldKey).judgeLines(...known);
      const { code, said } = await rotate(newKey);
      expect(code).toBe(1);
      expect(said).toContain('APP_KEYS');
      await town(oldKey).runs((runs) => runs.refuse(run.id));
      expect(await rotate(newKey)).toMatchObject({ code: 0 });
    });
  });
});
