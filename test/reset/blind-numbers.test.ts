import { expect, it } from 'vitest';
import { Member } from '../../entities/member.js';
import { person } from '../../playground/cast.js';
import { onBothDatabases } from '../support/both-databases.js';
import { minute } from '../support/hand-clock.js';
import { another, asker, pairOf } from '../support/reset-harness.js';
import { begins, behind, behindMiss, scarce } from './in-the-dark.js';
import { trail } from './trail.js';

const behrouz = asker('behrouz');

onBothDatabases(
  'where a code in the dark has gone',
  (harness) => {
    const id = () => harness().ids.behrouz;
    const types = (challengeId: string, right = true) => {
      const code = harness().code(challengeId);
      return harness().confirm(challengeId, right ? code : another(code), behrouz);
    };

    it('is nowhere, though the card has shown the number on record, where the portal has not agreed', async () => {
      const card = { number: person('behrouz').phone, source: 'contact' } as const;
      const { challengeId } = await begins(harness(), behrouz, undefined, card);
      await behind(harness(), 'initial');
      expect(await types(challengeId)).toEqual({ kind: 'code-wrong', left: 2 });
      const { wrongCodesInRow } = await harness().manager.findOneByOrFail(Member, { id: id() });
      expect(wrongCodesInRow).toBe(0);
    });

    it('is nowhere any more once the number is cleared', async () => {
      const { challengeId } = await begins(harness(), behrouz);
      await behind(harness());
      await harness().manager.update(Member, { id: id() }, { mobile: null, mobileIndex: null });
      expect(await types(challengeId)).toEqual({ kind: 'code-wrong', left: 2 });
      expect(await harness().jobs('portal-reset')).toEqual([]);
    });

    it('is in the trail as sent, and only after that as sent again', async () => {
      const { challengeId } = await begins(harness(), behrouz);
      await behind(harness());
      expect(await trail(harness(), 'code-sent')).toHaveLength(1);
      expect(await trail(harness(), 'code-sent-again')).toEqual([]);
      harness().clock.pass(minute);
      await harness().reset((heart) => heart.resend(challengeId, behrouz));
      await behind(harness());
      expect(await trail(harness(), 'code-sent')).toHaveLength(1);
    });

    it('is asked about once more in the trail, whether or not there is a code to be sent', async () => {
      const wrong = { ...pairOf('behrouz'), nationalId: '0010000062' };
      const { challengeId } = await begins(harness(), behrouz, wrong);
      harness().clock.pass(minute);
      await harness().reset((heart) => heart.resend(challengeId, behrouz));
      const [, , detail] = (await trail(harness(), 'code-perhaps-sent')).at(-1)!;
      expect(detail).toEqual({ challenge: challengeId, right: false, again: true });
    });

    it('pays from the member’s own purse in a chat that has become theirs, and locks nothing by one slip', async () => {
      const { challengeId } = await begins(harness(), behrouz);
      await behind(harness());
      await harness().db.inTransaction(async (tx) => {
        const { members, resetDeps } = harness().services(tx);
        const { mobileIndex } = (await members.lockForUpdate(id()))!;
        const bound = { memberId: id(), chatKey: behrouz.chatKey, provenBy: mobileIndex! };
        await resetDeps.boundChats.bind(bound, harness().clock.now());
      });
      await types(challengeId, false);
      await behindMiss(harness());
      const member = await harness().manager.findOneByOrFail(Member, { id: id() });
      expect(member).toMatchObject({ boundWrongCodesInRow: 1, wrongCodesInRow: 0 });
      expect(await trail(harness(), 'code-wrong')).toEqual([
        [expect.anything(), id(), { challenge: challengeId, purse: 'bound' }, null],
      ]);
      expect(await trail(harness(), 'locked-for-wrong-codes')).toEqual([]);
    });
  },
  scarce,
);
