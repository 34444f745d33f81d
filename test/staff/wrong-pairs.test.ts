import { describe, expect, it } from 'vitest';
import { cast } from '../../playground/cast.js';
import type { Visitor } from '../conversations/harness.js';
import { harnessForEachTest } from './staff-harness.js';

const harness = harnessForEachTest();

describe('the wait of a chat in which wrong pairs were written', () => {
  const right = ['/reset', '310002', '0020000022'] as const;
  const unlocks = async () => {
    const mina = harness().colleague('operator');
    await mina.says('/unlock 310002');
    await mina.press('button-staff-yes');
  };

  it('is over with an unlock of the member whose code was written there', async () => {
    const behrouz = harness().visitor('behrouz');
    for (let wrong = 0; wrong < 5; wrong += 1) await behrouz.says('/reset', '310002', '0010000011');
    expect(await behrouz.says(...right)).toContain('too-many-pairs');
    await unlocks();
    expect(await behrouz.says(...right)).toContain('code-sent');
  });

  it('is over where only the last pair was right, as after a code misread four times', async () => {
    const behrouz = harness().visitor('behrouz', 'bale');
    for (let wrong = 0; wrong < 5; wrong += 1) await behrouz.says('/reset', '310202', '0020000022');
    expect(await behrouz.says(...right)).toContain('too-many-pairs');
    await unlocks();
    expect(await behrouz.says(...right)).toContain('code-sent');
  });

  /** Five times a code that nobody has. */
  const misreads = async (guest: Visitor, nationalId: string) => {
    for (let wrong = 0; wrong < 5; wrong += 1) await guest.says('/reset', '700000', nationalId);
  };
  const waits = async (guest: Visitor) =>
    (await guest.says('/reset', '700001', '0080000088')).includes('too-many-pairs');

  it('stays where nobody wrote of this member', async () => {
    const stranger = harness().guest(900);
    await misreads(stranger, '0010000011');
    await unlocks();
    expect(await waits(stranger)).toBe(true);
  });

  it('is over in five chats at most, those that wrote last', async () => {
    // All within the first wait of the first chat, which would else be over by itself.
    harness().fingers.tremble = true;
    const chats = cast
      .slice(0, 6)
      .map(({ nationalId }, at) => ({ nationalId, guest: harness().guest(900 + at) }));
    for (const [at, { guest, nationalId }] of chats.entries()) {
      for (let wrong = 0; wrong < 5; wrong += 1) await guest.says('/reset', String(700_010 + at), nationalId);
      expect(await guest.says(...right)).toContain('too-many-pairs');
    }
    await unlocks();
    const waiting = [];
    for (const { guest } of chats) waiting.push(await waits(guest));
    expect(waiting).toEqual([true, false, false, false, false, false]);
  });
});
