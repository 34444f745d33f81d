import type { DataSource } from 'typeorm';
import type { Emulator } from '../../playground/emulator/emulator.js';
import type { Clock } from '../../src/clock.js';
import { storedMoment } from '../../src/db/statement.js';

/** On a machine that is busy with other things; longer only where calls hang. */
const patienceMs = 10_000;

/** Quiet is when the bot has made no call for so long, and has nothing written down that it would do now: a busy machine is silent for a while, too. */
export function quietWith(
  { settled }: Pick<Emulator, 'settled'>,
  idle: () => Promise<boolean>,
): Emulator['settled'] {
  return async (quietMs) => {
    const until = Date.now() + patienceMs;
    do await settled(quietMs);
    while (!(await idle()) && Date.now() < until);
  };
}

/** Has the product nothing to handle, and nothing to do outside? */
export async function isIdle(dataSource: DataSource, clock: Clock): Promise<boolean> {
  const now = storedMoment(clock.now());
  const [row] = await dataSource.query<{ count: number }[]>(
    `SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'waiting' AND due_at <= ?) +
      (SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'in-hand') AND due_at <= ?) AS count`,
    [now, now],
  );
  return Number(row?.count) === 0;
}
