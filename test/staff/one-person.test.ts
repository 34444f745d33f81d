import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cast } from '../../playground/cast.js';
import { vocabulary } from '../../src/audit/vocabulary.js';
import { purgeQuestions } from '../../src/staff/purge.js';
import { realWords, type Visitor } from '../conversations/harness.js';
import { bare } from '../conversations/screen.js';
import { hour, minute } from '../support/hand-clock.js';
import { openStaffHouse, type StaffHouse } from './staff-house.js';

let house: StaffHouse;
beforeEach(async () => {
  house = await openStaffHouse();
});
afterEach(() => house.drop());

const lock = () => new Date(house.clock.now().getTime() + 5 * hour);

describe('something that one person may do', () => {
  it('is asked about once more, done, and written into the trail', async () => {
    await house.befalls('behrouz', { lockedUntil: lock(), locks: 1, wrongCodesInRow: 3 });
    const mina = house.colleague('operator');
    expect(await mina.says('/unlock 310002')).toEqual(['ask-unlock', 'ask-are-you-sure']);
    expect((await house.member('behrouz')).lockedUntil).not.toBeNull();
    expect(await mina.press('button-staff-yes')).toEqual(['did-unlock']);
    const free = { lockedUntil: null, locks: 0, wrongCodesInRow: 0 };
    expect(await house.member('behrouz')).toMatchObject(free);
    expect(await house.trail('staff-unlock')).toEqual([
      {
        actor: `staff:${house.numbers.operator}`,
        memberId: house.heart.ids.behrouz,
        detail: { role: 'operator', platform: 'telegram' },
      },
    ]);
  });

  it('is not done after a no, and the button is over', async () => {
    const shahin = house.colleague('supervisor');
    await shahin.says('/block 310002');
    const yes = shahin.screen.dataOf('انجام شود');
    expect(await shahin.press('button-staff-no')).toEqual(['act-dropped']);
    await shahin.pressData(yes);
    expect(shahin.screen.news()).toEqual(['question-over']);
    expect((await house.member('behrouz')).closedFor).toBeNull();
  });

  it('is done once, however often the button is pressed', async () => {
    const shahin = house.colleague('supervisor');
    await shahin.says('/block 310002');
    expect(await shahin.press('button-staff-yes')).toEqual(['did-block']);
    expect(await shahin.press('button-staff-yes')).toEqual(['question-over']);
    expect(await house.trail('staff-block')).toHaveLength(1);
  });

  it('is not done by another account with the same button, not even the person’s own', async () => {
    const shahin = house.colleague('supervisor');
    await shahin.says('/block 310002');
    const yes = shahin.screen.dataOf('انجام شود');
    for (const other of [house.colleague('owner'), house.colleague('supervisor', 'bale')]) {
      await other.pressData(yes);
      expect(other.screen.news()).toEqual(['question-over']);
    }
    expect(await shahin.press('button-staff-yes')).toEqual(['did-block']);
  });

  it('is not done when the button is old', async () => {
    const shahin = house.colleague('supervisor');
    await shahin.says('/block 310002');
    house.clock.pass(6 * minute);
    expect(await shahin.press('button-staff-yes')).toEqual(['question-over']);
    expect((await house.member('behrouz')).closedFor).toBeNull();
  });

  it('leaves no question behind that nobody can answer', async () => {
    const shahin = house.colleague('supervisor');
    await shahin.says('/block 310002');
    const purge = () => house.db.inTransaction((tx) => purgeQuestions(tx, house.clock.now()));
    expect(await purge()).toBe(0);
    house.clock.pass(6 * minute);
    expect(await purge()).toBe(1);
  });

  it('is not done when the role was lowered in the meantime', async () => {
    const shahin = house.colleague('supervisor');
    await shahin.says('/block 310002');
    await house.demote('supervisor', 'operator');
    expect(await shahin.press('button-staff-yes')).toEqual(['staff-not-allowed']);
    expect((await house.member('behrouz')).closedFor).toBeNull();
    expect(await house.trail('staff-not-allowed')).toMatchObject([{ detail: { act: 'block' } }]);
  });

  it('is not done to a member who is not as they were', async () => {
    await house.befalls('behrouz', { closedFor: 'staff-block' });
    const shahin = house.colleague('supervisor');
    await shahin.says('/unblock 310002');
    await house.befalls('behrouz', { closedFor: 'not-me' });
    expect(await shahin.press('button-staff-yes')).toEqual(['act-overtaken']);
    expect((await house.member('behrouz')).closedFor).toBe('not-me');
  });

  it('is not asked about where there is nothing to change', async () => {
    const shahin = house.colleague('supervisor');
    expect(await shahin.says('/unblock 310002')).toEqual(['nothing-to-do']);
  });
});

