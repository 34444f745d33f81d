import { describe, expect, it } from 'vitest';
import { hour, minute } from '../support/hand-clock.js';
import { bare } from '../conversations/screen.js';
import { atWorkInEach, harnessForEachTest } from './staff-harness.js';
import { onBoth } from './on-both.js';

onBoth((database) => {
  const harness = harnessForEachTest({ database });
  const shahin = atWorkInEach(harness, 'supervisor');

  /** Behrouz has typed a right code on Bale, and another one on Telegram. */
  async function recoveredTwice() {
    const [here, there] = [harness().visitor('behrouz', 'bale'), harness().visitor('behrouz')];
    for (const visitor of [here, there]) {
      harness().clock.pass(hour);
      await visitor.says('/reset', '310002', '0020000022');
      await visitor.says(await harness().code());
      const [{ resetId }] = (await harness().heart.jobs<{ resetId: string }>('portal-reset')).slice(-1) as [
        { resetId: string },
      ];
      await harness().heart.settleDone(resetId);
      await harness().settleDown();
    }
    shahin().screen.news();
    return { here, there };
  }

  describe('the chats that hear of a member', () => {
    it('are listed for supervisors with the name that file and trail have, and ended at their word', async () => {
      const { here } = await recoveredTwice();
      expect(await harness().colleague('operator').says('/chats 310002')).toEqual(['staff-not-allowed']);
      expect(await shahin().says('/chats 310002')).toEqual(['chats-of', 'chats-line', 'chats-line']);
      const [mark = ''] = /\b[0-9a-f]{6}\b/.exec(bare(shahin().screen.last().text)) ?? [];
      expect(mark).not.toBe('');
      await shahin().says('/member 310002');
      expect(bare(shahin().screen.last().text)).toContain(mark);
      await shahin().says('/chats 310002');
      await shahin().pressData(shahin().screen.dataOf('قطع خبر این گفتگو'));
      expect(shahin().screen.news()).toContain('ask-end-chat');
      expect(await shahin().press('button-staff-yes')).toEqual(['did-end-chat']);
      expect(await harness().trail('staff-end-chat')).toMatchObject([
        { actor: `staff:${harness().numbers.supervisor}`, detail: { mark: expect.any(String) as string } },
      ]);
      const ended = [here, harness().visitor('behrouz')];
      expect(ended.map(({ screen }) => screen.news()).flat()).toBeDefined();
      expect(await shahin().says('/chats 310002')).toEqual(['chats-of', 'chats-line']);
    });

    it('are told that the number was cleared, and may say that nobody asked them', async () => {
      const { here, there } = await recoveredTwice();
      const parvaneh = await harness().atWork('owner');
      await shahin().says('/clearmobile 310002');
      await shahin().press('button-staff-yes');
      for (const visitor of [here, there]) visitor.screen.news();
      expect(await parvaneh.press('button-approve')).toEqual(['did-clear-mobile']);
      for (let told = 1; told > 0;)
        told = await harness().heart.settle((results) => results.tellIdentityChanges());
      await harness().settleDown();
      for (const visitor of [here, there])
        expect(visitor.screen.news()).toEqual(['chat-ended', 'notice-identity']);
      expect(await here.press('button-not-my-change')).toEqual(['not-me-frozen']);
      expect(await harness().member('behrouz')).toMatchObject({ closedFor: 'not-me' });
      expect(await harness().heart.jobs('portal-lock')).toHaveLength(1);
    });

    it('are told when it was staff who ended it', async () => {
      const { here } = await recoveredTwice();
      await shahin().says('/chats 310002');
      here.screen.news();
      // The newest bond stands last; the older one, Bale's, is pressed.
      const chats = await harness().heart.manager.query<{ id: number; chat_key: string }[]>(
        'SELECT id, chat_key FROM bound_chats ORDER BY id',
      );
      await shahin().pressData(`end-chat:${chats[0]!.id}-310002`);
      await shahin().press('button-staff-yes');
      expect(here.screen.news()).toEqual(['chat-ended']);
      await shahin().pressData(`end-chat:${chats[0]!.id}-310002`);
      expect(shahin().screen.news()).toEqual(['chat-not-bound']);
    });

    it('say so themselves: under a notice, beside “this was not me”', async () => {
      const { here } = await recoveredTwice();
      expect(here.screen.buttons()).toEqual(['کار من نبود', 'این گفتگو مال او نیست']);
      expect(await here.press('button-not-theirs')).toEqual(['chat-unlinked']);
      expect(await shahin().says('/chats 310002')).toEqual(['chats-of', 'chats-line']);
    });

    it('say so by a command in their own menu, also in the middle of a dialogue', async () => {
      const { here } = await recoveredTwice();
      expect(await harness().visitor('sara').says('/notices')).toEqual(['notices-none']);
      expect(await here.says('/reset', '/notices')).toEqual(['notices-of', 'ask-insured-code']);
      expect(await here.press('button-not-theirs')).toEqual(['chat-unlinked']);
      harness().clock.pass(minute);
      expect(await here.says('/notices')).toEqual(['notices-none', 'ask-insured-code']);
    });

    it('are named in the alert when they say “this was not me”', async () => {
      const { here } = await recoveredTwice();
      await here.press('button-not-me');
      expect(shahin().screen.news()).toEqual(['alert-not-me', 'alert-chat']);
    });
  });
});
