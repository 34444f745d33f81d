import { person } from '../../playground/cast.js';
import type { Role } from '../support/seed-cast.js';
import type { BotHarness, Visitor } from './harness.js';

/** Somebody in this house, up to the code on its way. */
export async function awaitingCode(harness: BotHarness, role: Role): Promise<Visitor> {
  const { insuredCode, nationalId, mobileOnRecord, phone } = person(role);
  const visitor = harness.visitor(role);
  await visitor.says('/reset', insuredCode, nationalId, ...(mobileOnRecord ? [] : [phone]));
  return visitor;
}

export const labels = (visitor: Visitor): string[] => visitor.screen.buttons();
