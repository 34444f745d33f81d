import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { auditEvent, type AuditReason } from '../../src/audit/vocabulary.js';
import { day } from '../support/hand-clock.js';
import { bare } from '../conversations/screen.js';
import { atWorkInEach, harnessForEachTest } from './staff-harness.js';
import { onBoth } from './on-both.js';

onBoth((database) => {
  const harness = harnessForEachTest({ database });
  const shahin = atWorkInEach(harness, 'supervisor');

  /** Iraj has typed a wrong pair, and was given a reference. */
  async function misbehaves() {
    const iraj = harness().visitor('iraj');
    await iraj.says('/reset', '310002', '0010000062');
    const [reference = ''] = /\b[A-Z2-9]{8}\b/.exec(bare(iraj.screen.last().text)) ?? [];
    iraj.screen.news();
    return { iraj, reference };
  }

  const referenceOf = async (reason: AuditReason): Promise<string> => {
    const { manager } = harness().heart;
    return (await manager.findOneByOrFail(AuditEntry, { event: auditEvent(reason) })).reference ?? '';
  };

  describe('a chat that is muted', () => {
    it('is answered no more for a day, by a supervisor, and it is in the trail', async () => {
      const { iraj, reference } = await misbehaves();
      expect(await harness().colleague('operator').says(`/mute ${reference}`)).toEqual(['staff-not-allowed']);
      expect(await shahin().says(`/mute ${reference}`)).toContain('ask-mute-chat');
      expect(await shahin().press('button-staff-yes')).toEqual(['did-mute-chat']);
      expect(await iraj.says('/reset')).toEqual([]);
      expect(await harness().trail('staff-mute-chat')).toMatchObject([
        { detail: { mark: expect.any(String) as string } },
      ]);
      expect(await harness().visitor('behrouz').says('/reset')).toContain('ask-insured-code');
      harness().clock.pass(day);
      expect(await iraj.says('/reset')).not.toEqual([]);
    });

    it('is answered sooner by the same command', async () => {
      const { iraj, reference } = await misbehaves();
      await shahin().says(`/mute ${reference}`);
      await shahin().press('button-staff-yes');
      expect(await shahin().says(`/mute ${reference}`)).toContain('ask-unmute-chat');
      expect(await shahin().press('button-staff-yes')).toEqual(['did-unmute-chat']);
      expect(await iraj.says('/reset')).not.toEqual([]);
    });

    it('still hears what becomes of its own member', async () => {
      const behrouz = harness().visitor('behrouz');
      await behrouz.says('/reset', '310002', '0020000022');
      await behrouz.says(await harness().code());
      const reference = await referenceOf('code-right');
      await shahin().says(`/mute ${reference}`);
      await shahin().press('button-staff-yes');
      behrouz.screen.news();
      const [{ resetId }] = (await harness().heart.jobs<{ resetId: string }>('portal-reset')) as [
        { resetId: string },
      ];
      await harness().heart.settleDone(resetId);
      await harness().settleDown();
      expect(behrouz.screen.news()).toContain('reset-done');
      expect(await behrouz.says('/reset')).toEqual([]);
    });

    it('is never a colleague’s, and is one that there is', async () => {
      const parvaneh = await harness().atWork('owner');
      await parvaneh.says('/reset', '310002', '0010000062');
      const reference = await referenceOf('no-match');
      expect(await shahin().says(`/mute ${reference}`)).toEqual(['chat-of-staff']);
      expect(await shahin().says('/mute ACDE3467')).toEqual(['why-unknown']);
      expect(await shahin().says('/mute')).toEqual(['usage', 'usage-mute']);
    });
  });
});
