import { expect, it } from 'vitest';
import { makeFollowUpStore, type FollowUpStore } from '../../src/reset/follow-up-store.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { after, ids, now, resetOf, storedResets } from './stored-resets.js';

onCleanDatabases('of recoveries,', (db) => {
  const { insert, row } = storedResets(db);
  const looks = <T>(work: (store: FollowUpStore) => Promise<T>): Promise<T> =>
    db().inTransaction((tx) => work(makeFollowUpStore(tx)));

  it('one that is done is looked after, and the earlier ones of its period no more', async () => {
    await insert(
      resetOf({ id: 'it' }),
      resetOf({ id: 'earlier', nextLookAt: now, seenPassword: 'initial' }),
      resetOf({ id: 'other period', coverageId: 2, nextLookAt: now }),
      resetOf({ id: 'other member', memberId: 2, nextLookAt: now }),
      resetOf({ id: 'given back', state: 'given-back', nextLookAt: now }),
    );
    await looks((store) => store.begin(resetOf({ id: 'it' }), after(1)));
    expect(await row('it')).toMatchObject({ nextLookAt: after(1), seenPassword: null });
    expect(await row('earlier')).toMatchObject({ nextLookAt: null, seenPassword: 'changed' });
    for (const id of ['other period', 'other member', 'given back'])
      expect(await row(id)).toMatchObject({ nextLookAt: now, seenPassword: null });
  });

  it('it is looked at when it is due, by one alone, and goes on from what was seen', async () => {
    await insert(
      resetOf({ id: 'later', nextLookAt: after(2) }),
      resetOf({ id: 'it', nextLookAt: after(1) }),
      resetOf({ id: 'never' }),
    );
    const due = async (at: Date, most = 9) => ids(await looks((store) => store.due(at, most)));
    expect([await due(now), await due(after(1)), await due(after(2)), await due(after(2), 1)]).toEqual([
      ...[[], ['it'], ['it', 'later'], ['it']],
    ]);
    const claim = (at: Date) => looks((store) => store.claim('it', at));
    const initial = (seen: number) => looks((store) => store.stillInitial('it', seen, after(5)));
    expect([await claim(now), await initial(0)]).toEqual([false, false]);
    expect([await claim(after(1)), await claim(after(1))]).toEqual([true, false]);
    const later = (seen: number) => looks((store) => store.lookLater('it', seen, after(4)));
    expect([await later(1), await later(0), await later(0)]).toEqual([false, true, false]);
    expect(await row('it')).toMatchObject({ nextLookAt: after(4), looks: 0, seenPassword: null });
    await claim(after(4));
    expect([await initial(1), await initial(0), await initial(0)]).toEqual([false, true, false]);
    expect(await row('it')).toMatchObject({ nextLookAt: after(5), looks: 1, seenPassword: 'initial' });
    await claim(after(5));
    expect([await later(1), await claim(after(5)), await initial(1)]).toEqual([true, true, true]);
    expect(await row('later')).toMatchObject({ nextLookAt: after(2), looks: 0 });
  });

  it('once it was changed nobody looks again', async () => {
    await insert(resetOf({ id: 'it', nextLookAt: now }), resetOf({ id: 'back', state: 'given-back' }));
    const changed = (id: string) => looks((store) => store.changed(id));
    expect([await changed('back'), await changed('it')]).toEqual([false, true]);
    expect(await row('it')).toMatchObject({ nextLookAt: null, seenPassword: 'changed' });
    expect(await looks((store) => store.stillInitial('it', 0, now))).toBe(false);
    expect(await looks((store) => store.lookLater('it', 0, now))).toBe(false);
  });
});
