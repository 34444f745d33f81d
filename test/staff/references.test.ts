import { describe, expect, it } from 'vitest';
import { hour } from '../support/hand-clock.js';
import { referenceOn } from './scenes/scene.js';
import { harnessForEachTest } from './staff-harness.js';

const harness = harnessForEachTest();

describe('the story behind a reference', () => {
  it('is told however the reference was dictated', async () => {
    const behrouz = harness().visitor('behrouz');
    await behrouz.says('/reset', '310002', '0010000011');
    const reference = referenceOn(behrouz);
    const mina = harness().colleague('operator');
    const spoken = `${reference.slice(0, 4).toLowerCase()} ${reference.slice(4)}`;
    expect(await mina.says(`/why ${spoken}`)).toEqual(['why-title', 'story-no-match']);
    expect(mina.screen.last().text).toContain('در فهرست هست');
    expect(await mina.says(`/member ${reference}`)).toContain('member-title');
  });

  it('offers what may help', async () => {
    const lockedUntil = new Date(harness().clock.now().getTime() + 5 * hour);
    await harness().befalls('behrouz', { lockedUntil, locks: 1 });
    const behrouz = harness().visitor('behrouz');
    await behrouz.says('/reset', '310002', '0020000022');
    const mina = harness().colleague('operator');
    await mina.says(`/why ${referenceOn(behrouz)}`);
    expect(await mina.press('button-unlock')).toEqual(['ask-unlock', 'ask-are-you-sure']);
  });

  it('is not made up', async () => {
    expect(await harness().colleague('operator').says('/why AAAAAAAA')).toEqual(['why-unknown']);
    expect(await harness().colleague('operator').says('/why what')).toEqual(['usage', 'usage-why']);
  });
});