describe('what locks and blocks mean', () => {
  it('an operator lifts a second lock, but not what staff or the member closed', async () => {
    const mina = house.colleague('operator');
    for (const [before, after] of [
      ['second-lock', null],
      ['staff-block', 'staff-block'],
      ['not-me', 'not-me'],
    ] as const) {
      await house.befalls('behrouz', { closedFor: before });
      await mina.says('/unlock 310002');
      await mina.press('button-staff-yes');
      expect((await house.member('behrouz')).closedFor).toBe(after);
    }
  });

  it('a block ends what is open, and the member is told where they stand', async () => {
    const behrouz = house.visitor('behrouz');
    await behrouz.says('/reset', '310002', '0020000022');
    const code = await house.code();
    const shahin = house.colleague('supervisor');
    await shahin.says('/block 310002');
    await shahin.press('button-staff-yes');
    expect(await behrouz.says(code)).toEqual(['challenge-over']);
    expect(await behrouz.says('/reset', '310002', '0020000022')).toContain('locked-until-staff');
    await shahin.says('/unblock 310002');
    await shahin.press('button-staff-yes');
    expect(await behrouz.says('/reset', '310002', '0020000022')).toContain('code-sent');
  });

  it('an unlock lets somebody in who had typed too many wrong pairs', async () => {
    const behrouz = house.visitor('behrouz');
    for (let wrong = 0; wrong < 10; wrong += 1) {
      await house.guest(900 + wrong).says('/reset', '310002', '0010000011');
    }
    expect(await behrouz.says('/reset', '310002', '0020000022')).toContain('too-many-pairs');
    const mina = house.colleague('operator');
    await mina.says('/unlock 310002');
    await mina.press('button-staff-yes');
    expect(await behrouz.says('/reset', '310002', '0020000022')).toContain('code-sent');
  });
});

