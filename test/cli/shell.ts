import { ramzyar } from '../../src/cli/ramzyar.js';
import { systemClock, type Clock } from '../../src/clock.js';
import type { Env } from '../../src/config/setting.js';
import { systemRandom } from '../../src/random.js';

/** Types a line at a shell with these settings; what was said, and the exit code. */
export async function type(
  line: string,
  env: Env = {},
  clock: Clock = systemClock,
): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const words = line.split(' ').filter(Boolean);
  const code = await ramzyar(words, {
    version: '1.2.3',
    env: () => env,
    say: (one) => void lines.push(one),
    redraw: null,
    clock,
    random: systemRandom,
  });
  return { code, said: lines.join('\n') };
}
