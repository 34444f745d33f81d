import { afterEach, beforeEach, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { instrumentCalls, type ObservedCall } from '../../src/messenger/instrument-calls.js';
import { handClock } from '../support/hand-clock.js';
import { messengerAt } from '../support/messengers.js';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.stop());

it('every call is told with what came of it and how long it took, and nothing of what it said', async () => {
  const clock = handClock();
  const told: ObservedCall[] = [];
  const messenger = instrumentCalls(messengerAt(emulator, 'bale'), clock, (call) => told.push(call));
  emulator.faults.intercept('getMe', async (_call, proceed) => {
    clock.pass(1_500);
    return proceed();
  });
  await messenger.call('getMe');
  emulator.faults.next({ kind: 'too-many-requests', retryAfter: 3 });
  await messenger.call('sendMessage', { body: JSON.stringify({ chat_id: 5, text: 'x' }) });
  emulator.faults.next({ kind: 'reset', when: 'before' });
  await messenger.call('deleteMessage');
  expect(told).toEqual([
    { platform: 'bale', method: 'getMe', result: 'ok', seconds: 1.5 },
    { platform: 'bale', method: 'sendMessage', result: '429', seconds: 0 },
    { platform: 'bale', method: 'deleteMessage', result: 'silent', seconds: 0 },
  ]);
});
