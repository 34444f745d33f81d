import { expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { Member } from '../../entities/member.js';
import { person } from '../../playground/cast.js';
import type { Asker } from '../../src/chats/address.js';
import type { BlindChallenge } from '../../src/reset/outcomes.js';
import type { AccountAnswer, BlindOrder, OfferedMobile } from '../../src/reset/ports.js';
import { onBothDatabases } from '../support/both-databases.js';
import { minute } from '../support/hand-clock.js';
import { asker, pairOf, stranger, type ResetHarness } from '../support/reset-harness.js';
import { alarmed, begins, behind, challenge, wary } from './in-the-dark.js';
import { trail } from './trail.js';

const behrouz = asker('behrouz');
const right = pairOf('behrouz');
const wrong = { ...right, nationalId: '0010000062' };
const reference = expect.any(String) as string;
const by = ({ chatKey }: Asker) => `chat:${chatKey}`;
const codes = async (harness: ResetHarness) => (await harness.jobs('sms-code')).length;

onBothDatabases(
  'a pair that is typed in the dark',
  (harness) => {
    const id = () => harness().ids.behrouz;

    it('is in the trail with what was true of it, under the reference that its chat was given', async () => {
      const unknown = { ...wrong, insuredCode: '999999' };
      const first = await begins(harness(), behrouz);
      const again = await begins(harness(), behrouz);
      const guess = await begins(harness(), stranger(1), wrong);
      const blank = await begins(harness(), stranger(2), unknown);
      const lines = await trail(harness(), 'code-perhaps-sent');
      const lineOf = ({ reference: quoted }: BlindChallenge) => lines.find((line) => line.at(-1) === quoted);
      const known = { codeKnown: true, right: true };
      expect([first, again, guess, blank].map(lineOf)).toEqual([
        [by(behrouz), id(), { ...known, again: false }, first.reference],
        [by(behrouz), id(), { ...known, again: true }, again.reference],
        [by(stranger(1)), id(), { ...known, right: false, again: false }, guess.reference],
        [by(stranger(2)), null, { codeKnown: false, right: false, again: false }, blank.reference],
      ]);
      expect(again.challengeId).toBe(first.challengeId);
      const orders = await harness().jobs<BlindOrder>('blind-code');
      const ordered = ({ reference: quoted }: BlindChallenge) =>
        orders.find((order) => order.reference === quoted);
      expect([first, again, guess, blank].map(ordered)).toMatchObject([
        { challengeId: first.challengeId, send: 1, insuredCode: right.insuredCode },
        ...[undefined, { challengeId: guess.challengeId, send: 1, insuredCode: null }],
        { challengeId: blank.challengeId, send: 1, insuredCode: null },
      ]);
    });

    it('leaves a request whose row says of nobody that it is theirs, until its code has gone out', async () => {
      const { challengeId, resendAt } = await begins(harness(), behrouz);
      const { clock, keyring } = harness();
      const [now, expiresAt] = [clock.now(), new Date(clock.now().getTime() + 5 * minute)];
      expect(resendAt).toBe(now.getTime() + minute);
      const row = await challenge(harness(), challengeId);
      expect(row).toMatchObject({
        ...{ ...behrouz, openMemberId: null, coverageId: 0, mobileIndex: '', mobileSource: 'insurer' },
        ...{ keyId: keyring.current, state: 'open', sends: 1, cardShown: 0, wrongCodes: 0 },
        ...{ lastSentAt: now, createdAt: now, expiresAt },
      });
      expect(keyring.decrypt('mobile', row.mobile)).toBe('00000000000');
      await harness().manager.update(Member, { id: id() }, { mobileSource: 'typed' });
      await behind(harness());
      const armed = await challenge(harness(), challengeId);
      expect(keyring.decrypt('mobile', armed.mobile)).toBe(person('behrouz').phone);
      expect(armed).toMatchObject({ openMemberId: id(), mobileSource: 'typed' });
      expect(armed.mobileIndex).toBe(keyring.index('mobile', person('behrouz').phone));
    });

    it('leads to a code that is in the trail under that reference, the second one as sent again', async () => {
      const begun = await begins(harness(), behrouz);
      await behind(harness());
      harness().clock.pass(minute);
      const again = await harness().reset((heart) => heart.resend(begun.challengeId, behrouz));
      const resendAt = harness().clock.now().getTime() + 2 * minute;
      expect(again).toEqual({ kind: 'code-perhaps-sent-again', resendAt });
      await behind(harness());
      const detail = { mobile: '0912•••••02', source: 'insurer', challenge: begun.challengeId };
      const line = [by(behrouz), id(), { ...detail, purse: 'others' }, null];
      expect(await trail(harness(), 'code-sent')).toEqual([line]);
      expect(await trail(harness(), 'code-sent-again')).toEqual([line]);
      expect(await trail(harness(), 'pair-matched')).toHaveLength(2);
      expect((await trail(harness(), 'code-perhaps-sent')).at(-1)).toEqual([
        ...[by(behrouz), id(), { challenge: begun.challengeId, right: true, again: true }, reference],
      ]);
      expect(await harness().jobs('sms-code')).toMatchObject([{ send: 1 }, { send: 2 }]);
    });

    it.each<AccountAnswer>(['initial', 'missing', 'away'])(
      'that gets no code says why in the trail where the portal says %s',
      async (account) => {
        const begun = await begins(harness(), behrouz);
        await behind(harness(), account);
        expect(await trail(harness(), 'code-not-sent')).toEqual([
          [by(behrouz), id(), { because: `portal-${account}` }, begun.reference],
        ]);
      },
    );

    it('of somebody without a number, or whose number others have just changed, gets no code', async () => {
      const { reference: quoted } = await begins(harness(), asker('sara'), pairOf('sara'));
      await behind(harness());
      expect(await trail(harness(), 'code-not-sent')).toEqual([
        [by(asker('sara')), harness().ids.sara, { because: 'no-number' }, quoted],
      ]);
      const change = { memberId: id(), what: 'mobile-replaced', replaced: '09120000099' } as const;
      await harness().db.inTransaction((tx) => harness().services(tx).identityChanges.note([change], false));
      await begins(harness(), behrouz);
      await behind(harness());
      expect(await trail(harness(), 'number-cooling')).toHaveLength(1);
      expect(await codes(harness())).toBe(0);
    });

    it('gets no code that comes too late: its request has expired, or ended', async () => {
      const late = await begins(harness(), behrouz);
      harness().clock.pass(5 * minute);
      await behind(harness());
      await begins(harness(), stranger(1));
      await harness().manager.update(Challenge, { chatKey: stranger(1).chatKey }, { state: 'locked' });
      await behind(harness());
      expect(await codes(harness())).toBe(0);
      expect(await trail(harness(), 'pair-matched')).toEqual([]);
      expect(await challenge(harness(), late.challengeId)).toMatchObject({ openMemberId: null });
    });

    it('gets a code only for the card that shows the number on record, while somebody guesses codes', async () => {
      await begins(harness(), stranger(1));
      await alarmed(harness());
      const ask = (from: Asker, card?: OfferedMobile) =>
        harness().reset((heart) => heart.identify(right, from, card));
      const own = { number: person('behrouz').phone, source: 'contact' } as const;
      expect(await ask(behrouz)).toEqual({ kind: 'card-needed' });
      expect(await ask(behrouz, { ...own, source: 'typed' })).toEqual({ kind: 'card-needed' });
      await ask(stranger(2), { ...own, number: person('sara').phone });
      await behind(harness());
      expect((await trail(harness(), 'code-not-sent')).map(([, , detail]) => detail)).toEqual([
        { because: 'card-differs' },
      ]);
      expect(await codes(harness())).toBe(0);
      const begun = (await ask(behrouz, own)) as BlindChallenge;
      await behind(harness());
      expect(await codes(harness())).toBe(1);
      expect((await challenge(harness(), begun.challengeId)).cardShown).toBe(1);
    });
  },
  wary,
);
