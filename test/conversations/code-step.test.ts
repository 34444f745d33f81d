import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { minute } from '../support/hand-clock.js';
import { another } from '../support/reset-harness.js';
import type { Role } from '../support/seed-cast.js';
import { openBotHarness, realWords, type BotHarness } from './harness.js';
import { codeIsSent } from './screen.js';
import { awaitingCode, labels } from './awaiting-code.js';

let harness: BotHarness;
beforeEach(async () => {
  harness = await openBotHarness();
});
afterEach(() => harness.drop());

const awaiting = (role: Role) => awaitingCode(harness, role);
const wrong = async (): Promise<string> => another(await harness.code());

describe('a wrong code', () => {
  it('is answered with the tries that are left, and the third one ends the request', async () => {
    const behrouz = await awaiting('behrouz');
    const code = await wrong();
    expect(await behrouz.says(code)).toEqual(['code-wrong']);
    expect(await behrouz.says(code)).toEqual(['code-wrong']);
    expect(await behrouz.says(code)).toEqual(['code-wrong-last']);
    expect(labels(behrouz)).toEqual([realWords.say('fa', 'button-reset')]);
    expect(await behrouz.says(await harness.code())).toEqual(['nothing-is-asked']);
  });

  it('may be followed by the right one', async () => {
    const behrouz = await awaiting('behrouz');
    expect(await behrouz.says(await wrong(), await harness.code())).toEqual(['code-right']);
  });

  it('of the wrong length costs no try', async () => {
    const behrouz = await awaiting('behrouz');
    expect(await behrouz.says('1234')).toEqual(['code-too-short']);
    expect(await behrouz.says('123456')).toEqual(['code-too-long', 'code-hint']);
    expect(await behrouz.says(await wrong(), await wrong())).toEqual(['code-wrong']);
  });
});

describe('a code whose time is over', () => {
  it('is told apart from a wrong one, and a new one needs no retyping', async () => {
    const sara = await awaiting('sara');
    const late = await harness.code();
    harness.clock.pass(5 * minute);
    expect(await sara.says(late)).toEqual(['code-expired', 'ask-new-code']);
    expect(await sara.press('button-new-code')).toEqual(codeIsSent);
    expect(await sara.says(await harness.code())).toEqual(['code-right']);
  });

  it('is told at the resend button too', async () => {
    const behrouz = await awaiting('behrouz');
    harness.clock.pass(5 * minute);
    expect(await behrouz.press('button-resend')).toEqual(['code-expired', 'ask-new-code']);
  });
});

describe('the number', () => {
  it('that was typed here may be replaced by another one', async () => {
    const sara = await awaiting('sara');
    const first = await harness.code();
    expect(await sara.press('button-other-number')).toEqual(['ask-mobile']);
    harness.clock.pass(minute);
    expect(await sara.says('09120000099')).toEqual(['mobile-taken', ...codeIsSent]);
    expect(await sara.says(first)).toEqual(['code-wrong']);
    expect(await sara.says(await harness.code())).toEqual(['code-right']);
  });

  it('on record that is no longer mine goes to staff, and nothing is sent', async () => {
    const iraj = await awaiting('iraj');
    expect(await iraj.press('button-number-not-mine')).toEqual(['number-not-mine']);
    expect(await iraj.press('button-report-number')).toEqual(['number-reported']);
    expect(await harness.heart.jobs('sms-code')).toEqual([]);
    expect(await iraj.says('12345')).toEqual(['nothing-is-asked']);
  });

  it('is asked about, and the SMS is refused meanwhile: that is told at once, and resending is offered', async () => {
    const behrouz = await awaiting('behrouz');
    await behrouz.press('button-number-not-mine');
    const [order] = await harness.heart.jobs('sms-code');
    await harness.heart.settle((results) => results.sendRefused(order?.challengeId ?? '', 1));
    behrouz.screen.news();
    await harness.settleDown();
    expect(behrouz.screen.news()).toEqual(['sms-refused', 'tap-resend']);
    expect(await behrouz.press('button-resend')).toEqual(['code-sent-again', 'next-send']);
    expect(await behrouz.says(await harness.code())).toEqual(['code-right']);
  });

  it('on record may be kept after all', async () => {
    const behrouz = await awaiting('behrouz');
    await behrouz.press('button-number-not-mine');
    expect(await behrouz.says('what?')).toEqual(['choose-a-button']);
    expect(await behrouz.press('button-keep-number')).toEqual(['ask-code']);
    expect(await behrouz.says(await harness.code())).toEqual(['code-right']);
  });
});

describe('two devices', () => {
  it('a newer request elsewhere closes the older one, which says so', async () => {
    const here = await awaiting('behrouz');
    const code = await harness.code();
    const there = harness.visitor('behrouz', 'bale');
    const { insuredCode, nationalId } = person('behrouz');
    expect(await there.says('/reset', insuredCode, nationalId)).toContain('send-too-soon');
    harness.clock.pass(minute);
    await there.says('/reset', insuredCode, nationalId);
    expect(await here.says(code)).toEqual(['challenge-over']);
    expect(await there.says(await harness.code())).toEqual(['code-right']);
  });
});
