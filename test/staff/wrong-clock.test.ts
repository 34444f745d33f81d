import { describe, expect, it } from 'vitest';
import { day, hour, minute } from '../support/hand-clock.js';
import { onBoth } from './on-both.js';
import { atWorkInEach, harnessForEachTest } from './staff-harness.js';

const year = 365 * day;

onBoth((database) => {
  describe('while a clock is wrong, or after it was', () => {
    const harness = harnessForEachTest({ database });
    const shahin = atWorkInEach(harness, 'supervisor');
    const parvaneh = atWorkInEach(harness, 'owner');
    const pass = (ms: number): void => harness().clock.pass(ms);
    const agreed = async (text: string): Promise<void> => {
      await parvaneh().says(text);
      await parvaneh().press('button-staff-yes');
      expect((await shahin().press('button-approve')).join()).toContain('did-');
    };
    const wants = async (one: ReturnType<typeof shahin>): Promise<string> => {
      await one.says('/clearmobile 310002');
      return (await one.press('button-staff-yes')).join();
    };
    const hires = async () => {
      await agreed('/admins add telegram:3009 supervisor رضا');
      const reza = harness().guest(3009);
      await reza.says('/whoami');
      return reza;
    };

    it('a newcomer of a year ahead is one of two a day after the clock is right, and not in a year', async () => {
      pass(year);
      const reza = await hires();
      pass(-year);
      expect(await wants(reza)).toBe('two-persons-too-new');
      pass(day - minute);
      expect(await wants(reza)).toBe('two-persons-too-new');
      pass(minute);
      expect(await wants(reza)).toBe('approval-sent');
    });

    it('so is an account that was linked a year ahead', async () => {
      pass(year);
      await agreed(`/admins link ${harness().numbers.owner} telegram:3010`);
      const elsewhere = harness().guest(3010);
      await elsewhere.says('/whoami');
      pass(-year);
      expect(await wants(elsewhere)).toBe('two-persons-too-new');
      pass(day - minute);
      expect(await wants(elsewhere)).toBe('two-persons-too-new');
      pass(minute);
      expect(await wants(elsewhere)).toBe('approval-sent');
    });

    it('whoever has not written since then is asked to agree a day after all the same', async () => {
      pass(year);
      const reza = await hires();
      pass(-year);
      await shahin().says('/admins', '/whoami');
      expect(await parvaneh().says('/admins')).toContain('admins-second-from');
      pass(day);
      reza.screen.news();
      expect(await wants(parvaneh())).toBe('approval-sent');
      expect(reza.screen.news()).toContain('approval-asked');
    });

    it('set back by hours makes nobody wait past the moment that they were told', async () => {
      const reza = await hires();
      pass(-6 * hour);
      expect(await wants(reza)).toBe('two-persons-too-new');
      pass(6 * hour + day - minute);
      expect(await wants(reza)).toBe('two-persons-too-new');
      pass(minute);
      expect(await wants(reza)).toBe('approval-sent');
    });

    it('set back by days for a moment makes nobody one of two any sooner', async () => {
      const reza = await hires();
      pass(-5 * day);
      await parvaneh().says('/admins');
      expect(await wants(reza)).toBe('two-persons-too-new');
      pass(5 * day);
      expect(await wants(reza)).toBe('two-persons-too-new');
      pass(day - minute);
      expect(await wants(reza)).toBe('two-persons-too-new');
      pass(minute);
      expect(await wants(reza)).toBe('approval-sent');
    });

    it('set back by a week leaves two persons who have been two for long', async () => {
      pass(-7 * day);
      expect(await wants(shahin())).toBe('approval-sent');
    });
  });
});
