import { Challenge } from '../../entities/challenge.js';
import type { Asker } from '../../src/chats/address.js';
import { countGuess } from '../../src/reset/guesses.js';
import type { AccountAnswer, BlindMissOrder, BlindOrder, OfferedMobile } from '../../src/reset/ports.js';
import { pairOf, stranger, type ResetHarness } from '../support/reset-harness.js';

/** The first wrong pair of a day uses up what there is to be told. */
export const scarce = { wrongPairsPerIdentifierAndDay: 1 };
/** And the first guessed code the guesses. */
export const wary = { ...scarce, takeoversPerDay: 1e-5 };

/** Begins where strangers have used up what there is to be told about this pair. */
export async function begins(
  harness: ResetHarness,
  from: Asker,
  pair = pairOf('behrouz'),
  card?: OfferedMobile,
) {
  const { insuredCode } = pair;
  await harness.identifies({ insuredCode, nationalId: `00${insuredCode}00` }, stranger(Number(insuredCode)));
  const begun = await harness.reset((heart) => heart.identify(pair, from, card));
  if (begun.kind !== 'code-perhaps-sent') throw new Error(`heard ${begun.kind}`);
  return begun;
}

/** The newest order behind an answer is done: the portal has said so of the account. */
export async function behind(harness: ResetHarness, account: AccountAnswer = 'changed'): Promise<void> {
  const order = (await harness.jobs<BlindOrder>('blind-code')).at(-1)!;
  await harness.settle((results) => results.blindAnswered(order, account));
}

/** The newest order behind a wrong code is done. */
export async function behindMiss(harness: ResetHarness): Promise<BlindMissOrder> {
  const order = (await harness.jobs<BlindMissOrder>('blind-miss')).at(-1)!;
  await harness.settle((results) => results.blindMissed(order));
  return order;
}

/** Somebody is guessing codes. */
export const alarmed = (harness: ResetHarness): Promise<void> =>
  harness.db.inTransaction((tx) => countGuess(harness.services(tx).resetDeps));

export const challenge = ({ manager }: ResetHarness, id: string) =>
  manager.findOneByOrFail(Challenge, { id });
