import { afterEach, beforeEach } from 'vitest';
import { openTestHouse, type TestHouse, type Visitor } from './harness.js';

/** Before each test of a file Behrouz has told his insured code, and is asked for his national ID. */
export function halfWay() {
  let house: TestHouse;
  let behrouz: Visitor;
  beforeEach(async () => {
    house = await openTestHouse();
    behrouz = house.visitor('behrouz');
    await behrouz.says('/reset', '310002');
  });
  afterEach(() => house.drop());
  return { house: () => house, behrouz: () => behrouz };
}
