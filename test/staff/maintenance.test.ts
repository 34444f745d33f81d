import { describe, expect, it } from 'vitest';
import { bare } from '../conversations/screen.js';
import { atWorkInEach, harnessForEachTest } from './staff-harness.js';

const harness = harnessForEachTest();
const shahin = atWorkInEach(harness, 'supervisor');

describe('the sign on the door', () => {
  it('is what members read until it is taken down, and staff go in', async () => {
    const sara = harness().visitor('sara');
    await sara.says('/reset');
    await shahin().says('/maintenance on تا ساعت ۱۲ برمی‌گردیم.');
    await shahin().press('button-staff-yes');
    expect(await sara.says('310001')).toEqual(['closed-sign']);
    expect(bare(sara.screen.last().text)).toBe('تا ساعت ۱۲ برمی‌گردیم.');
    expect(sara.screen.erased()).toHaveLength(1);
    expect(await shahin().says('/start')).toEqual(['greeting']);
    await shahin().says('/maintenance off');
    await shahin().press('button-staff-yes');
    expect(await sara.says('310001')).toContain('ask-national-id');
  });

  it.each(['/maintenance', '/maintenance on', '/maintenance soon'])(
    '%s says how it is done',
    async (text) => {
      expect(await shahin().says(text)).toEqual(['usage', 'usage-maintenance']);
    },
  );

  it('is short', async () => {
    expect(await shahin().says(`/maintenance on ${'الف'.repeat(101)}`)).toEqual(['maintenance-too-long']);
  });
});
