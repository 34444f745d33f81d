import { afterEach, beforeEach } from 'vitest';
import { openBotHarness, type BotHarness, type Visitor } from './harness.js';

/** Before each test of a file Behrouz has told his insured code, and is asked for his national ID. */
export function halfWay() {
  let harness: BotHarness;
  let behrouz: Visitor;
  beforeEach(async () => {
    harness = await openBotHarness();
    behrouz = harness.visitor('behrouz');
    await behrouz.says('/reset', '310002');
  });
  afterEach(() => harness.drop());
  return { harness: () => harness, behrouz: () => behrouz };
}
