import { expect, it } from 'vitest';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { makeAccessStore, type AccessStore } from '../../src/reset/access-store.js';
import { limitsUsed } from '../../src/reset/limits-used.js';
import { hasExpired, hasQuestionDue } from '../../src/reset/looks.js';
import { lockOf, wrongCodeColumns, type Purse } from '../../src/reset/purse.js';
import { onBothDatabases } from '../support/both-databases.js';
import { hour, minute } from '../support/hand-clock.js';
import { another, asker, pairOf, stranger } from '../support/reset-harness.js';

const behrouz = asker('behrouz');
const purses: Purse[] = ['others', 'bound'];
const otherOf = (purse: Purse): Purse => (purse === 'bound' ? 'others' : 'bound');

onBothDatabases('the way back of a member', (harness) => {
  const asked = <T>(work: (store: AccessStore, id: number) => Promise<T>): Promise<T> =>
    harness().db.inTransaction((tx) => work(makeAccessStore(tx), harness().ids.behrouz));
  const member = () => harness().manager.findOneByOrFail(Member, { id: harness().ids.behrouz });
  const state = async (purse: Purse) => {
    const { inRow, locks, lockedUntil } = wrongCodeColumns[purse];
    const row = await member();
    return [row[inRow], row[locks], row[lockedUntil]];
  };
  const iraj = () => harness().manager.findOneByOrFail(Member, { id: harness().ids.iraj });

  it.each(purses)('counts wrong codes of the purse «%s» up to so many, and no other', async (purse) => {
    const count = () => asked((store, id) => store.countWrongCode(id, purse, 2, harness().clock.now()));
    expect([await count(), await count(), await count()]).toEqual([true, true, false]);
    expect([await state(purse), await state(otherOf(purse))]).toEqual([
      [2, 0, null],
      [0, 0, null],
    ]);
    expect(await iraj()).toMatchObject({ wrongCodesInRow: 0, boundWrongCodesInRow: 0 });
  });

  it.each(purses)(
    'locks the purse «%s», counts nothing in it meanwhile, and again after it',
    async (purse) => {
      const { clock } = harness();
      const until = new Date(clock.now().getTime() + hour);
      const count = (of = purse) => asked((store, id) => store.countWrongCode(id, of, 9, clock.now()));
      const lock = (at = until) => asked((store, id) => store.lockUntil(id, purse, at));
      await count();
      await lock();
      expect(await state(purse)).toEqual([0, 1, until]);
      expect([await count(), await count(otherOf(purse))]).toEqual([false, true]);
      expect(await state(otherOf(purse))).toEqual([1, 0, null]);
      const locked = async () => lockOf(await member(), purse, clock.now());
      expect(await locked()).toEqual({ kind: 'locked', until });
      clock.pass(hour);
      expect(await locked()).toEqual({ kind: 'free' });
      expect(await count()).toBe(true);
      await lock();
      expect(await locked()).toEqual({ kind: 'second-lock' });
      expect(await count()).toBe(false);
      expect((await iraj()).locks).toBe(0);
    },
  );

  it.each(purses)('is locked at once where the purse «%s» is full', async (purse) => {
    const until = new Date(harness().clock.now().getTime() + hour);
    const lock = () => asked((store, id) => store.lockIfFull(id, purse, 1, until));
    expect(await lock()).toBe(false);
    await asked((store, id) => store.countWrongCode(id, purse, 9, harness().clock.now()));
    expect([await lock(), await lock()]).toEqual([true, false]);
    expect([await state(purse), await state(otherOf(purse))]).toEqual([
      [0, 1, until],
      [0, 0, null],
    ]);
  });

  it.each(purses)('has a lock of the purse «%s» shortened, never made longer', async (purse) => {
    const until = (ms: number) => new Date(harness().clock.now().getTime() + ms);
    const shorten = (ms: number) => asked((store, id) => store.shortenLock(id, purse, until(ms)));
    expect(await shorten(hour)).toBe(false);
    await asked((store, id) => store.lockUntil(id, purse, until(hour)));
    expect([await shorten(hour), await shorten(minute), await shorten(hour)]).toEqual([false, true, false]);
    expect(await state(purse)).toEqual([0, 1, until(minute)]);
  });

  it.each(purses)('is forgiven in the purse «%s» alone by a right code', async (purse) => {
    const until = harness().clock.now();
    for (const of of purses) await asked((store, id) => store.lockUntil(id, of, until));
    for (const of of purses) await asked((store, id) => store.countWrongCode(id, of, 9, until));
    await asked((store, id) => store.forgive(id, purse));
    expect([await state(purse), await state(otherOf(purse))]).toEqual([
      [0, 0, null],
      [1, 1, until],
    ]);
  });

  it('is unlocked by staff in both purses, stays closed where it is, and is another from then on', async () => {
    const until = harness().clock.now();
    for (const of of purses) await asked((store, id) => store.lockUntil(id, of, until));
    await asked((store, id) => store.close(id, 'staff-block'));
    const { revision } = await member();
    expect(await asked((store, id) => store.unlock(id))).toBe(true);
    expect([await state('others'), await state('bound')]).toEqual([
      [0, 0, null],
      [0, 0, null],
    ]);
    expect(await member()).toMatchObject({ closedFor: 'staff-block', revision: revision + 1 });
    expect(await asked((store) => store.unlock(0))).toBe(false);
  });

  it('is closed once, counts nothing then, and is opened once', async () => {
    const close = () => asked((store, id) => store.close(id, 'staff-block'));
    const open = () => asked((store, id) => store.open(id));
    expect([await open(), await close(), await close()]).toEqual([false, true, false]);
    expect((await iraj()).closedFor).toBeNull();
    const count = () => asked((store, id) => store.countWrongCode(id, 'others', 9, harness().clock.now()));
    expect(await count()).toBe(false);
    expect([await open(), await open(), await count()]).toEqual([true, false, true]);
  });
});

