import { pause } from '../mortal.js';
import type { World } from '../world/world.js';

/** For what is put off longest: a notice whose vendor has rested through its first tries. */
const patienceMs = 20 * 60_000;

/**
 * Resolves when nothing waits at a messenger, in the inbox or in the outbox, nothing is in hand, and of every SMS it is
 * known what became of it; false: not within twenty minutes.
 */
export async function isQuiet(world: World): Promise<boolean> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(500))
    // A look that does not come through on a busy machine is made once more.
    if ((await waiting(world).catch(() => null)) === 0) return true;
  return false;
}

async function waiting({ emulator, database }: World): Promise<number> {
  const [row] = await database.query<{ waiting: number }>(
    `SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'waiting')
          + (SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'in-hand'))
          + (SELECT COUNT(*) FROM sms_messages WHERE next_ask_at IS NOT NULL) AS waiting`,
  );
  return Number(row?.waiting) + emulator.pending('telegram') + emulator.pending('bale');
}
