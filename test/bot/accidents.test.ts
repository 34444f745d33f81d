import { afterEach, expect, it } from 'vitest';
import { commandMenu } from '../../src/bot/command-menu.js';
import type { ChatServices } from '../../src/chat/services.js';
import { openBotHarness, realWords, type BotHarness } from '../conversations/harness.js';
import { codeIsSent } from '../conversations/screen.js';

let harness: BotHarness;
afterEach(() => harness.drop());

/** A desk where one thing goes wrong, once, as a database does it. */
function brokenOnce(service: 'confirm' | 'identify') {
  const deadlock = Object.assign(new Error('deadlock'), { errno: 1213 });
  let broken = false;
  const services = (whole: ChatServices): ChatServices => ({
    ...whole,
    reset: {
      ...whole.reset,
      [service]: (...given: never[]) => {
        if (broken) return (whole.reset[service] as (...given: never[]) => unknown)(...given);
        broken = true;
        throw deadlock;
      },
    },
  });
  return { services, deadlock };
}

it('what goes wrong inside a dialogue reaches the doorway as it was, to be tried again', async () => {
  const { services, deadlock } = brokenOnce('identify');
  harness = await openBotHarness({ services });
  const behrouz = harness.visitor('behrouz');
  await behrouz.says('/reset', '310002');
  await expect(behrouz.say('0020000022')).rejects.toBe(deadlock);
});

it('an update that failed has said nothing and taken nothing, and succeeds when it comes again', async () => {
  const { services } = brokenOnce('confirm');
  harness = await openBotHarness({ services });
  const behrouz = harness.visitor('behrouz');
  await behrouz.says('/reset', '310002', '0020000022');
  const code = await harness.code();
  const before = behrouz.screen.calls.length;
  await expect(behrouz.say(code)).rejects.toThrow();
  expect(behrouz.screen.calls).toHaveLength(before);
  expect(await behrouz.says(code)).toEqual(['code-right']);
  expect(await harness.heart.jobs('portal-reset')).toHaveLength(1);
});

it('who was met with an accident is told, begins again with nothing in the way, and goes on with the code that was sent', async () => {
  harness = await openBotHarness();
  const behrouz = harness.visitor('behrouz');
  await behrouz.says('/reset', '310002', '0020000022');
  const code = await harness.code();
  expect(await behrouz.told({ kind: 'went-wrong' })).toEqual(['went-wrong']);
  expect(behrouz.screen.buttons()).toEqual([realWords.say('fa', 'button-reset')]);
  expect(await behrouz.says('/reset')).toEqual(['ask-insured-code']);
  expect(await behrouz.says('310002', '0020000022')).toEqual(['code-still-valid', ...codeIsSent.slice(1)]);
  expect(await harness.heart.jobs('sms-code')).toHaveLength(1);
  expect(await behrouz.says(code)).toEqual(['code-right']);
});

it('the menu of commands shows no command that is only a button', async () => {
  harness = await openBotHarness();
  expect(commandMenu(realWords, 'en').map(({ command }) => command)).toEqual([
    'reset',
    'cancel',
    'help',
    'language',
    'privacy',
    'notices',
    'support',
    'start',
  ]);
});