describe('the wait of a chat in which wrong pairs were written', () => {
  const right = ['/reset', '310002', '0020000022'] as const;
  const unlocks = async () => {
    const mina = house.colleague('operator');
    await mina.says('/unlock 310002');
    await mina.press('button-staff-yes');
  };

  it('is over with an unlock of the member whose code was written there', async () => {
    const behrouz = house.visitor('behrouz');
    for (let wrong = 0; wrong < 5; wrong += 1) await behrouz.says('/reset', '310002', '0010000011');
    expect(await behrouz.says(...right)).toContain('too-many-pairs');
    await unlocks();
    expect(await behrouz.says(...right)).toContain('code-sent');
  });

  it('is over where only the last pair was right, as after a code misread four times', async () => {
    const behrouz = house.visitor('behrouz', 'bale');
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
    const stranger = house.guest(900);
    await misreads(stranger, '0010000011');
    await unlocks();
    expect(await waits(stranger)).toBe(true);
  });

  it('is over in five chats at most, those that wrote last', async () => {
    const chats = cast
      .slice(0, 6)
      .map(({ nationalId }, at) => ({ nationalId, guest: house.guest(900 + at) }));
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

describe('a member’s file', () => {
  it.each(['310002', '۳۱۰۰۰۲', '0020000022', '20000022', '09120000002', '+98 912 000 0002'])(
    'is found by %s, and shows nothing whole',
    async (text) => {
      const mina = house.colleague('operator');
      expect(await mina.says(`/member ${text}`)).toContain('member-title');
      const shown = bare(mina.screen.last().text);
      expect(shown).toContain('0912•••••02');
      expect(shown).not.toMatch(/0020000022|09120000002/);
    },
  );

  it('is one of several where a number is shared', async () => {
    await house.heart.moved('behrouz', '09350000066');
    const mina = house.colleague('operator');
    expect(await mina.says('/member 09350000066')).toEqual(['members-several']);
    expect(mina.screen.buttons()).toHaveLength(2);
    expect(await mina.press('button-member')).toContain('member-title');
  });

  it('leaves no national ID and no number in the chat', async () => {
    const mina = house.colleague('operator');
    await mina.says('/member 310002');
    expect(mina.screen.erased()).toEqual([]);
    await mina.says('/member 0020000022');
    expect(mina.screen.erased()).toHaveLength(1);
  });

  it('has no buttons that the role may not press', async () => {
    const mina = house.colleague('operator');
    await mina.says('/member 310002');
    expect(mina.screen.buttons()).toEqual(['برداشتن قفل']);
    const shahin = house.colleague('supervisor');
    await shahin.says('/member 310002');
    expect(shahin.screen.buttons()).toEqual(['برداشتن قفل', 'بستن بازیابی', 'پاک کردن شماره', 'سابقه']);
    expect(await shahin.press('button-block')).toEqual(['ask-block', 'ask-are-you-sure']);
  });

  it('is not opened unseen', async () => {
    await house.colleague('operator', 'bale').says('/member 310002');
    expect(await house.trail('member-looked-up')).toMatchObject([
      { actor: `staff:${house.numbers.operator}`, detail: { platform: 'bale' } },
    ]);
  });

  it.each(['sara', 'mahin', 'kamran', 'laleh', 'iraj', 'nasrin', 'farhad'] as const)(
    'can be read whatever is in it: %s',
    async (role) => {
      const { insuredCode } = await house.member(role);
      expect(await house.colleague('operator').says(`/member ${insuredCode}`)).toContain('member-title');
    },
  );
});

describe('the story behind a reference', () => {
  const referenceIn = (text: string): string => /[A-Z0-9]{8}$/.exec(bare(text))?.[0] ?? '';

  it('is told however the reference was dictated', async () => {
    const behrouz = house.visitor('behrouz');
    await behrouz.says('/reset', '310002', '0010000011');
    const reference = referenceIn(behrouz.screen.last().text);
    const mina = house.colleague('operator');
    const spoken = `${reference.slice(0, 4).toLowerCase()} ${reference.slice(4)}`;
    expect(await mina.says(`/why ${spoken}`)).toEqual(['why-title', 'story-no-match']);
    expect(mina.screen.last().text).toContain('در فهرست هست');
    expect(await mina.says(`/member ${reference}`)).toContain('member-title');
  });

  it('offers what may help', async () => {
    await house.befalls('behrouz', { lockedUntil: lock(), locks: 1 });
    const behrouz = house.visitor('behrouz');
    await behrouz.says('/reset', '310002', '0020000022');
    const mina = house.colleague('operator');
    await mina.says(`/why ${referenceIn(behrouz.screen.last().text)}`);
    expect(await mina.press('button-unlock')).toEqual(['ask-unlock', 'ask-are-you-sure']);
  });

  it('is not made up', async () => {
    expect(await house.colleague('operator').says('/why AAAAAAAA')).toEqual(['why-unknown']);
    expect(await house.colleague('operator').says('/why what')).toEqual(['usage', 'usage-why']);
  });
});

it('whatever stands in the trail has words', () => {
  const silent = Object.keys(vocabulary).filter((reason) => !realWords.has('fa', `event-${reason}`));
  expect(silent).toEqual([]);
});
