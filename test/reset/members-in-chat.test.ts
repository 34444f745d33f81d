import { expect, it } from 'vitest';
import { Alert } from '../../entities/alert.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, minute } from '../support/hand-clock.js';
import { asker, pairOf, stranger, type ResetHarness } from '../support/reset-harness.js';

const helper = stranger(1);
const five = ['sara', 'behrouz', 'mahin', 'kamran', 'laleh'] as const;
const wrong = { ...pairOf('nasrin'), nationalId: '0010000062' };

async function checksFive(harness: ResetHarness): Promise<void> {
  for (const role of five) await harness.identifies(role, helper);
}

onBothDatabases('a chat that checks a leaked list', (harness) => {
  it('is told of five members in a day, and then waits a day, right or wrong, and staff hear of it', async () => {
    await checksFive(harness());
    const until = harness().clock.now().getTime() + day;
    const closed = { kind: 'too-many-members', until };
    expect(await harness().identifies('nasrin', helper)).toMatchObject(closed);
    harness().clock.pass(minute);
    expect(await harness().identifies(wrong, helper)).toMatchObject(closed);
    expect(await harness().manager.findOneByOrFail(Alert, { cause: 'too-many-members' })).toMatchObject({
      state: 'on',
    });
    harness().clock.pass(day - minute - 1);
    expect((await harness().identifies(wrong, helper)).kind).toBe('too-many-members');
    harness().clock.pass(1);
    expect((await harness().identifies('nasrin', helper)).kind).toBe('asking-portal');
  });

  it('waits as long where the sixth was wrong, so that nobody learns that it was', async () => {
    await checksFive(harness());
    expect((await harness().identifies(wrong, helper)).kind).toBe('too-many-members');
    expect((await harness().identifies('nasrin', helper)).kind).toBe('too-many-members');
  });

  it('goes on with the members whom it was told of, and each of them in other chats', async () => {
    await checksFive(harness());
    await harness().identifies('nasrin', helper);
    expect((await harness().identifies('behrouz', helper)).kind).toBe('asking-portal');
    expect((await harness().identifies('nasrin', asker('nasrin'))).kind).toBe('asking-portal');
  });

  it('does not count the same member twice, nor one whose chat it is', async () => {
    await harness().settleDone(await harness().reserved('behrouz', helper));
    harness().clock.pass(day);
    for (const role of ['behrouz', 'behrouz', 'sara', 'sara', 'mahin', 'kamran', 'laleh'] as const)
      await harness().identifies(role, helper);
    expect((await harness().identifies('behrouz', helper)).kind).toBe('asking-portal');
    expect((await harness().identifies('nasrin', helper)).kind).toBe('asking-portal');
    expect((await harness().identifies('farhad', helper)).kind).toBe('too-many-members');
  });

  it('learns nothing of a sixth by asking where strangers have used up its pairs', async () => {
    for (let chat = 10; chat < 20; chat += 1) await harness().identifies(wrong, stranger(chat));
    await checksFive(harness());
    expect((await harness().identifies('nasrin', helper)).kind).toBe('too-many-members');
    expect((await harness().identifies(wrong, helper)).kind).toBe('too-many-members');
  });
});
