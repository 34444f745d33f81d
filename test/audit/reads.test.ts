import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { makeAudit, type Audit, type AuditRecord } from '../../src/audit/audit.js';
import { makeAuditChain } from '../../src/audit/sealer.js';
import { makeAuditStore, type AuditStore } from '../../src/audit/store.js';
import { hasUnsealed } from '../../src/audit/unsealed.js';
import { onBothDatabases } from '../support/both-databases.js';
import { second } from '../support/hand-clock.js';

const hash = 'f'.repeat(64);

onBothDatabases('of the trail', (harness) => {
  const asked = <T>(work: (audit: Audit) => Promise<T>): Promise<T> =>
    harness().db.inTransaction((tx) => work(makeAudit({ tx, ...harness() })));
  const stored = <T>(work: (store: AuditStore) => Promise<T>): Promise<T> =>
    harness().db.inTransaction((tx) => work(makeAuditStore(tx)));
  const seal = () => harness().db.inTransaction((tx) => makeAuditChain({ tx, ...harness() }).extend());
  const write = (...lines: AuditRecord[]) =>
    asked(async (audit) => {
      for (const line of lines) await audit.write(line);
    });
  const plain = { reason: 'code-sent', actor: 'system' } as const;
  const quoted = (actor: string, reference = 'ACDEFGHJ') =>
    ({ reason: 'no-match', actor, reference }) as const;
  const rows = () => harness().manager.find(AuditEntry, { order: { id: 'ASC' } });
  const ids = async () => (await rows()).map(({ id }) => id);

  it('the chat that was given a reference is the first that wrote under it', async () => {
    await write(quoted('staff:1'), quoted('chat:telegram:1:7'), quoted('chat:telegram:1:5'));
    await write(quoted('staff:1', 'KLMNPQRS'));
    const chatOf = (reference: string) => asked((audit) => audit.chatOf(reference));
    expect(await chatOf('ACDEFGHJ')).toBe('telegram:1:7');
    expect([await chatOf('KLMNPQRS'), await chatOf('TVWXYZ23')]).toEqual([null, null]);
  });

  it('the chats of a member are those where such things happened since then, the latest first', async () => {
    const said = (chat: string, memberId = 1, reason: 'code-sent' | 'code-wrong' = 'code-sent') =>
      ({ reason, actor: chat, memberId }) as const;
    const { clock } = harness();
    await write(said('chat:long-ago'), said('chat:c'));
    clock.pass(second);
    const since = clock.now();
    await write(said('chat:a'), said('chat:b'), said('chat:other-member', 2));
    await write(said('chat:other-reason', 1, 'code-wrong'), said('staff:1'));
    clock.pass(second);
    await write(said('chat:c'), said('chat:a'));
    const chatsOf = (most: number) => asked((audit) => audit.chatsOf(1, ['code-sent'], since, most));
    expect(await chatsOf(9)).toEqual(['a', 'c', 'b']);
    expect(await chatsOf(2)).toEqual(['a', 'c']);
    const both = ['code-sent', 'code-wrong'] as const;
    expect(await asked((audit) => audit.chatsOf(1, both, since, 9))).toEqual(['a', 'c', 'other-reason', 'b']);
  });

  it('a chat is known in the transaction that writes its line', async () => {
    const chats = await asked(async (audit) => {
      await audit.write({ ...plain, actor: 'chat:now', memberId: 1 });
      return audit.chatsOf(1, ['code-sent'], new Date(0), 9);
    });
    expect(chats).toEqual(['now']);
  });

  it('lines without a place are counted apart from those that were set aside', async () => {
    const counts = () => stored(async (store) => [await store.countUnchained(), await store.firstRefused()]);
    expect(await counts()).toEqual([0, null]);
    await write(plain, plain, plain, plain);
    const [one, two, three] = await ids();
    await stored((store) => store.refuse([three!, two!]));
    expect(await counts()).toEqual([2, two]);
    await seal();
    expect(await counts()).toEqual([0, two]);
    await stored((store) => store.refuse([one!]));
    expect(await stored((store) => store.chainedAt(1))).toMatchObject({ id: one, sequence: 1 });
    expect((await rows())[0]?.hash).not.toBe('refused');
  });

  it('the head is the last line of the chain and no more than its place and hash', async () => {
    const head = () => harness().db.inTransaction((tx) => makeAuditChain({ tx, ...harness() }).head());
    expect(await head()).toBeNull();
    await write(plain, plain);
    await seal();
    const last = (await rows()).at(-1);
    expect(await head()).toEqual({ sequence: 2, hash: last?.hash });
    expect(await stored((store) => store.chainedAt(3))).toBeNull();
  });

  it('lines get their places all together or not at all, and keep them', async () => {
    await write(plain, plain);
    const [one, two] = await ids();
    const place = (id: number, sequence: number) => ({ id, sequence, hash: `${hash.slice(1)}${sequence}` });
    expect(await stored((store) => store.chain([place(one!, 1)]))).toBe(true);
    const again = stored(async (store) => {
      expect(await store.chain([place(one!, 3), place(two!, 4)])).toBe(false);
      throw new Error('as the sealer does');
    });
    await expect(again).rejects.toThrow('as the sealer does');
    expect((await rows()).map(({ sequence }) => sequence)).toEqual([1, null]);
    await expect(stored((store) => store.chain([place(two!, 1)]))).rejects.toThrow();
  });

  it('only a line that has a place is hashed anew, and no other with it', async () => {
    await write(plain, plain);
    await seal();
    await write(plain);
    const [one, two, three] = await rows();
    await stored(async (store) => {
      await store.rehash(one!.id, hash);
      await store.rehash(three!.id, hash);
    });
    expect((await rows()).map((row) => row.hash)).toEqual([hash, two!.hash, null]);
  });

  it('places are those of lines from a moment up to another, which is outside', async () => {
    const { clock } = harness();
    const begin = clock.now();
    await write(plain);
    clock.pass(second);
    await write(plain);
    await seal();
    const within = (from: Date, until: Date) => stored((store) => store.placesWithin(from, until));
    expect(await within(begin, clock.now())).toEqual({ first: 1, last: 1 });
    expect(await within(clock.now(), new Date(clock.now().getTime() + 1))).toEqual({ first: 2, last: 2 });
    clock.pass(second);
    await write(plain);
    expect(await within(clock.now(), new Date(clock.now().getTime() + 1))).toBeNull();
  });

  it('lines are read by any number of ranges of their numbers', async () => {
    await write(...Array.from({ length: 405 }, () => plain));
    const { writer, number } = (await rows())[0]!;
    const every = Array.from({ length: 402 }, (_, at) => number! + at);
    const ranges = every.map((at) => ({ writer: writer!, from: at, to: at }));
    const found = await stored((store) => store.numbered(ranges));
    expect(found.map((line) => line.number)).toEqual(every);
    expect(await stored((store) => store.numbered([{ writer: 'somebody', from: 1, to: 999 }]))).toEqual([]);
    const pair = [{ writer: writer!, from: number!, to: number! + 1 }];
    expect(await stored((store) => store.numbered(pair))).toHaveLength(2);
  });

  it('a writer says of each transaction once that it was committed, and has letters for a name', async () => {
    await write(plain, plain, plain);
    await write(plain, plain);
    await write(plain);
    const lines = await rows();
    const first = lines[0]!.number!;
    expect(lines.map(({ number }) => number! - first)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(lines.map(({ confirms }) => confirms)).toEqual([
      ...['', '', '', `${first}-${first + 2}`, '', `${first + 3}-${first + 4}`],
    ]);
    expect(new Set(lines.map(({ writer }) => writer)).size).toBe(1);
    expect(lines[0]!.writer).toMatch(/^[a-p]{16}$/);
  });

  it('whether there is anything to seal is looked for in one second of five where nobody wrote here', async () => {
    const has = (at: number) => harness().db.inTransaction((tx) => hasUnsealed(tx, new Date(at)));
    await has(0);
    await write(plain);
    expect([await has(4999), await has(4999), await has(1000)]).toEqual([true, false, false]);
    expect([await has(999), await has(5000)]).toEqual([true, true]);
    await seal();
    expect(await has(0)).toBe(false);
    await write(plain);
    await stored(async (store) => store.refuse((await ids()).slice(-1)));
    expect([await has(0), await has(0)]).toEqual([true, false]);
  });
});
