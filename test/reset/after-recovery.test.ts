import { expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { PasswordReset } from '../../entities/password-reset.js';
import type { AccountAnswer } from '../../src/reset/ports.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour, minute } from '../support/hand-clock.js';
import { asker, type ResetHarness } from '../support/reset-harness.js';

const behrouz = asker('behrouz');
const atBale = asker('behrouz', 'bale');
/** Nobody gets a second code sooner, in whichever chat. */
const pauseAfterFirst = minute;

const row = (harness: ResetHarness, id: string) => harness.manager.findOneByOrFail(PasswordReset, { id });
const looks = (harness: ResetHarness) => harness.settle((results) => results.lookAfter());
const seen = (harness: ResetHarness, id: string, answer: AccountAnswer) =>
  harness.settle((results) => results.passwordSeen(id, answer));
const reminders = async (harness: ResetHarness, from = behrouz) =>
  (await harness.told(from)).filter(({ kind }) => kind === 'password-still-initial').length;

async function recovered(harness: ResetHarness, from = behrouz): Promise<string> {
  const id = await harness.reserved('behrouz', from);
  await harness.settleDone(id);
  return id;
}

/** So long after the last look, the portal is asked and says this. */
async function lookedAt(
  harness: ResetHarness,
  id: string,
  wait: number,
  answer: AccountAnswer,
): Promise<void> {
  harness.clock.pass(wait - 1);
  expect(await looks(harness)).toBe(0);
  harness.clock.pass(1);
  expect(await looks(harness)).toBe(1);
  expect(await looks(harness)).toBe(0);
  await seen(harness, id, answer);
}

onBothDatabases('after a recovery', (harness) => {
  it('a member is reminded after ten minutes, a day, three days and a week, and no more', async () => {
    const id = await recovered(harness());
    for (const wait of [10 * minute, day - 10 * minute, 2 * day, 4 * day])
      await lookedAt(harness(), id, wait, 'initial');
    harness().clock.pass(30 * day);
    expect(await looks(harness())).toBe(0);
    expect(await reminders(harness())).toBe(4);
    expect(await harness().jobs('portal-look')).toHaveLength(4);
    expect(await row(harness(), id)).toMatchObject({ looks: 4, seenPassword: 'initial' });
  });

  it.each(['changed', 'missing'] as const)(
    'nobody is reminded, nor asked about, once it is %s',
    async (answer) => {
      const id = await recovered(harness());
      await lookedAt(harness(), id, 10 * minute, 'initial');
      await lookedAt(harness(), id, day - 10 * minute, answer);
      harness().clock.pass(30 * day);
      expect(await looks(harness())).toBe(0);
      expect(await reminders(harness())).toBe(1);
      expect((await row(harness(), id)).seenPassword).toBe('changed');
    },
  );

  it('the same answer twice reminds once, and a portal that is away is asked again in an hour', async () => {
    const id = await recovered(harness());
    await lookedAt(harness(), id, 10 * minute, 'away');
    expect(await reminders(harness())).toBe(0);
    await lookedAt(harness(), id, hour, 'initial');
    await seen(harness(), id, 'initial');
    expect(await reminders(harness())).toBe(1);
  });

  it('a house that was down for days reminds once, not for each time that went by', async () => {
    const id = await recovered(harness());
    harness().clock.pass(4 * day);
    await looks(harness());
    await seen(harness(), id, 'initial');
    expect(await looks(harness())).toBe(0);
    expect(await reminders(harness())).toBe(1);
    await lookedAt(harness(), id, 3 * day, 'initial');
  });

  it('only the last recovery is looked after', async () => {
    const first = await recovered(harness());
    harness().clock.pass(10 * minute);
    await looks(harness());
    const second = await recovered(harness(), atBale);
    await seen(harness(), first, 'initial');
    expect(await reminders(harness())).toBe(0);
    await lookedAt(harness(), second, 10 * minute, 'initial');
    expect(await reminders(harness(), atBale)).toBe(1);
    expect((await row(harness(), first)).seenPassword).toBe('changed');
  });

  it('a chat that is the member’s no longer hears nothing of the password', async () => {
    const id = await recovered(harness());
    await harness().manager.delete(BoundChat, { memberId: harness().ids.behrouz });
    await lookedAt(harness(), id, 10 * minute, 'initial');
    expect(await reminders(harness())).toBe(0);
  });

  it('nor does a chat of which somebody has said “this was not me”', async () => {
    await recovered(harness(), atBale);
    harness().clock.pass(pauseAfterFirst);
    const id = await recovered(harness());
    await harness().reset((heart) => heart.reportNotMe(id, atBale));
    await lookedAt(harness(), id, 10 * minute, 'initial');
    expect(await reminders(harness())).toBe(0);
  });
});
