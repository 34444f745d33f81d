import { day, hour } from '../durations.js';
import type { Limit } from '../limits/limits.js';
import type { ResetDeps } from './deps.js';
import type { Policy } from './policy.js';
import type { Standing } from './standing-store.js';

/** Wrong codes of a day, over all members, that no right one explains: as many as the takeovers that may be expected allow. */
export const guessesPerDay = ({ takeoversPerDay, codeDigits }: Policy): number =>
  Math.floor(takeoversPerDay * 10 ** codeDigits + 1e-9);

const ofDay = (policy: Policy): Limit => ({
  ...{ key: 'codes:day', most: guessesPerDay(policy), windowMs: day },
});
const counted = (what: 'wrong' | 'right'): Limit => ({
  ...{ key: `codes:${what}`, most: Number.MAX_SAFE_INTEGER, windowMs: hour },
});
/** What a breaker is open for, and how long: a day's guesses are used up for a day, a bad hour is over an hour later. */
export const breakers: readonly Limit[] = [
  { key: 'breaker:codes:day', most: 1, windowMs: day },
  { key: 'breaker:codes:hour', most: 1, windowMs: hour },
];

/**
 * Is somebody guessing codes, of whomever? As long as it lasts, a chat that is not bound to the member gets a code, and may
 * type one, only after its own contact card has shown the number.
 */
export const isAlarmed = async (
  deps: Pick<ResetDeps, 'limits'>,
  { breakerRuns }: Pick<Standing, 'breakerRuns'>,
): Promise<boolean> => breakerRuns && isOpen(deps);

/** Also sees to it that a breaker of a clock that was ahead closes within its length from now. */
async function isOpen({ limits }: Pick<ResetDeps, 'limits'>): Promise<boolean> {
  const statuses = await limits.peek(breakers);
  return statuses.some(({ ok }) => !ok);
}

/** A wrong code in a chat that is not bound to the member, and has not shown the number. Opens the breaker where it is one too many. */
export async function countGuess(deps: ResetDeps): Promise<void> {
  const { limits, policy } = deps;
  await limits.take(ofDay(policy));
  await limits.take(counted('wrong'));
  const [today] = await limits.peek([ofDay(policy)]);
  if (today?.ok === false) return open(deps, 'day');
  const [wrong, right] = [await limits.count('codes:wrong'), await limits.count('codes:right')];
  const explained = policy.wrongCodesPerRightOne * right;
  if (wrong >= policy.fewestWrongCodes && wrong > explained) await open(deps, 'hour');
}

/** A right code explains the wrong ones that were typed before it into the same request. */
export async function countRightCode({ limits, policy, now }: ResetDeps, wrongBefore: number): Promise<void> {
  await limits.take(counted('right'));
  for (let wrong = 0; wrong < wrongBefore; wrong += 1) {
    await limits.giveBack(ofDay(policy), now());
    await limits.giveBack(counted('wrong'), now());
  }
}

async function open(deps: ResetDeps, because: 'day' | 'hour'): Promise<void> {
  const { limits, policy, alerts } = deps;
  const breaker = breakers[because === 'day' ? 0 : 1]!;
  if (!(await limits.take(breaker)).ok) return;
  const count = await limits.count(because === 'day' ? ofDay(policy).key : 'codes:wrong');
  // It begins anew when the breaker closes.
  await limits.clear(because === 'day' ? ofDay(policy).key : 'codes:wrong');
  const until = deps.now().getTime() + breaker.windowMs;
  await alerts.raise({ cause: 'many-wrong-codes', facts: { count, until } });
}

/** Tells staff when it is over; returns how many alerts there were. */
export async function tellCalm(deps: ResetDeps): Promise<number> {
  if (await isOpen(deps)) return 0;
  return Number(await deps.alerts.clear({ cause: 'many-wrong-codes' }, { cause: 'wrong-codes-over' }));
}
