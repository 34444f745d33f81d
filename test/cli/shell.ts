import { ramzyar } from '../../src/cli/ramzyar.js';
import { systemClock } from '../../src/clock.js';
import type { Env } from '../../src/config/setting.js';
import { systemRandom } from '../../src/random.js';

/** Types a line at a shell with these settings; what was said, and the exit code. */
export async function type(line: string, env: Env = {}): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const words = line.split(' ').filter(Boolean);
  const code = await ramzyar(words, {
    env: () => env,
    say: (one) => void lines.push(one),
    redraw: null,
    clock: systemClock,
    random: systemRandom,
  });
  return { code, said: lines.join('\n') };
}
