import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { ResetTally } from '../../entities/reset-tally.js';
import { person } from '../../playground/cast.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { asker, openResetHouse, type ResetHouse } from '../support/reset-house.js';

describe.each(databases)('$name', ({ missing, create }) => {
  describe.skipIf(missing)('the way back', () => {
    let db: TestDatabase;
    let house: ResetHouse;
    beforeEach(async () => {
      db = await create();
      house = await openResetHouse(db);
    });
    afterEach(() => db.drop());

    it('a member with a number on record gets back with the code that was sent to it', async () => {
      const behrouz = asker('behrouz');
      const sent = await house.sent('behrouz', behrouz);
      expect(sent).toMatchObject({ known: true, insuredCode: '310002', mobile: '0912•••••02' });
      const [order] = await house.errands('send-code');
      expect(order).toMatchObject({
        challengeId: sent.challengeId,
        to: person('behrouz').phone,
        send: 1,
        minutes: 5,
      });

      const confirmed = await house.confirm(sent.challengeId, house.code(sent.challengeId), behrouz);
      expect(confirmed).toEqual({ kind: 'code-right' });
      const [errand] = await house.errands<{ resetId: string }>('reset-password');
      await house.settle((settlement) => settlement.resetAnswered(errand!.resetId, 'done'));

      expect(await house.told(behrouz)).toMatchObject([{ kind: 'reset-done', left: 3 }]);
      const reset = await house.manager.findOneByOrFail(PasswordReset, { id: errand!.resetId });
      expect(reset).toMatchObject({ state: 'done', unsettledMemberId: null });
      const tally = await house.manager.findOneByOrFail(ResetTally, { memberId: house.ids.behrouz });
      expect(tally.used).toBe(2);
    });

    it('a first number becomes the member’s own by the right code, and not before', async () => {
      const sara = asker('sara');
      const ticket = await house.ticket('sara', sara);
      const asked = await house.reset((heart) => heart.open(ticket, 'changed', sara));
      expect(asked).toEqual({ kind: 'mobile-needed' });
      const offered = { number: person('sara').phone, source: 'typed' as const };
      const sent = await house.sent('sara', sara, offered);
      expect(sent.known).toBe(false);
      const onRecord = () => house.manager.findOneByOrFail(Member, { id: house.ids.sara });
      expect((await onRecord()).mobile).toBeNull();

      await house.confirm(sent.challengeId, house.code(sent.challengeId), sara);
      const { mobile, mobileSource } = await onRecord();
      expect(mobileSource).toBe('typed');
      expect(house.keyring.open('mobile', mobile!)).toBe(offered.number);
      expect(await house.manager.countBy(BoundChat, { memberId: house.ids.sara })).toBe(1);
    });
  });
});
