import { beforeEach, expect, it } from 'vitest';
import { ImportRow } from '../../entities/import-row.js';
import { ImportRun, type ImportState } from '../../entities/import-run.js';
import { person } from '../../playground/cast.js';
import { keysInUse, leftUnderOthers } from '../../src/keys/at-rest.js';
import { makeEncryptedRunStore, type EncryptedRunStore } from '../../src/keys/encrypted-run-store.js';
import type { Keyring } from '../../src/keys/keyring.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { asOld, decryptPersonal, encryptPersonal, fromOld } from '../../src/keys/personal-fields.js';
import { reencryptRows } from '../../src/keys/reencrypt-runs.js';
import { systemRandom } from '../../src/random.js';
import { onCleanDatabases } from '../support/clean-database.js';

const keys = Array.from({ length: 3 }, () => systemRandom.bytes(32));
const { nationalId, phone: mobile, name } = person('behrouz');
const data = { nationalId, mobile, name };
const then = new Date(0);

onCleanDatabases('of lists of members, when keys are rotated,', (db) => {
  let [older, old, anew]: Keyring[] = [];
  let all: Keyring;
  beforeEach(() => {
    [older, old, anew] = keys.map((key) => makeKeyring({ keys: [key], random: systemRandom }));
    all = makeKeyring({ keys: [...keys].reverse(), random: systemRandom });
  });

  const run = async (id: number, { current }: Keyring, state: ImportState = 'judged') => {
    const whose = { reference: `REF-${id}`, digest: 'f'.repeat(64), startedBy: 'operator' };
    const row = { id, ...whose, state, keyId: current, createdAt: then, touchedAt: then };
    await db().dataSource.manager.insert(ImportRun, row);
  };
  const rowOf = (runId: number, line: number, under: Keyring, before?: Keyring) => ({
    ...{ runId, line, verdict: 'changed' as const, insuredCode: '310002', mobileChange: 'other' as const },
    ...{ coverFrom: '2026-01-01', coverTo: '2026-12-31', memberId: before ? 1 : null },
    ...{ ...encryptPersonal(under, data), ...asOld(before ? encryptPersonal(before, data) : null) },
    oldKeyId: before?.current ?? null,
  });
  const row = (...what: Parameters<typeof rowOf>) =>
    db().dataSource.manager.insert(ImportRow, rowOf(...what));
  const rows = (runId: number) =>
    db().dataSource.manager.find(ImportRow, { where: { runId }, order: { line: 'ASC' } });
  const asked = <T>(work: (store: EncryptedRunStore) => Promise<T>) =>
    db().inTransaction((tx) => work(makeEncryptedRunStore(tx)));
  const left = () => db().inTransaction((tx) => leftUnderOthers(tx, anew!.current, then));
  const inUse = () => db().inTransaction((tx) => keysInUse(tx, then));
  const names = (...keyrings: (Keyring | undefined)[]) => new Set(keyrings.map((one) => one?.current));

  it('those that may still be applied or taken back need the keys of their rows and of what was before', async () => {
    expect(await inUse()).toEqual(new Set());
    await run(1, anew!, 'refused');
    await row(1, 1, old!, older);
    expect(await inUse()).toEqual(new Set());
    await run(2, anew!, 'done');
    expect(await inUse()).toEqual(names(anew));
    await row(2, 1, anew!);
    await row(2, 2, anew!, older);
    expect(await inUse()).toEqual(names(anew, older));
    await run(3, old!, 'reading');
    expect(await inUse()).toEqual(names(anew, older, old));
  });

  it('each is counted with the rows that need another key, and one without rows as one', async () => {
    await run(1, anew!);
    await row(1, 1, anew!);
    await row(1, 2, anew!, anew);
    await run(2, anew!, 'done');
    await row(2, 1, anew!, old);
    await row(2, 2, anew!, anew);
    await row(2, 3, anew!, older);
    await run(3, old!, 'applying');
    await row(3, 1, old!);
    await run(4, old!, 'reading');
    await run(5, old!, 'refused');
    await row(5, 1, old!);
    const runs = await asked((store) => store.underOthers(anew!.current));
    expect(runs.sort((one, other) => one.runId - other.runId)).toEqual([
      { runId: 2, rows: 2 },
      { runId: 3, rows: 1 },
      { runId: 4, rows: 0 },
    ]);
    expect(await left()).toBe(4);
  });

  it('rows are taken in order, two hundred at a time, and the list is named by its key at the end', async () => {
    await run(1, old!);
    const lines = Array.from({ length: 203 }, (_, at) => rowOf(1, 203 - at, old!, older));
    await db().dataSource.manager.insert(ImportRow, lines);
    const next = (line: number) => db().inTransaction((tx) => reencryptRows({ tx, keyring: all }, 1, line));
    expect(await next(1)).toEqual({ line: 201, rows: 200 });
    const half = (await rows(1)).map(({ oldKeyId }) => oldKeyId === anew!.current);
    expect(half).toEqual(Array.from({ length: 203 }, (_, at) => at > 0 && at < 201));
    expect(await next(0)).toEqual({ line: 200, rows: 200 });
    expect(await next(200)).toEqual({ line: 203, rows: 3 });
    expect((await db().dataSource.manager.findOneByOrFail(ImportRun, { id: 1 })).keyId).toBe(old!.current);
    expect(await next(203)).toBeNull();
    expect((await db().dataSource.manager.findOneByOrFail(ImportRun, { id: 1 })).keyId).toBe(anew!.current);
    for (const kept of await rows(1)) {
      expect(decryptPersonal(anew!, kept)).toEqual(data);
      expect(decryptPersonal(anew!, fromOld(kept)!)).toEqual(data);
    }
    expect(await left()).toBe(0);
  });

  it('a row that is under the key already, what was before included, is left as it is', async () => {
    await run(1, old!);
    await row(1, 1, anew!);
    await row(1, 2, anew!, anew);
    await row(1, 3, anew!, old);
    const seen = await rows(1);
    await db().inTransaction((tx) => reencryptRows({ tx, keyring: all }, 1, 0));
    const found = await rows(1);
    expect(found.slice(0, 2)).toEqual(seen.slice(0, 2));
    expect([found[2]?.oldKeyId, seen[2]?.oldKeyId]).toEqual([anew!.current, old!.current]);
  });

  it('one that somebody has refused meanwhile is not named anew', async () => {
    await run(1, old!, 'refused');
    expect(await asked((store) => store.nameKey(1, anew!.current))).toBe(false);
  });
});
