import { expect, it } from 'vitest';
import { Member } from '../../entities/member.js';
import { StaffRequest } from '../../entities/staff-request.js';
import { person } from '../../playground/cast.js';
import type { OfferedMobile, OwnerAnswer } from '../../src/reset/ports.js';
import { onBothDatabases } from '../support/both-databases.js';
import { asker, type ResetHarness } from '../support/reset-harness.js';
import { trail } from './trail.js';

const sara = asker('sara');
const typed: OfferedMobile = { number: person('sara').phone, source: 'typed' };
const shown = { mobile: '0912•••••01', source: 'typed' };
const reference = expect.any(String) as string;

const offers = async (harness: ResetHarness, mobile?: OfferedMobile) => {
  const ticket = await harness.ticket('sara', sara);
  return harness.reset((heart) => heart.open(ticket, 'changed', sara, mobile));
};
const asked = (harness: ResetHarness) => harness.manager.find(StaffRequest);

/** Staff are asked once, by that chat, and the trail says why. */
async function leftToStaff(harness: ResetHarness, detail: object): Promise<void> {
  const memberId = harness.ids.sara;
  const [request, ...others] = await asked(harness);
  expect(request).toMatchObject({ kind: 'first-mobile', memberId, chatKey: sara.chatKey, state: 'open' });
  expect(others).toEqual([]);
  expect((await trail(harness, 'mobile-by-staff')).at(-1)).toEqual([
    ...[`chat:${sara.chatKey}`, memberId, detail, request!.reference],
  ]);
  expect(await harness.jobs('sms-code')).toEqual([]);
}

onBothDatabases(
  'a first mobile that only staff register',
  (harness) => {
    it('is left to them, whatever is offered or nothing, and never taken from the chat', async () => {
      for (const offered of [undefined, typed, { ...typed, source: 'contact' as const }])
        expect(await offers(harness(), offered)).toEqual({ kind: 'mobile-by-staff', reference });
      await leftToStaff(harness(), { because: 'policy' });
    });
  },
  { firstMobile: 'staff' },
);

onBothDatabases(
  'a first mobile that must be the chat’s own card',
  (harness) => {
    it('is asked for, is refused where it was typed, which the trail says, and is taken as a card', async () => {
      expect(await offers(harness())).toEqual({ kind: 'mobile-needed' });
      expect(await offers(harness(), typed)).toEqual({ kind: 'mobile-not-proven' });
      expect(await trail(harness(), 'mobile-not-proven')).toEqual([
        [`chat:${sara.chatKey}`, harness().ids.sara, {}, null],
      ]);
      expect(await offers(harness(), { ...typed, source: 'contact' })).toMatchObject({ kind: 'code-sent' });
      expect(await asked(harness())).toEqual([]);
    });
  },
  { firstMobile: 'contact' },
);

onBothDatabases(
  'a first mobile that the register is asked about twice a day',
  (harness) => {
    const answered = (owner: OwnerAnswer) => offers(harness(), { ...typed, owner });

    it('is left to staff after that, with how often it was asked about', async () => {
      for (let nth = 0; nth < 2; nth += 1) expect((await offers(harness(), typed)).kind).toBe('asking-owner');
      expect(await offers(harness(), typed)).toEqual({ kind: 'mobile-by-staff', reference });
      await leftToStaff(harness(), { because: 'asked-enough', questions: 2 });
      const [question] = await harness().jobs('mobile-owner');
      expect(question).toEqual({
        ...{ inquiryId: expect.stringMatching(/^[0-9a-f]{32}$/) as string, mobile: typed.number },
        ...{ nationalId: person('sara').nationalId, chatKey: sara.chatKey },
      });
    });

    it('is asked about as often of another member, however often of this one', async () => {
      for (let nth = 0; nth < 3; nth += 1) await offers(harness(), typed);
      const [{ mahin: id }, from] = [harness().ids, asker('mahin')];
      await harness().manager.update(Member, { id }, { mobile: null, mobileIndex: null, mobileSource: null });
      const ticket = await harness().ticket('mahin', from);
      const opened = await harness().reset((heart) => heart.open(ticket, 'changed', from, typed));
      expect(opened.kind).toBe('asking-owner');
    });

    it('in another name is left to staff, and so it stays where the register is silent later', async () => {
      expect(await answered('mismatch')).toEqual({ kind: 'mobile-mismatch', reference });
      expect((await trail(harness(), 'mobile-mismatch')).map(([, , detail]) => detail)).toEqual([shown]);
      expect(await answered('unknown')).toEqual({ kind: 'mobile-by-staff', reference });
      await leftToStaff(harness(), { ...shown, because: 'register-silent' });
    });

    it('of which the register says nothing is the member’s as they typed it, which the trail says', async () => {
      expect(await answered('unknown')).toMatchObject({ kind: 'code-sent', known: false });
      expect(await trail(harness(), 'mobile-owner-unknown')).toEqual([
        [`chat:${sara.chatKey}`, harness().ids.sara, { ...shown, asked: true }, null],
      ]);
      expect((await trail(harness(), 'code-sent')).map(([, , detail]) => detail)).toMatchObject([
        { source: 'typed' },
      ]);
    });
  },
  { asksOwner: true, ownerQuestionsPerMemberAndDay: 2 },
);
