import { describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.js';
import { chatForEachTest } from './chat-for-each-test.js';
import { strangers, textOf } from './list-harness.js';

const { harness, parvaneh, shahin, stateOfLast } = chatForEachTest();

it('others are answered while a long list is read', async () => {
  await shahin().handsOver(textOf(strangers(8_000)));
  await eventually(stateOfLast, (state) => state === 'reading');
  parvaneh().account.say('/whoami');
  await parvaneh().account.waitFor(/مهرآیین.*مالک/);
  expect(await stateOfLast()).toBe('reading');
  await eventually(stateOfLast, (state) => state === 'judged', 40_000);
});

describe('a file that does not come', () => {
  it.each([
    ['twice by a broken line, is read the third time', 'reset'],
    ['twice by a server in trouble, is read the third time', 'server-error'],
  ] as const)('%s', async (_, kind) => {
    const fault = kind === 'reset' ? ({ kind, when: 'before' } as const) : { kind };
    harness().stage.emulator.faults.next(fault, { method: 'getFile' });
    harness().stage.emulator.faults.next(fault, { method: 'file' });
    await shahin().handsOver(textOf(strangers(2)));
    await shahin().hears('ask-apply-list', { faulty: 0 });
  });

  it('because the messenger has it no more is told, and nothing is half done', async () => {
    const leave = harness().stage.emulator.faults.intercept('getFile', async () => ({
      ...{ ok: false, error_code: 400, description: 'Bad Request: invalid file_id' },
    }));
    await shahin().handsOver(textOf(strangers(2)));
    await shahin().hears('list-over-gone');
    leave();
    expect(await harness().runs()).toEqual([]);
  });

  it('because it is too large is refused before it is asked for, or where that was not said, after', async () => {
    const large = Buffer.alloc(21 * 1_024 * 1_024, 'x');
    shahin().account.say('/import');
    await shahin().hears('list-wanted');
    shahin().send(large, 'list.csv');
    await shahin().hears('list-too-large');
    const asked = () =>
      harness()
        .stage.emulator.calls()
        .filter(({ method }) => method === 'getFile');
    expect(asked()).toHaveLength(0);
    shahin().send(textOf(strangers(1)), 'list.csv');
    await shahin().hears('ask-apply-list', { faulty: 0 });
  });
});
