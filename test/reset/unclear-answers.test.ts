import { expect, it } from 'vitest';
import { onBothDatabases } from '../support/both-databases.js';
import { hour, minute, second } from '../support/hand-clock.js';
import { answered, askAgain, identified, kinds, row } from './portal-answered.js';

onBothDatabases('what the portal makes of a recovery', (harness) => {
  it('no clear answer keeps the recovery, and the portal is asked at growing intervals', async () => {
    const id = await harness().reserved('behrouz');
    await answered(harness(), id, 'unknown');
    await answered(harness(), id, 'unknown');
    expect(await kinds(harness())).toEqual(['reset-kept']);
    expect(await identified(harness())).toBe('under-way');
    for (const wait of [15 * second, 30 * second, minute, 5 * minute, 15 * minute, 15 * minute]) {
      harness().clock.pass(wait - 1);
      expect(await askAgain(harness())).toBe(0);
      harness().clock.pass(1);
      expect(await askAgain(harness())).toBe(1);
      expect(await askAgain(harness())).toBe(0);
      await harness().settle((results) => results.outcomeAnswered(id, 'unknown'));
      await harness().settle((results) => results.outcomeAnswered(id, 'unknown'));
    }
    await harness().settle((results) => results.outcomeAnswered(id, 'done'));
    expect(await kinds(harness())).toEqual(['reset-kept', 'reset-done']);
    expect(await harness().used('behrouz')).toBe(2);
  });

  it('all that is kept is asked about as soon as the portal is back, however long the questions were put off', async () => {
    const kept = [await harness().reserved('behrouz'), await harness().reserved('iraj')];
    for (const id of kept) await answered(harness(), id, 'unknown');
    const isBack = () => harness().settle((results) => results.portalIsBack());
    for (const wait of [15 * second, 30 * second, minute]) {
      harness().clock.pass(wait);
      await askAgain(harness());
      for (const id of kept) await harness().settle((results) => results.outcomeAnswered(id, 'unknown'));
    }
    harness().clock.pass(second);
    expect(await askAgain(harness())).toBe(0);
    expect(await isBack()).toBe(2);
    expect(await askAgain(harness())).toBe(2);
    expect(await isBack()).toBe(0);
    expect(await askAgain(harness())).toBe(0);
  });

  it('what never arrived is asked about and sent once more, under the same id', async () => {
    const id = await harness().reserved('behrouz');
    await answered(harness(), id, 'unknown');
    harness().clock.pass(15 * second);
    await askAgain(harness());
    const ordered = async (kind: string) => await harness().jobs<{ resetId: string }>(kind);
    expect(await ordered('portal-outcome')).toEqual([{ resetId: id }]);
    for (let answers = 0; answers < 2; answers += 1) {
      await harness().settle((results) => results.outcomeAnswered(id, 'never-arrived'));
      expect((await ordered('portal-reset')).map(({ resetId }) => resetId)).toEqual([id, id]);
    }
    await answered(harness(), id, 'unknown');
    expect(await kinds(harness())).toEqual(['reset-kept']);
    await answered(harness(), id, 'done');
    expect(await kinds(harness())).toEqual(['reset-kept', 'reset-done']);
  });

  it.each(['unknown', 'never-arrived'] as const)(
    'after six hours of “%s” staff decide, and the member hears it once',
    async (answer) => {
      const id = await harness().reserved('behrouz');
      await answered(harness(), id, 'unknown');
      harness().clock.pass(6 * hour);
      await askAgain(harness());
      await harness().settle((results) => results.outcomeAnswered(id, answer));
      await harness().settle((results) => results.outcomeAnswered(id, answer));
      expect(await row(harness(), id)).toMatchObject({ state: 'unknown', staffReason: 'no-clear-answer' });
      expect(await kinds(harness())).toEqual(['reset-kept', 'reset-with-staff']);
      harness().clock.pass(hour);
      expect(await askAgain(harness())).toBe(0);
      expect(await identified(harness())).toBe('under-way');
    },
  );

  it('“no such account” after a silence is left to staff with an alert: the recovery may have been made', async () => {
    const id = await harness().reserved('behrouz');
    await answered(harness(), id, 'unknown');
    await answered(harness(), id, 'missing');
    await answered(harness(), id, 'missing');
    expect(await row(harness(), id)).toMatchObject({
      state: 'unknown',
      staffReason: 'missing-after-unknown',
    });
    expect(await kinds(harness())).toEqual(['reset-kept', 'reset-with-staff']);
    expect(await harness().used('behrouz')).toBe(2);
    expect(await identified(harness())).toBe('under-way');
  });

  it('nor is it given back when it was sent once more in between', async () => {
    const id = await harness().reserved('behrouz');
    await answered(harness(), id, 'unknown');
    harness().clock.pass(15 * second);
    await askAgain(harness());
    await harness().settle((results) => results.outcomeAnswered(id, 'never-arrived'));
    expect((await row(harness(), id)).state).toBe('reserved');
    await answered(harness(), id, 'missing');
    expect((await row(harness(), id)).staffReason).toBe('missing-after-unknown');
    expect(await harness().used('behrouz')).toBe(2);
  });
});
