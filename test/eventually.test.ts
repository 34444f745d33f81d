import { expect, it } from 'vitest';
import { eventually, untilPasses } from './support/eventually.js';

/** The machine has no time for this process for so long. */
const standsStill = (ms: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

it('what comes about at the fifth look is waited for, however long the machine stands still before each', async () => {
  let looks = 0;
  const look = () => (standsStill(100), (looks += 1));
  expect(await eventually(look, (seen) => seen === 5, 250)).toBe(5);
  looks = 0;
  await untilPasses(() => expect(look()).toBe(5));
});

it('what never comes about is waited for as long as an idle machine has looks for, and told', async () => {
  let looks = 0;
  await expect(
    eventually(
      () => (looks += 1),
      () => false,
      250,
    ),
  ).rejects.toThrow('still 11');
  await expect(untilPasses(() => expect(looks).toBe(0), 250)).rejects.toThrow('expected 11 to be +0');
});
