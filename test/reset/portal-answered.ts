import { PasswordReset } from '../../entities/password-reset.js';
import type { ResetAnswer } from '../../src/reset/ports.js';
import { asker, type ResetHarness } from '../support/reset-harness.js';

const behrouz = asker('behrouz');

export const answered = (harness: ResetHarness, resetId: string, answer: ResetAnswer) =>
  harness.settle((results) => results.resetAnswered(resetId, answer));
export const askAgain = (harness: ResetHarness) => harness.settle((results) => results.askAgain());
export const row = (harness: ResetHarness, id: string) =>
  harness.manager.findOneByOrFail(PasswordReset, { id });
export const kinds = async (harness: ResetHarness, from = behrouz) =>
  (await harness.told(from)).map(({ kind }) => kind);
export const identified = async (harness: ResetHarness) =>
  (await harness.identifies('behrouz', behrouz)).kind;