onBothDatabases('whoever looks', (harness) => {
  it('at the last recovery of a chat is told how it stands, for a quarter of an hour', async () => {
    const lately = (from = behrouz) => harness().reset((heart) => heart.lately(from));
    expect(await lately()).toBeNull();
    const id = await harness().reserved('behrouz');
    const { reference } = await harness().manager.findOneByOrFail(PasswordReset, { id });
    expect(await lately()).toEqual({ kind: 'under-way', reference });
    expect(await lately(stranger(1))).toBeNull();
    await harness().settleDone(id);
    expect(await lately()).toEqual({ kind: 'done-already' });
    harness().clock.pass(15 * minute - 1);
    expect(await lately()).toEqual({ kind: 'done-already' });
    harness().clock.pass(2);
    expect(await lately()).toBeNull();
  });

  it('finds nothing of one that was given back', async () => {
    const id = await harness().reserved('behrouz');
    await harness().manager.update(PasswordReset, { id }, { state: 'given-back' });
    expect(await harness().reset((heart) => heart.lately(behrouz))).toBeNull();
  });

  it('for requests that have run out, or questions that are due, finds them at their moment', async () => {
    const { clock, db } = harness();
    const expired = () => db.inTransaction((tx) => hasExpired(tx, clock.now()));
    const due = () => db.inTransaction((tx) => hasQuestionDue(tx, clock.now()));
    const { expiresAt } = await harness().sent('behrouz', behrouz);
    clock.pass(expiresAt - clock.now().getTime() - 1);
    expect(await expired()).toBe(false);
    clock.pass(1);
    expect([await expired(), await due()]).toEqual([true, false]);
    const id = await harness().reserved('iraj');
    const ask = (state: PasswordReset['state'], nextAskAt: Date) =>
      harness().manager.update(PasswordReset, { id }, { state, nextAskAt });
    await ask('done', clock.now());
    expect(await due()).toBe(false);
    await ask('unknown', new Date(clock.now().getTime() + 1));
    expect(await due()).toBe(false);
    await ask('unknown', clock.now());
    expect(await due()).toBe(true);
  });

  it('at what is used about a member sees it by purse, with the most there is', async () => {
    const used = () =>
      harness().db.inTransaction(async (tx) => {
        const row = await harness().manager.findOneByOrFail(Member, { id: harness().ids.behrouz });
        return limitsUsed(harness().services(tx).resetDeps, row);
      });
    const none = { sends: 0, codes: 0, pairs: 0 };
    const most = { mostSends: 5, mostCodes: 10, mostPairs: 10 };
    expect(await used()).toEqual({ bound: none, others: none, ...most });
    await harness().identifies({ ...pairOf('behrouz'), nationalId: '0010000062' }, stranger(1));
    const { challengeId } = await harness().sent('behrouz', stranger(2));
    await harness().confirm(challengeId, another(harness().code(challengeId)), stranger(2));
    expect(await used()).toEqual({ bound: none, others: { sends: 1, codes: 1, pairs: 1 }, ...most });
  });
});
